# wrong: b comes first

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (1 if x @ w + b > 0 else 0)
    return b + lr * error, w + lr * error * x


def fit(X, y, lr=0.1, epochs=100):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for x, target in zip(X, y):
            error = target - (1 if x @ w + b > 0 else 0)
            w = w + lr * error * x
            b = b + lr * error
            wrong += int(error != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
