# /// misconception
# en = "You return the derivative with respect to b first. The order is w, then b."
# ko = "b로 미분한 값을 먼저 반환하고 있습니다. 순서는 w, b입니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference), 2 * np.mean(difference * x)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        e = w * x + b - y
        history.append(np.mean(e**2))
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b, history
