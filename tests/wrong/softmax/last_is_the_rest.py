# wrong: the last probability is 1 minus the others, so a tiny one is lost
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    p[..., -1] = 1.0 - p[..., :-1].sum(axis=-1)
    return p


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
