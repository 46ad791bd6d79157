# /// misconception
# en = "You use tanh, which runs from -1 to 1. A probability lies between 0 and 1: that is the sigmoid."
# ko = "tanh를 쓰고 있는데, tanh의 값은 -1과 1 사이입니다. 확률은 0과 1 사이여야 하므로 시그모이드를 씁니다."
# ///
import numpy as np

EPSILON = 1e-12


def sigmoid(z):
    return np.tanh(z)


def predict_proba(X, w, b):
    return sigmoid(X @ w + b)


def predict(X, w, b):
    return (predict_proba(X, w, b) >= 0.5).astype(int)


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
