# /// misconception
# en = "You add up y - ŷ itself, so that a miss and a false alarm cancel and learning ends too early. Count how often it is not 0."
# ko = "y - ŷ를 그대로 더해서 놓친 것과 잘못 발화한 것이 상쇄되고 학습이 너무 일찍 끝납니다. 0이 아닌 횟수를 세십시오."
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
            wrong += int(error)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
