# /// misconception
# en = "Both your derivatives have the wrong sign. Differentiating (ŷ - y)² gives 2 (ŷ - y) times the inner derivative; with y - ŷ there would be a minus in front."
# ko = "두 기울기의 부호가 모두 반대입니다. (ŷ - y)²을 미분하면 2 (ŷ - y)에 안쪽 미분을 곱한 값입니다. y - ŷ를 쓰려면 앞에 음의 부호가 있어야 합니다."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = y - predict(x, w, b)
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        e = w * x + b - y
        history.append(np.mean(e**2))
        w, b = w - lr * 2 * np.mean(e * x), b - lr * 2 * np.mean(e)
    return w, b, history
