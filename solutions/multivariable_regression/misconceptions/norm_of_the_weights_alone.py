# /// misconception
# en = "Of the equal solutions you take the one with the smallest w and let b be what it has to be. The norm of (w, b) together has to be smallest. See 'The formula'."
# ko = "똑같이 좋은 해 가운데 w가 가장 작은 것을 고르고 b는 그에 맞추고 있습니다. w와 b를 함께 이은 벡터의 노름이 가장 작아야 합니다. '수식'을 보십시오."
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
    w = np.linalg.pinv(X - X.mean(axis=0)) @ (y - y.mean())
    return w, y.mean() - X.mean(axis=0) @ w
