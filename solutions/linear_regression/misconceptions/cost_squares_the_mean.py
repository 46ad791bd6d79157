# /// misconception
# en = "Your cost squares the mean error, in which errors of opposite sign have cancelled. Square first, then take the mean."
# ko = "비용에서 오차의 평균을 제곱하고 있어서 부호가 다른 오차가 이미 지워진 뒤입니다. 먼저 제곱한 뒤 평균을 구하십시오."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean(predict(x, w, b) - y) ** 2


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
