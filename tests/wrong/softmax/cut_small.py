# wrong: probabilities below 1e-10 are set to 0
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    return np.where(p < 1e-10, 0.0, p)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
