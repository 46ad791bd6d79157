# /// misconception
# en = "Your update learns from missed samples only. When the perceptron fires for a label 0, y - ŷ is -1, and it must learn from that as well."
# ko = "놓친 샘플에서만 학습하고 있습니다. 레이블이 0인데 발화하면 y - ŷ가 -1이므로, 이때도 학습해야 합니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (1 if x @ w + b > 0 else 0)
    error = max(error, 0)
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
