# /// misconception
# en = "Without an argument your learning rate is not 0.01. Write the default values as 'What to write' gives them."
# ko = "인수를 주지 않았을 때의 학습률이 0.01이 아닙니다. 기본값은 '작성할 내용'에 있는 대로 쓰십시오."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.001, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
