# /// misconception
# en = "Your updates add the gradient and climb out of the bowl. Descent goes against the gradient: minus."
# ko = "기울기를 더하고 있어서 그릇 밖으로 올라갑니다. 하강은 기울기와 반대 방향이므로 빼야 합니다."
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
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)
        w += lr * slope
        b += lr * offset
    return w, b, history
