# /// misconception
# en = "You start from random numbers. Here everybody starts from w = b = 0, and no randomness is used."
# ko = "임의의 수에서 시작하고 있습니다. 여기서는 모두 w = b = 0에서 시작하며 난수를 쓰지 않습니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w, b = np.random.default_rng(0).normal(size=2)
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
