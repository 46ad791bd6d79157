# /// misconception
# en = "You calculate with -= and *= in the caller's arrays, which changes them and fails for integers. x * w makes a new array."
# ko = "-=와 *=로 호출한 쪽의 배열을 고치고 있어서 그 내용이 바뀌고 정수 배열에서는 실패합니다. x * w는 새 배열을 만듭니다."
# ///
import numpy as np


def predict(x, w, b):
    x *= w
    x += b
    return x


def cost(x, y, w, b):
    return np.mean((predict(x.copy(), w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x.copy(), w, b) - y
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
