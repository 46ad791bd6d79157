# /// misconception
# en = "You multiply with * and keep the products of single features apart. A prediction is their sum: X @ w multiplies and adds."
# ko = "*로 곱해서 특성마다의 곱이 따로 남아 있습니다. 예측값은 그 합입니다. X @ w는 곱하고 더하기까지 합니다."
# ///
import numpy as np


def predict(X, w, b):
    return X * w + b


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
