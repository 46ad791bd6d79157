# /// misconception
# en = "You stop as soon as the cost hardly falls. Here all epochs are run, and the history has as many entries."
# ko = "비용이 거의 줄지 않으면 멈추고 있습니다. 여기서는 에포크를 모두 실행하며 history의 길이도 그와 같습니다."
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
        if len(history) > 1 and abs(history[-2] - history[-1]) < 1e-9:
            break
        slope, offset = gradients(x, y, w, b)
        w -= lr * slope
        b -= lr * offset
    return w, b, history
