# /// misconception
# en = "You ask whether a sample is wrong after you learned from it. Count it before its update: then the mistake was made."
# ko = "샘플을 학습한 뒤에 틀렸는지 묻고 있습니다. 실수는 고치기 전에 일어나므로 고치기 전에 세어야 합니다."
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
            wrong += int((x @ w + b > 0) != target)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
