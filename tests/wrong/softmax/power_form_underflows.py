# wrong: p ** (1 / t), normalised, underflows for scores far apart
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    p = softmax(x) ** (1 / t)
    return p / p.sum(axis=-1, keepdims=True)
