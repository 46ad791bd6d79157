# /// misconception
# en = "You use u whatever its shape: numbers that are too many are left over, those that are missing are taken as 0. Raise ValueError unless u has shape (d+1,)."
# ko = "u의 모양을 확인하지 않아 남는 수는 버려지고 모자라는 수는 0으로 취급됩니다. 모양이 (d+1,)이 아니면 ValueError를 일으키십시오."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    u = u.ravel()
    s = np.full(X.shape[0], u[0], dtype=float)
    for feature, weight in zip(X.T, u[1:]):
        s += weight * feature
    return np.where(s > 0, 1, -1)
