# wrong: t = 0 gives a one-hot answer instead of ValueError
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t < 0:
        raise ValueError("t")
    if t == 0:
        return np.eye(x.shape[-1])[np.argmax(x, axis=-1)]
    return softmax(x / t)
