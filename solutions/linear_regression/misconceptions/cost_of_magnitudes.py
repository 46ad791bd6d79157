# /// misconception
# en = "Your cost averages the magnitudes of the errors. Here it is the mean of their squares."
# ko = "비용에서 오차의 절댓값을 평균하고 있습니다. 여기서는 오차의 제곱을 평균합니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean(np.abs(predict(x, w, b) - y))


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
