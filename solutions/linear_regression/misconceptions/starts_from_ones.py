# /// misconception
# en = "You start from w = b = 1. Any start would do for the limit, but here everybody starts from 0, so the way can be compared."
# ko = "w = b = 1에서 시작하고 있습니다. 극한만 보면 어디에서 시작해도 되지만, 과정을 비교할 수 있도록 여기서는 모두 0에서 시작합니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=1.01, epochs=2000):
    w = b = 1.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
