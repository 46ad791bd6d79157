# wrong: labels are compared with their mean, so that labels all of class 1 become class 0
import numpy as np

def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

def predict_proba(X, w, b):
    return sigmoid(X @ w + b)

def predict(X, w, b):
    return (predict_proba(X, w, b) >= 0.5).astype(int)

def bce(p, y):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

def gradients(X, y, w, b):
    d = predict_proba(X, w, b) - y
    return X.T @ d / len(y), float(np.mean(d))

def fit(X, y, lr=0.1, epochs=1000):
    w = np.zeros(X.shape[1])
    b = 0.0
    history = []
    y = (y > y.mean()).astype(float)
    for _ in range(epochs):
        p = predict_proba(X, w, b)
        history.append(bce(p, y))
        gw, gb = gradients(X, y, w, b)
        w = w - lr * gw
        b = b - lr * gb
    return w, b, history
