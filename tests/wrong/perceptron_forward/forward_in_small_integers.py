# wrong: integers are multiplied in int16, which wraps round

import numpy as np


def step(s):
    return np.where(np.asarray(s) > 0, 1, -1)


def add_bias(X):
    X = np.asarray(X)
    return np.hstack([np.ones((len(X), 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError
    A = add_bias(X)
    if X.dtype.kind == "i" and u.dtype.kind == "i":
        return step((A.astype(np.int16) @ u.astype(np.int16)))
    return step(A @ u)
