# /// misconception
# en = "You answer -1 and 1. The classes of this exercise are 0 and 1."
# ko = "-1과 1로 답하고 있습니다. 이 과제의 클래스는 0과 1입니다."
# ///
import numpy as np

EPSILON = 1e-12


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict_proba(X, w, b):
    return sigmoid(X @ w + b)


def predict(X, w, b):
    return np.where(predict_proba(X, w, b) >= 0.5, 1, -1)


def bce(p, y):
    p = np.clip(p, EPSILON, 1 - EPSILON)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def gradients(X, y, w, b):
    errors = predict_proba(X, w, b) - y
    return X.T @ errors / len(y), float(np.mean(errors))


def fit(X, y, lr=0.1, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(bce(predict_proba(X, w, b), y))
        dw, db = gradients(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b, history
