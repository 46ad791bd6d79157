"""Works in place, on copies; the bias is a 0-d array."""

import numpy as np


def logged(function):
    def wrapper(*args, **kwargs):
        wrapper.count += 1
        return function(*args, **kwargs)

    wrapper.count = 0
    return wrapper


@logged
def predict(X, w, b):
    out = np.zeros(X.shape[0])
    out[np.matmul(X, w) + b > 0] = 1.0
    return out


@logged
def update(w, b, x, y, lr):
    w, b = np.array(w, dtype=float), np.array(b, dtype=float)
    error = y - predict(x[np.newaxis], w, b)[0]
    w += lr * error * x
    b += lr * error
    return w, b


@logged
def fit(X, y, lr=0.1, epochs=100):
    w, b, errors = np.zeros(X.shape[1]), np.array(0.0), []
    for epoch in range(1, epochs + 1):
        errors.append(0)
        for i in range(len(y)):
            if predict(X[i : i + 1], w, b)[0] != y[i]:
                errors[-1] += 1
                w, b = update(w, b, X[i], y[i], lr)
        if errors[-1] == 0:
            return w, float(b), errors
    return w, float(b), errors
