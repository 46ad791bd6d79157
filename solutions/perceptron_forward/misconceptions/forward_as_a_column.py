# /// misconception
# en = "Your answer is a column of shape (n, 1). One number for each sample has the shape (n,)."
# ko = "결과가 모양 (n, 1)인 열입니다. 샘플마다 수가 하나씩이므로 모양은 (n,)이어야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u.reshape(-1, 1) > 0, 1, -1)
