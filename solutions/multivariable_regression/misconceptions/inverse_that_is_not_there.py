# /// misconception
# en = "You invert the matrix of the normal equation. With fewer samples than weights, or features that depend on each other, it has no inverse: see 'Hint 3'."
# ko = "정규 방정식의 행렬에 역행렬을 구하고 있습니다. 샘플이 가중치보다 적거나 특성이 서로 종속이면 역행렬이 없습니다. '힌트 3'을 보십시오."
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
    found = np.linalg.inv(A.T @ A) @ A.T @ y
    return found[:-1], found[-1]
