# /// misconception
# en = "Your weights take the type of X. With integer samples every step smaller than 1 is cut off: start from float64 zeros."
# ko = "가중치가 X의 자료형을 따릅니다. 샘플이 정수이면 1보다 작은 수정량은 잘려 나갑니다. float64의 0에서 시작하십시오."
# ///

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


def update(w, b, x, y, lr):
    error = y - (1 if x @ w + b > 0 else 0)
    return w + lr * error * x, b + lr * error


def fit(X, y, lr=0.1, epochs=100):
    w, b, errors = np.zeros(X.shape[1], dtype=X.dtype), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for x, target in zip(X, y):
            error = target - (1 if x @ w + b > 0 else 0)
            w = (w + lr * error * x).astype(X.dtype)
            b = b + lr * error
            wrong += int(error != 0)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
