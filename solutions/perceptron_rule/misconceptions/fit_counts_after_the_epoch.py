# /// misconception
# en = "You count the errors with the weights at the end of the epoch. Count each sample at its turn, with the weights it met."
# ko = "에포크가 끝났을 때의 가중치로 오류를 세고 있습니다. 각 샘플은 자기 차례에, 그때의 가중치로 세어야 합니다."
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
        wrong = int(((X @ w + b > 0) != y).sum())
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
