# /// misconception
# en = "Your perceptron fires when the sum is exactly 0. It fires only above 0, and that decides the very first step, since learning starts from zeros."
# ko = "합이 정확히 0일 때도 발화하고 있습니다. 0보다 커야 발화합니다. 0에서 학습을 시작하므로 첫 단계부터 결과가 달라집니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b >= 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (1 if x @ w + b >= 0 else 0)
    return w + lr * error * x, b + lr * error


def fit(X, y, lr=0.1, epochs=100):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for x, target in zip(X, y):
            error = target - (1 if x @ w + b >= 0 else 0)
            w = w + lr * error * x
            b = b + lr * error
            wrong += int(error != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
