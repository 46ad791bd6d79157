# wrong: a bad temperature raises an AssertionError
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    assert t > 0, "t must be positive"
    return softmax(x / t)
