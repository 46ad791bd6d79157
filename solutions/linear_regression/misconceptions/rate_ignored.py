# /// misconception
# en = "Your updates do not depend on the learning rate. Multiply each derivative by lr before you subtract it."
# ko = "갱신이 학습률에 따라 달라지지 않습니다. 빼기 전에 각 기울기에 lr을 곱하십시오."
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
        w -= 0.01 * slope
        b -= 0.01 * offset
    return w, b, history
