# wrong: nothing beyond 10000
import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    difference = X @ w + b - y
    return np.clip(2 * X.T @ difference / len(y), -1e4, 1e4), 2 * np.mean(difference)


def fit(X, y, lr=1e-5, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        e = X @ w + b - y
        history.append(np.mean(e**2))
        w, b = w - lr * 2 * e @ X / len(y), b - lr * 2 * np.mean(e)
    return w, b, history


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    found = np.linalg.pinv(A) @ y
    return found[:-1], found[-1]
