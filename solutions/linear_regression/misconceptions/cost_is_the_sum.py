# /// misconception
# en = "Your cost adds the squared errors up without dividing by the number of samples. It is their mean. See 'A worked example': 8610 / 4."
# ko = "비용에서 오차의 제곱을 더하기만 하고 샘플의 개수로 나누지 않았습니다. 평균을 구해야 합니다. '풀이 예제'의 8610 / 4를 보십시오."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.sum((predict(x, w, b) - y) ** 2)


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
