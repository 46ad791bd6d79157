# wrong: a row that overflowed is calculated again, but the warning is out
import numpy as np


def softmax(x):
    e = np.exp(x)
    p = e / e.sum(axis=-1, keepdims=True)
    if not np.isfinite(p).all():
        e = np.exp(x - np.max(x, axis=-1, keepdims=True))
        p = e / e.sum(axis=-1, keepdims=True)
    return p


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
