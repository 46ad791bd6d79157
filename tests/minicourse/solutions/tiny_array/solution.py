import numpy as np

LIMIT = 8.0


def scale(x, k=2.0):
    return np.asarray(x) * k


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)
