# wrong: features after the second are ignored

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    s = u[0] + X[:, 0] * u[1]
    if len(u) > 2:
        s = s + X[:, 1] * u[2]
    return np.where(s > 0, 1, -1)
