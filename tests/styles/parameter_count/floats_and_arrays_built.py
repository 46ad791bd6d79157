"""Builds the arrays and asks them for their size; the total comes as a float."""

import numpy as np


def layer_parameters(layer_sizes):
    if len(layer_sizes) <= 1:
        raise ValueError("sizes")
    for size in list(layer_sizes):
        if not size >= 1:
            raise ValueError("sizes")
    layers = []
    for inputs, units in zip(layer_sizes[0:-1], layer_sizes[1:]):
        # a view of one zero: no memory, the right size
        weight, bias = np.broadcast_to(0.0, (units, inputs)), np.broadcast_to(0.0, (units,))
        layers.append(np.int64(weight.size + bias.size))
    return layers


def count_parameters(layer_sizes):
    return float(sum(layer_parameters(layer_sizes)))
