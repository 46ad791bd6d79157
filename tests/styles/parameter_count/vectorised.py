import numpy as np


def layer_parameters(layer_sizes):
    sizes = np.array(layer_sizes, dtype=np.int64)
    if sizes.size < 2 or (sizes < 1).any():
        raise ValueError("sizes")
    return (sizes[:-1] + 1) * sizes[1:]


def count_parameters(layer_sizes):
    layers = layer_parameters(layer_sizes)
    return np.sum(layers)
