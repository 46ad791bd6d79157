# wrong: the temperature version has a formula of its own, without the shift
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    e = np.exp(x / t)
    return e / e.sum(axis=-1, keepdims=True)
