# /// misconception
# en = "You add the bias once for every feature. It belongs to a single column of ones and is added once."
# ko = "편향을 특성마다 더하고 있습니다. 편향은 1로 된 열 하나에 대응하므로 한 번만 더해야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where((X * u[1:] + u[0]).sum(axis=1) > 0, 1, -1)
