# wrong: keeps the first line
import numpy as np

LINE = []


def predict(x, w, b):
    LINE[:] = LINE or [w, b]
    return LINE[0] * x + LINE[1]


def cost(x, y, w, b):
    return np.mean((w * x + b - y) ** 2)


def gradients(x, y, w, b):
    difference = w * x + b - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
