# /// misconception
# en = "Your predict answers -1 and +1. The labels here are 0 and 1, and so are the answers."
# ko = "predict가 -1과 +1을 내고 있습니다. 여기서는 레이블이 0과 1이므로 출력도 0과 1입니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, -1)


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
        if wrong == 0:
            break
    return w, b, errors
