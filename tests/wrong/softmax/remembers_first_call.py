# wrong: right only once: the normaliser of the first call of a shape is kept
import numpy as np


KNOWN = {}


def softmax(x):
    top = np.max(x, axis=-1, keepdims=True)
    e = np.exp(x - top)
    total = KNOWN.setdefault(x.shape, np.log(e.sum(axis=-1, keepdims=True)) + top)
    with np.errstate(over="ignore"):
        return np.exp(x - total)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
