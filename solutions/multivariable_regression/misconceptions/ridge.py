# /// misconception
# en = "You add a small number to the diagonal to make the matrix invertible. That is ridge regression, and it gives weights that are too small everywhere."
# ko = "역행렬이 생기도록 대각선에 작은 수를 더하고 있습니다. 그것은 릿지 회귀이며 모든 경우에 가중치가 너무 작아집니다."
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
    A = np.column_stack([X, np.ones(len(X))])
    found = np.linalg.solve(A.T @ A + 1e-3 * np.eye(A.shape[1]), A.T @ y)
    return found[:-1], found[-1]
