# wrong: a negative temperature is taken as its magnitude
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t == 0:
        raise ValueError("t")
    return softmax(x / abs(t))
