# wrong: a u without any weight is taken

import numpy as np


def step(s):
    return np.where(np.asarray(s) > 0, 1, -1)


def add_bias(X):
    X = np.asarray(X)
    return np.hstack([np.ones((len(X), 1)), X])


def perceptron_forward(X, u):
    d = X.shape[1]
    if u.size == 0:
        return -np.ones(len(X))
    if u.shape != (d + 1,):
        raise ValueError
    return step(add_bias(X) @ u)
