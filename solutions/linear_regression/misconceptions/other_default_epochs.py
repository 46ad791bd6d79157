# /// misconception
# en = "Without an argument you do not run 2000 epochs. Write the default values as 'What to write' gives them."
# ko = "인수를 주지 않았을 때 실행하는 에포크 수가 2000이 아닙니다. 기본값은 '작성할 내용'에 있는 대로 쓰십시오."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=1000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
