# /// misconception
# en = "You standardise the features before training. That speeds descent up, but w and b then belong to other features than those given."
# ko = "학습하기 전에 특성을 표준화하고 있습니다. 학습은 빨라지지만, 그렇게 구한 w와 b는 주어진 특성에 맞지 않습니다."
# ///
import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    difference = X @ w + b - y
    return 2 * X.T @ difference / len(y), 2 * np.mean(difference)


def fit(X, y, lr=1e-5, epochs=1000):
    X = (X - X.mean(axis=0)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1.0)
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
