"""A decorator checks shapes; answers are lists where nothing is empty; float32 and bool on the way."""

import functools

import numpy as np


def needs_fitting_weights(function):
    @functools.wraps(function)
    def wrapper(X, u):
        if list(u.shape) != [X.shape[1] + 1]:
            raise ValueError("one weight for each feature and one for the bias")
        return function(X, u)

    return wrapper


step = np.vectorize(lambda v: 1.0 if v > 0 else -1.0, otypes=[np.float32])

add_bias = lambda X: np.concatenate((np.ones_like(X[:, :1]), X), axis=1)


@needs_fitting_weights
def perceptron_forward(X, u):
    if not len(X):
        return np.array([])
    return [int(step(row @ u)) for row in add_bias(X)]
