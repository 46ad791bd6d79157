# wrong: a square batch is normalised by columns
import numpy as np


def softmax(x):
    axis = 0 if x.ndim == 2 and x.shape[0] == x.shape[1] else -1
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
