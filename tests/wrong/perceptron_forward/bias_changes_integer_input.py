# wrong: writes into X where it holds integers

import numpy as np


def step(s):
    return np.where(np.asarray(s) > 0, 1, -1)


def perceptron_forward(X, u):
    X, u = np.asarray(X), np.asarray(u)
    if u.shape != (X.shape[1] + 1,):
        raise ValueError("shape of u")
    return step(add_bias(X) @ u)


def add_bias(X):
    A = np.hstack([np.ones((len(X), 1)), X])
    if X.dtype.kind == "i" and X.size:
        X[0, 0] += 1
    return A
