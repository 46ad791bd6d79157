# /// misconception
# en = "Your line multiplies by b and adds w. The weight w is multiplied by x, the bias b is added."
# ko = "x에 b를 곱하고 w를 더하고 있습니다. x에 곱하는 것은 가중치 w이고, 더하는 것은 편향 b입니다."
# ///
import numpy as np


def predict(x, w, b):
    return b * x + w


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
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
