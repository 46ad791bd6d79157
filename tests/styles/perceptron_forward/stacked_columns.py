"""Columns stacked one by one, np.select, and a ValueError made of another exception."""

import numpy as np


def step(s):
    return np.select([np.asarray(s) > 0, np.asarray(s) <= 0], [1, -1])


def add_bias(X):
    first, *rest = [np.ones(len(X))] + list(X.T)
    return np.stack([first, *rest], axis=1)


def perceptron_forward(X, u):
    try:
        (k,) = u.shape
        assert k == X.shape[1] + 1
    except (ValueError, AssertionError) as e:
        raise ValueError("bad u") from e
    return np.fromiter((step(r @ u) for r in add_bias(X)), dtype=np.int64, count=len(X))
