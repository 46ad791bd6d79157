# /// misconception
# en = "Your update learns the weights and leaves the bias as it was. The bias is learned too, as the weight of an input that is always 1."
# ko = "가중치만 고치고 편향은 그대로 두었습니다. 편향도 항상 1인 입력의 가중치처럼 학습해야 합니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (1 if x @ w + b > 0 else 0)
    return w + lr * error * x, b


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
