# wrong: parameters in the order w, b, x, y
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(w, b, x, y):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        e = w * x + b - y
        history.append(np.mean(e**2))
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b, history
