"""The formulas as they stand: overflow may warn, 1e-12 is added inside the logarithms, results are tuples of float64."""

import numpy as np

eps = 1e-12
sigmoid = lambda z: 1.0 / (1.0 + np.exp(-z))  # noqa: E731


class LogisticRegression:
    def __init__(self, lr, epochs):
        self.lr, self.epochs = lr, epochs

    def __call__(self, X, y):
        n, d = X.shape
        self.w, self.b = np.zeros((d,)), np.float64(0)
        self.history = ()
        for _ in range(self.epochs):
            a = predict_proba(X, self.w, self.b)
            self.history += (bce(a, y),)
            dz = a - y
            self.w -= self.lr * (1 / n) * np.dot(X.T, dz)
            self.b -= self.lr * (1 / n) * np.sum(dz)
        return self.w, self.b, list(self.history)


def predict_proba(X, w, b):
    return sigmoid(np.dot(X, w) + b)


def predict(X, w, b):
    return np.array(predict_proba(X, w, b) >= 0.5, dtype=np.uint8)


def bce(p, y):
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))


def gradients(X, y, w, b):
    m = len(y)
    dz = predict_proba(X, w, b) - y
    return np.dot(X.T, dz) / m, np.sum(dz) / m


def fit(X, y, lr=0.1, epochs=1000):
    return LogisticRegression(lr, epochs)(X, y)
