# /// misconception
# en = "Your step gives +1 at 0. It is +1 only above 0: compare with > and not >=."
# ko = "계단 함수가 0에서 +1을 내고 있습니다. 0보다 클 때만 +1이므로 >=가 아니라 >로 비교해야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s >= 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
