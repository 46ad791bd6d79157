# /// misconception
# en = "Your bias stays 0: only the weight is updated. Both numbers move in every epoch."
# ko = "편향이 계속 0입니다. 가중치만 갱신하고 있습니다. 에포크마다 두 수를 모두 움직여야 합니다."
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
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
    return w, b, history
