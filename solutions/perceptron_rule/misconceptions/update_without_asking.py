# /// misconception
# en = "Your update adds lr · y · x whatever the perceptron answers. It should learn only where its answer ŷ is wrong: y - ŷ."
# ko = "퍼셉트론의 답과 관계없이 lr · y · x를 더하고 있습니다. 답 ŷ가 틀렸을 때만, 곧 y - ŷ만큼 학습해야 합니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y
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
