# /// misconception
# en = "Your history holds only every hundredth cost. It is fine to print so few; the list gets every one."
# ko = "history에 100번에 한 번씩만 비용을 담고 있습니다. 출력은 그렇게 해도 되지만 리스트에는 모두 담아야 합니다."
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
    for _ in range(epochs):
        if _ % 100 == 0:
            history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
