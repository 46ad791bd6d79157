import math

import numpy as np


def one(z):
    if z < 0:
        e = math.exp(z)
        return e / (1.0 + e)
    return 1.0 / (1.0 + math.exp(-z))


def sigmoid(z):
    return np.array([one(float(v)) for v in z])


def logit(row, w, b):
    total = float(b)
    for j in range(len(w)):
        total += float(row[j]) * float(w[j])
    return total


def predict_proba(X, w, b):
    return np.array([one(logit(row, w, b)) for row in X])


def predict(X, w, b):
    return np.array([1 if logit(row, w, b) >= 0 else 0 for row in X])


def bce(p, y):
    total = 0.0
    for pi, yi in zip(p, y):
        q = float(pi) if yi == 1 else 1.0 - float(pi)
        total -= math.log(q) if q > 0 else -30.0
    return total / len(p)


def gradients(X, y, w, b):
    n, d = X.shape
    dw, db = [0.0] * d, 0.0
    for i in range(n):
        error = one(logit(X[i], w, b)) - float(y[i])
        db += error / n
        for j in range(d):
            dw[j] += error * float(X[i, j]) / n
    return np.array(dw), db


def fit(X, y, lr=0.1, epochs=1000):
    w = [0.0] * X.shape[1]
    b = 0.0
    history = []
    epoch = 0
    while epoch < epochs:
        history.append(bce(predict_proba(X, w, b), y))
        dw, db = gradients(X, y, w, b)
        for j in range(len(w)):
            w[j] -= lr * float(dw[j])
        b -= lr * db
        epoch += 1
    return np.array(w), b, history
