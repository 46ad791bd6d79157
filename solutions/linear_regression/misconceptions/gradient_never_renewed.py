# /// misconception
# en = "You calculate the gradient once, at the start, and use it in every epoch. The slope of the bowl changes as you move."
# ko = "처음에 구한 기울기를 모든 에포크에서 쓰고 있습니다. 움직이면 그릇의 기울기도 달라지므로 매번 다시 구하십시오."
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
    w = b = 0.0
    history = []
    slope, offset = gradients(x, y, w, b)
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        w -= lr * slope
        b -= lr * offset
    return w, b, history
