# /// misconception
# en = "Your predictions are stored in an array with the dtype of x. Where x holds integers their fractions are cut off: let NumPy choose the dtype."
# ko = "예측값을 x와 dtype이 같은 배열에 저장하고 있어서 x가 정수이면 소수 부분이 잘립니다. dtype은 NumPy가 정하게 하십시오."
# ///
import numpy as np


def predict(x, w, b):
    y_hat = np.zeros_like(x)
    y_hat[:] = w * x + b
    return y_hat


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
        w -= lr * slope
        b -= lr * offset
    return w, b, history
