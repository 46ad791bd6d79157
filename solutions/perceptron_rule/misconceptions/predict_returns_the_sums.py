# /// misconception
# en = "Your predict returns the sums. It still has to decide: 1 above 0, else 0."
# ko = "predict가 합을 그대로 반환하고 있습니다. 0보다 크면 1, 아니면 0으로 판단까지 해야 합니다."
# ///

import numpy as np


def predict(X, w, b):
    return X @ w + b


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
