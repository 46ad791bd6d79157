# /// misconception
# en = "Your column of ones stands in front, but the bias is read from the end. Where the ones are, there is the bias."
# ko = "1로 된 열은 맨 앞에 있는데 편향은 맨 뒤에서 읽고 있습니다. 1이 있는 자리가 편향의 자리입니다."
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
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(X, y, w, b))
        slopes, offset = gradients(X, y, w, b)
        w = w - lr * slopes
        b = b - lr * offset
    return w, b, history


def normal_equation(X, y):
    A = np.column_stack([np.ones(len(X)), X])
    found = np.linalg.pinv(A) @ y
    return found[:-1], found[-1]
