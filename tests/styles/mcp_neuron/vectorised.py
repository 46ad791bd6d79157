"""NumPy throughout; the answers are NumPy scalars and 0-d arrays."""

import numpy as np


def bits(values):
    array = np.asarray(values, dtype=np.float64)
    if not np.isin(array, (0.0, 1.0)).all():
        raise ValueError(f"inputs are 0 or 1, got {array}")
    return array.astype(bool)


def mcp_neuron(excitatory, inhibitory, threshold):
    e, i = bits(excitatory), bits(inhibitory)
    return np.where(~i.any() & (np.count_nonzero(e) >= threshold), 1, 0)


def mcp_and(x):
    return np.float32(bits(x).all())


def mcp_or(x):
    return np.int8(np.logical_or.reduce(bits(x)))


def mcp_not(x):
    return np.logical_not(bits(x))
