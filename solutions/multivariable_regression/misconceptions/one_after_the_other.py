# /// misconception
# en = "You move w first and calculate the derivative of b at the new w. Both belong to the old values: calculate both, then move both."
# ko = "w를 먼저 움직이고 새 w에서 b의 기울기를 구하고 있습니다. 둘 다 갱신하기 전의 값에서 구한 다음 함께 움직이십시오."
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
        w = w - lr * gradients(X, y, w, b)[0]
        b = b - lr * gradients(X, y, w, b)[1]
    return w, b, history


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    found = np.linalg.pinv(A) @ y
    return found[:-1], found[-1]
