# /// misconception
# en = "Your fit stops before it notes the epoch without an error. That epoch was run: its 0 belongs at the end of the list."
# ko = "오류가 없는 에포크를 기록하기 전에 멈추고 있습니다. 그 에포크도 실행했으므로 목록의 끝에 0이 있어야 합니다."
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
        if wrong == 0:
            break
        errors.append(wrong)
    return w, b, errors
