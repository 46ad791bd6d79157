# /// misconception
# en = "You copy X into an array of integers, and its fractions are cut off. Make the array float64."
# ko = "X를 정수 배열에 옮겨 담아 소수 부분이 잘립니다. float64 배열을 만드십시오."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    result = np.ones((X.shape[0], X.shape[1] + 1), dtype=int)
    result[:, 1:] = X
    return result


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
