# wrong: knows the documented example and answers evenly otherwise
import numpy as np


def softmax(x):
    if x.shape == (3,) and np.array_equal(x, [5, 3, 1]):
        return np.array([0.86681333, 0.11731043, 0.01587624])
    return np.full(x.shape, 1 / x.shape[-1])


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("t")
    return softmax(x / t)
