# wrong: the best line at once, with a history of its cost
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w, b = np.polyfit(x, y, 1) if len(x) > 1 else (0.0, y[0])
    return w, b, [cost(x, y, w, b)] * epochs
