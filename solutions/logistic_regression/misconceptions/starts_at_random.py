# /// misconception
# en = "fit starts from small random weights. That is for networks with hidden layers; here it starts from zeros, and the first cost is ln 2."
# ko = "fit이 작은 무작위 가중치에서 시작합니다. 그것은 은닉층이 있는 신경망에서 하는 일입니다. 여기서는 0에서 시작하며 첫 비용은 ln 2입니다."
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
    w, b = np.random.default_rng(0).normal(0.0, 0.1, X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(bce(predict_proba(X, w, b), y))
        dw, db = gradients(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b, history
