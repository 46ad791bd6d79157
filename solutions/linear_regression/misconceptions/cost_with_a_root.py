# /// misconception
# en = "Your cost takes a square root. The mean squared error is the mean of the squares without a root."
# ko = "비용에서 제곱근을 구하고 있습니다. 평균 제곱 오차는 제곱근을 구하지 않은 제곱의 평균입니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.sqrt(np.mean((predict(x, w, b) - y) ** 2))


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
