# /// misconception
# en = "You multiply X itself with the differences, which fits only where there are as many samples as features, and is wrong there. The sum runs over the samples: it needs the transpose."
# ko = "X 자체에 차를 곱하고 있습니다. 샘플과 특성의 개수가 같을 때만 계산되고 그때도 틀린 값입니다. 합은 샘플에 대해 구하므로 전치 행렬이 필요합니다."
# ///
import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    difference = X @ w + b - y
    return 2 * X @ difference / len(y), 2 * np.mean(difference)


def fit(X, y, lr=1e-5, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(X, y, w, b))
        slopes, offset = gradients(X, y, w, b)
        w = w - lr * slopes
        b = b - lr * offset
    return w, b, history


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    found = np.linalg.pinv(A) @ y
    return found[:-1], found[-1]
