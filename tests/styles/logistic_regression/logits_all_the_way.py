"""One closure gives everything at a point; the cost in fit comes from the logits, without a probability."""

import numpy as np


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def at(X, w, b):
    z = np.matmul(X, w) + b

    def cost(y):
        return float(np.mean(np.logaddexp(0, z) - y * z))

    def slopes(y):
        error = (sigmoid(z) - y) / len(z)
        return error @ X, error.sum()

    return z, cost, slopes


def predict_proba(X, w, b):
    return sigmoid(at(X, w, b)[0])


def predict(X, w, b):
    return (at(X, w, b)[0] >= 0).astype(np.int8)


def bce(p, y):
    truth = np.abs(1 - y - p)
    return float(np.mean(-np.log(truth + 1e-16)))


def gradients(X, y, w, b):
    return at(X, w, b)[2](y)


def fit(X, y, lr=0.1, epochs=1000):
    w, b, costs = np.zeros(X.shape[1], dtype=float), 0, []
    for _ in range(epochs):
        _, cost, slopes = at(X, w, b)
        costs += [cost(y)]
        dw, db = slopes(y)
        w, b = w - lr * dw, b - lr * db
    return w, b, costs
