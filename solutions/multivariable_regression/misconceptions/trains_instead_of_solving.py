# /// misconception
# en = "Your normal equation runs gradient descent, which is far from the lowest point after any reasonable number of epochs. It is a system of linear equations: solve it."
# ko = "정규 방정식 대신 경사 하강법을 실행하고 있어서 에포크가 많아도 가장 낮은 점에 이르지 못합니다. 연립일차방정식이므로 직접 푸십시오."
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
    w, b, _ = fit(X, y)
    return w, b
