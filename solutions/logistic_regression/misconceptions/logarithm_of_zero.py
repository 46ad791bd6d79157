# /// misconception
# en = "Nothing keeps the logarithm from 0, so a probability of 0 or 1 gives inf or nan. Clip the probabilities first, very close to 0 and 1."
# ko = "로그에 0이 들어가는 것을 막지 않아서 확률이 0이나 1이면 inf 또는 nan이 나옵니다. 먼저 확률을 0과 1에 아주 가까운 곳에서 자르십시오."
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
