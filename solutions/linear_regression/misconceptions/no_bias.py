# /// misconception
# en = "Your predictions have no bias, so every line goes through the origin. The formula is w x + b."
# ko = "예측값에 편향이 없어서 직선이 항상 원점을 지납니다. 수식은 w x + b입니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x


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
