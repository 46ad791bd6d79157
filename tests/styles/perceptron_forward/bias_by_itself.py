"""add_bias and the forward pass are written apart; small integer dtypes; an exception of its own."""

import numpy as np


class ShapeError(ValueError):
    pass


def step(s):
    answer = np.full(s.shape, -1, dtype=np.int8)
    answer[s > 0] = 1
    return answer


def add_bias(X):
    return np.c_[np.ones(len(X)), X]


def perceptron_forward(X, u):
    d = X.shape[1]
    match u.shape:
        case (size,) if size == d + 1:
            b, *w = u
        case other:
            raise ShapeError(f"{other} does not fit {d} features")
    return step(np.dot(X, np.asarray(w)) + b)
