# /// misconception
# en = "You answer for the first row only and repeat that for the whole batch. Every sample has its own sum."
# ko = "첫째 행의 답만 구해 배치 전체에 되풀이하고 있습니다. 합은 샘플마다 따로 구해야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.array([1 if u[0] + X[0] @ u[1:] > 0 else -1] * len(X))
