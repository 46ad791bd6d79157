# /// misconception
# en = "With np.sign your perceptron answers 0 for a point exactly on the line. Use the step, which says -1 there."
# ko = "np.sign을 써서 직선 위에 정확히 놓인 점에 0을 내고 있습니다. 그곳에서 -1을 내는 계단 함수를 쓰십시오."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.sign(np.hstack([np.ones((X.shape[0], 1)), X]) @ u)
