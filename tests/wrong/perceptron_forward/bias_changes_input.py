# wrong: X is scaled in place and only the answer is put right

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    result = np.hstack([np.ones((X.shape[0], 1)), X])
    X *= 0
    return result


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
