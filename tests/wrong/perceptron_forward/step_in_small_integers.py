# wrong: integers are cut to int8, which wraps round

import numpy as np


def add_bias(X):
    X = np.asarray(X)
    return np.hstack([np.ones((len(X), 1)), X])


def perceptron_forward(X, u):
    X, u = np.asarray(X), np.asarray(u)
    if u.shape != (X.shape[1] + 1,):
        raise ValueError("shape of u")
    return step(add_bias(X) @ u)


def step(s):
    s = np.asarray(s)
    if s.dtype.kind == "i":
        s = s.astype(np.int8)
    return np.where(s > 0, 1, -1)
