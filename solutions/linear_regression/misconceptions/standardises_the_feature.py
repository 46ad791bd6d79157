# /// misconception
# en = "You standardise x before training, and so find the line for another x. w and b have to fit the x that was given."
# ko = "학습하기 전에 x를 표준화하고 있어서 다른 x에 대한 직선을 구합니다. w와 b는 주어진 x에 맞아야 합니다."
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
    x = (x - np.mean(x)) / (np.std(x) or 1.0)
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
