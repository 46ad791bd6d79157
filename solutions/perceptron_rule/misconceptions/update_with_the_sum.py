# /// misconception
# en = "Your update uses the distance from the label to the sum w·x + b. The perceptron rule uses the answer ŷ, 0 or 1, so that right samples change nothing."
# ko = "레이블에서 합 w·x + b를 뺀 값으로 고치고 있습니다. 퍼셉트론 규칙은 0 또는 1인 출력 ŷ를 쓰므로, 맞힌 샘플에서는 아무것도 바뀌지 않습니다."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (x @ w + b)
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
