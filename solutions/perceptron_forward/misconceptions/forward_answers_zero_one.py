# /// misconception
# en = "Your perceptron answers 0 and 1, as in the exercise on gates. Here it answers -1 and +1."
# ko = "게이트 문제에서처럼 0과 1을 내고 있습니다. 여기서는 -1과 +1을 내야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, 0)
