# /// misconception
# en = "You collect the corrections of a whole epoch and apply them together. Here each sample corrects the weights at once, and the next sample meets the new ones."
# ko = "한 에포크의 수정량을 모아 한꺼번에 적용하고 있습니다. 여기서는 샘플마다 바로 가중치를 고치고, 다음 샘플은 새 가중치를 만납니다."
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
        error = y - (X @ w + b > 0)
        w = w + lr * error @ X
        b = b + lr * error.sum()
        errors.append(int(np.count_nonzero(error)))
        if errors[-1] == 0:
            break
    return w, b, errors
