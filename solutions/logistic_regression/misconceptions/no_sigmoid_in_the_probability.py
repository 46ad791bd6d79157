# /// misconception
# en = "predict_proba returns w·x + b itself, which is no probability: it can be negative or above 1. The sigmoid is missing."
# ko = "predict_proba가 w·x + b를 그대로 반환합니다. 이 값은 음수일 수도, 1보다 클 수도 있으므로 확률이 아닙니다. 시그모이드가 빠졌습니다."
# ///
import numpy as np

EPSILON = 1e-12


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict_proba(X, w, b):
    return X @ w + b


def predict(X, w, b):
    return (sigmoid(predict_proba(X, w, b)) >= 0.5).astype(int)


def bce(p, y):
    p = np.clip(p, EPSILON, 1 - EPSILON)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def gradients(X, y, w, b):
    errors = sigmoid(X @ w + b) - y
    return X.T @ errors / len(y), float(np.mean(errors))


def fit(X, y, lr=0.1, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(bce(sigmoid(X @ w + b), y))
        dw, db = gradients(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b, history
