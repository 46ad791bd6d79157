# /// misconception
# en = "You update after every single sample. That is stochastic gradient descent; here an epoch is one update with the mean over all samples."
# ko = "샘플 하나마다 갱신하고 있습니다. 그것은 확률적 경사 하강법입니다. 여기서는 모든 샘플의 평균으로 에포크마다 한 번만 갱신합니다."
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
        for i in range(len(x)):
            slope, offset = gradients(x[i : i + 1], y[i : i + 1], w, b)
            w -= lr * slope
            b -= lr * offset
    return w, b, history
