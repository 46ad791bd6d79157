# /// misconception
# en = "Your update turns the weights the wrong way: use y - ŷ, not ŷ - y. After a missed sample the weights must turn towards it."
# ko = "가중치가 반대 방향으로 움직이고 있습니다. ŷ - y가 아니라 y - ŷ를 써야 합니다. 놓친 샘플이 있으면 가중치가 그 샘플 쪽으로 움직여야 합니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = (1 if x @ w + b > 0 else 0) - y
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
