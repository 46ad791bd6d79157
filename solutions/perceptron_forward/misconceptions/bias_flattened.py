# /// misconception
# en = "np.insert without an axis, or np.append, makes one long row of everything. Say axis=1 to insert a column."
# ko = "np.insert에 axis를 주지 않으면 모든 값이 한 줄로 펴집니다. 열을 넣으려면 axis=1이라고 해야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.insert(X, 0, 1)


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
