# /// misconception
# en = "You check the shape with assert, which raises AssertionError. The caller was promised ValueError."
# ko = "assert로 모양을 확인하여 AssertionError가 발생합니다. 약속한 예외는 ValueError입니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    assert u.shape == (X.shape[1] + 1,), "u does not fit"
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
