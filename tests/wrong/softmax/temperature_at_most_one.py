# wrong: temperatures above 1 are refused
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not 0 < t <= 1:
        raise ValueError("t")
    return softmax(x / t)
