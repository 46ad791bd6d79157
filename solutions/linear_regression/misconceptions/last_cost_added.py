# /// misconception
# en = "Your history has one entry too many: the cost after the last update is not asked for. There is one entry for each epoch."
# ko = "history에 값이 하나 더 있습니다. 마지막으로 갱신한 뒤의 비용은 담지 않습니다. 에포크마다 값이 하나씩입니다."
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
        b -= lr * offset
    history.append(cost(x, y, w, b))
    return w, b, history
