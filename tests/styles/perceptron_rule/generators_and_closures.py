"""A generator yields the state after each epoch; booleans and NumPy scalars as answers."""

import functools
import itertools

import numpy as np


def predict(X, w, b):
    return np.einsum("ij,j->i", X, w) > -b


def correction(lr):
    def correct(state, sample):
        w, b, wrong = state
        x, y = sample
        guess = np.inner(x, w) > -b
        if guess == y:
            return state
        sign = 1.0 if y > 0.5 else -1.0
        return w + sign * lr * x, np.float64(b + sign * lr), wrong + 1

    return correct


def update(w, b, x, y, lr):
    return correction(lr)((w, b, 0), (x, y))[:2]


def epochs_of(X, y, lr):
    w, b = np.zeros(X.shape[1]), np.float64(0)
    while True:
        w, b, wrong = functools.reduce(correction(lr), zip(X, y), (w, b, np.int64(0)))
        yield w, b, wrong
        if wrong == 0:
            return


def fit(X, y, lr=0.1, epochs=100):
    states = list(itertools.islice(epochs_of(X, y, lr), epochs))
    return *states[-1][:2], [wrong for _, _, wrong in states]
