# /// misconception
# en = "Your update takes ŷ as -1 or +1 while y is 0 or 1, so their difference is never 0 for a label 0. Both are 0 or 1 here."
# ko = "y는 0 또는 1인데 ŷ를 -1 또는 +1로 계산하여, 레이블이 0이면 맞혀도 차이가 0이 되지 않습니다. 여기서는 둘 다 0 또는 1입니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (1 if x @ w + b > 0 else -1)
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
