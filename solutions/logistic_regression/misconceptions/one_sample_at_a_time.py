# /// misconception
# en = "fit updates after each sample. An epoch of this exercise is one update from all samples together."
# ko = "fit이 샘플마다 갱신합니다. 이 과제의 한 에포크는 모든 샘플을 함께 쓴 갱신 한 번입니다."
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
        history.append(bce(predict_proba(X, w, b), y))
        for i in range(len(X)):
            dw, db = gradients(X[i : i + 1], y[i : i + 1], w, b)
            w, b = w - lr * dw, b - lr * db
    return w, b, history
