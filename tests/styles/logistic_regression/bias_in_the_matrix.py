import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=np.float64)
    out = np.empty(z.shape)
    right = z >= 0
    out[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    out[~right] = e / (1 + e)
    return out


def _extended(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def _gradient(A, y, u):
    return A.T @ (sigmoid(A @ u) - y) / A.shape[0]


def predict_proba(X, w, b):
    return sigmoid(_extended(X) @ np.concatenate([[b], w]))


def predict(X, w, b):
    return np.where(predict_proba(X, w, b) < 0.5, 0.0, 1.0)


def bce(p, y):
    eps = 1e-15
    p = np.minimum(np.maximum(p, eps), 1 - eps)
    return np.asarray(np.sum(np.where(y == 1, -np.log(p), -np.log(1 - p))) / p.size)


def gradients(X, y, w, b):
    g = _gradient(_extended(X), y, np.concatenate([[b], w]))
    return g[1:], g[0]


def fit(X, y, lr=0.1, epochs=1000):
    A = _extended(X)
    u = np.zeros(A.shape[1])
    history = np.zeros(epochs)
    for t in range(epochs):
        history[t] = bce(sigmoid(A @ u), y)
        u -= lr * _gradient(A, y, u)
    return u[1:], u[0], list(history)
