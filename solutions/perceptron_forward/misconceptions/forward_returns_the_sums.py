# /// misconception
# en = "You return the sums u Xᵀ themselves. The step is missing: the answers are +1 and -1."
# ko = "합 u Xᵀ를 그대로 반환하고 있습니다. 계단 함수가 빠졌습니다. 출력은 +1과 -1이어야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.hstack([np.ones((X.shape[0], 1)), X]) @ u
