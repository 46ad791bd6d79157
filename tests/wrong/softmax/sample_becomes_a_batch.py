# wrong: one sample of shape (d,) comes back as (1, d)
import numpy as np


def softmax(x):
    x = np.atleast_2d(x)
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
