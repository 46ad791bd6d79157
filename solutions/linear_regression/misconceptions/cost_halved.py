# /// misconception
# en = "Your cost has a factor 1/2. Some books put it there to simplify the derivative; here the cost is the mean of the squares as it stands."
# ko = "비용에 1/2이 곱해져 있습니다. 미분을 간단히 하려고 1/2을 곱하는 책도 있지만, 여기서 비용은 제곱의 평균 그대로입니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return 0.5 * np.mean((predict(x, w, b) - y) ** 2)


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
