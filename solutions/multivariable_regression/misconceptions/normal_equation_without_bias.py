# /// misconception
# en = "Your normal equation has no column of ones, so the plane is forced through the origin and b is 0. The bias is one of the weights."
# ko = "정규 방정식에 1로 된 열이 없어서 평면이 원점을 지나게 되고 b가 0이 됩니다. 편향도 하나의 가중치입니다."
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
    return np.linalg.pinv(X) @ y, 0.0
