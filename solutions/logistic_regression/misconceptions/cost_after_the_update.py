# /// misconception
# en = "history holds the cost after each update. It should be measured before: the first entry is ln 2."
# ko = "history에 갱신한 뒤의 비용을 담고 있습니다. 갱신하기 전에 재야 합니다. 첫 값은 ln 2입니다."
# ///
import numpy as np

EPSILON = 1e-12


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


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
        dw, db = gradients(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        history.append(bce(predict_proba(X, w, b), y))
    return w, b, history
