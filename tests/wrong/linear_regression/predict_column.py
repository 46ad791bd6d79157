# wrong: a column of predictions
import numpy as np


def predict(x, w, b):
    return (w * x + b).reshape(-1, 1)


def cost(x, y, w, b):
    return np.mean((w * x + b - y) ** 2)


def gradients(x, y, w, b):
    d = w * x + b - y
    return 2 * np.mean(d * x), 2 * np.mean(d)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
