# /// misconception
# en = "You round what you return. The next step of a calculation needs all the digits; round only when you print."
# ko = "반환하는 값을 반올림하고 있습니다. 이어지는 계산에는 모든 자릿수가 필요합니다. 반올림은 출력할 때만 하십시오."
# ///
import numpy as np


def predict(x, w, b):
    return np.round(w * x + b, 4)


def cost(x, y, w, b):
    return np.round(np.mean((predict(x, w, b) - y) ** 2), 4)


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
    return round(w, 4), round(b, 4), history
