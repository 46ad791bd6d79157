# wrong: p ** (1 / t) without dividing by the new sum
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x) ** (1 / t)
