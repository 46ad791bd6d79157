# /// misconception
# en = "Your derivative with respect to w lacks the inner derivative: each difference is multiplied by its own x before the mean is taken."
# ko = "w로 미분한 값에 안쪽 미분이 없습니다. 평균을 구하기 전에 각 차에 해당하는 x를 곱해야 합니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
