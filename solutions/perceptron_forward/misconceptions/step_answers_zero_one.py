# /// misconception
# en = "Your step answers 0 and 1. This perceptron answers -1 and +1. See 'The formula'."
# ko = "계단 함수가 0과 1을 내고 있습니다. 이 퍼셉트론의 출력은 -1과 +1입니다. '수식'을 보십시오."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, 0)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
