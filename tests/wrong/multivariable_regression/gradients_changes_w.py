# wrong: moves the caller's weights a little and not quite back
import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    h, found = 1e-4, []
    for i in range(len(w)):
        w[i] += h
        up = cost(X, y, w, b)
        w[i] -= 2 * h
        found.append((up - cost(X, y, w, b)) / (2 * h))
    return np.array(found), 2 * np.mean(X @ w + b - y)


def fit(X, y, lr=1e-5, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(X, y, w, b))
        slopes, offset = gradients(X, y, w, b)
        w = w - lr * slopes
        b = b - lr * offset
    return w, b, history


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    found = np.linalg.pinv(A) @ y
    return found[:-1], found[-1]
