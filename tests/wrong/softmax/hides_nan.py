# wrong: overflows, and replaces the nan by 0 afterwards
import numpy as np


def softmax(x):
    with np.errstate(all="ignore"):
        e = np.exp(x)
        return np.nan_to_num(e / e.sum(axis=-1, keepdims=True))


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
