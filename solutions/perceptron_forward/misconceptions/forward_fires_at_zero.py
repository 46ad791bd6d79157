# /// misconception
# en = "A point exactly on the line gets +1 from you. A sum of 0 is not above 0: the answer is -1."
# ko = "직선 위에 정확히 놓인 점에 +1을 내고 있습니다. 합이 0이면 0보다 크지 않으므로 -1입니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u >= 0, 1, -1)
