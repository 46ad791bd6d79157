# /// misconception
# en = "Your derivatives are not divided by the number of samples. The cost is a mean, so its gradient is one too: 2/n times the sum."
# ko = "두 기울기를 샘플의 개수로 나누지 않았습니다. 비용이 평균이므로 기울기도 합에 2/n를 곱한 값입니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.sum(difference * x), 2 * np.sum(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
