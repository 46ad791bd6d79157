# /// misconception
# en = "exp(z) / (1 + exp(z)) is right on paper, but your exponent has a factor too many: sigma(2z) rises twice as steeply as sigma(z)."
# ko = "exp(z) / (1 + exp(z))도 맞는 식이지만 지수에 인수가 하나 더 붙었습니다. sigma(2z)는 sigma(z)보다 두 배 가파릅니다."
# ///
import numpy as np

EPSILON = 1e-12


def sigmoid(z):
    return 1 / (1 + np.exp(-2 * z))


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
