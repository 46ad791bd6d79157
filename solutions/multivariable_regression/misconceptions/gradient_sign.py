# /// misconception
# en = "All your derivatives have the wrong sign: the difference in the gradient is ŷ - y. With y - ŷ there would be a minus in front."
# ko = "모든 기울기의 부호가 반대입니다. 기울기에 들어가는 차는 ŷ - y입니다. y - ŷ를 쓰려면 앞에 음의 부호가 있어야 합니다."
# ///
import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    difference = y - X @ w - b
    return 2 * X.T @ difference / len(y), 2 * np.mean(difference)


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
