# /// misconception
# en = "Your new column holds zeros, and a weight times 0 is no bias. It must hold ones."
# ko = "새로 붙인 열이 0으로 되어 있습니다. 가중치에 0을 곱하면 편향이 되지 않으므로 1이어야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.zeros((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
