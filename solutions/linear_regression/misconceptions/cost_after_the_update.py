# /// misconception
# en = "You note the cost after the update. The history holds the cost before each update, so its first entry is the cost at w = b = 0."
# ko = "갱신한 뒤의 비용을 기록하고 있습니다. history에는 갱신하기 전마다의 비용을 담으므로 첫째 값은 w = b = 0에서의 비용입니다."
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
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
        history.append(cost(x, y, w, b))
    return w, b, history
