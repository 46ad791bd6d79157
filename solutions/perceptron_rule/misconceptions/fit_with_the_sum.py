# /// misconception
# en = "Your fit learns from the distance between the label and the sum, so right samples change the weights too. Use the answer ŷ, 0 or 1."
# ko = "fit이 레이블과 합의 차이로 학습하여, 맞힌 샘플도 가중치를 바꿉니다. 0 또는 1인 출력 ŷ를 쓰십시오."
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
            error = target - (x @ w + b)
            wrong += int((x @ w + b > 0) != target)
            w = w + lr * error * x
            b = b + lr * error
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
