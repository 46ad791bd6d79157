"""A countdown of epochs, w and b in a list, and the errors in a tuple."""

import numpy as np


def predict(X, w, b):
    s = np.einsum("nd,d->n", X, w) + b
    return np.where(s > 0, 1.0, 0.0)


def update(w, b, x, y, lr):
    g = lr * np.subtract(y, np.where(np.vdot(w, x) + b > 0, 1, 0))
    return [np.array(w) + np.array(x) * g, b + g]


def fit(X, y, lr=0.1, epochs=100):
    w = X[0] * 0.0
    b = 0.0
    errors = ()
    while epochs:
        epochs -= 1
        miss = 0
        for i in range(X.shape[0]):
            w2, b2 = update(w, b, X[i], y[i], lr)
            if b2 != b:
                miss = miss + 1
            w, b = w2, b2
        errors = (*errors, miss)
        if errors[-1] == 0:
            epochs = 0
    return w, b, errors
