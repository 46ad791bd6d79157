# /// misconception
# en = "You multiply the mean difference by the mean of x. The mean of products is not the product of means: multiply each difference by its own x first."
# ko = "차의 평균에 x의 평균을 곱하고 있습니다. 곱의 평균은 평균의 곱과 다릅니다. 먼저 각 차에 해당하는 x를 곱하십시오."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference) * np.mean(x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
