# /// misconception
# en = "Your fit runs all epochs even after one without an error. Such an epoch changes nothing any more: stop after the first one."
# ko = "오류가 없는 에포크가 나와도 끝까지 실행하고 있습니다. 그런 에포크 뒤에는 아무것도 바뀌지 않으므로, 처음 나왔을 때 멈추십시오."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (1 if x @ w + b > 0 else 0)
    return w + lr * error * x, b + lr * error


def fit(X, y, lr=0.1, epochs=100):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for x, target in zip(X, y):
            error = target - (1 if x @ w + b > 0 else 0)
            w = w + lr * error * x
            b = b + lr * error
            wrong += int(error != 0)
        errors.append(wrong)
    return w, b, errors
