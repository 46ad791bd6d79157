# /// misconception
# en = "Your gradient with respect to w lacks the features: it holds the mean difference for every weight. Each difference is multiplied by the sample's features."
# ko = "w에 대한 기울기에 특성이 곱해져 있지 않아 모든 가중치에 차의 평균이 들어 있습니다. 각 차에 그 샘플의 특성을 곱해야 합니다."
# ///
import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    difference = X @ w + b - y
    return np.full(X.shape[1], 2 * np.mean(difference)), 2 * np.mean(difference)


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
