# /// misconception
# en = "Your step has a third answer: np.sign gives 0 at 0. There the step is -1."
# ko = "계단 함수에 셋째 값이 있습니다. np.sign은 0에서 0을 냅니다. 여기서는 -1이어야 합니다."
# ///

import numpy as np


def step(s):
    return np.sign(s)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
