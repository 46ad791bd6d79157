# /// misconception
# en = "You put a row of ones on top of X. A row is a sample; the ones belong to every sample, so they are a column."
# ko = "X의 위에 1로 된 행을 올리고 있습니다. 행은 샘플입니다. 1은 샘플마다 하나씩 필요하므로 열이어야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.vstack([np.ones((1, X.shape[1])), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
