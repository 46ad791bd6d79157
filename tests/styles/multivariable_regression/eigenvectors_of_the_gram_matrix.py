import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return float(np.mean((predict(X, w, b) - y) ** 2))


def gradients(X, y, w, b):
    e = predict(X, w, b) - y
    return 2 * X.T @ e / len(y), float(2 * np.mean(e))


def fit(X, y, lr=1e-5, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(X, y, w, b))
        gw, gb = gradients(X, y, w, b)
        w, b = w - lr * gw, b - lr * gb
    return w, b, history


def normal_equation(X, y):
    A = np.append(X, np.ones_like(X[:, :1]), axis=1).astype(float)
    v, Q = np.linalg.eigh(A.T @ A)
    inv = np.array([1 / e if e > 1e-10 * v[-1] else 0.0 for e in v])
    t = Q @ (inv * (Q.T @ (A.T @ y)))
    return np.array(t[:-1]), np.array(t[-1])
