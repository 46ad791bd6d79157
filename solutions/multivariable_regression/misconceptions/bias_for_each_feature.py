# /// misconception
# en = "You add the bias to every feature before summing, so it counts d times. It is added once for each sample."
# ko = "더하기 전에 특성마다 편향을 더하고 있어서 편향이 d번 들어갑니다. 샘플마다 한 번만 더하십시오."
# ///
import numpy as np


def predict(X, w, b):
    return np.sum(X * w + b, axis=1)


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    difference = X @ w + b - y
    return 2 * X.T @ difference / len(y), 2 * np.mean(difference)


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
