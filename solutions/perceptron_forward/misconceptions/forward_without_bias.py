# /// misconception
# en = "You leave out the bias u[0]: only the products with the features are summed, so every line passes through the origin."
# ko = "편향 u[0]을 빠뜨리고 특성과의 곱만 더하고 있습니다. 그러면 모든 직선이 원점을 지나게 됩니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(X @ u[1:] > 0, 1, -1)
