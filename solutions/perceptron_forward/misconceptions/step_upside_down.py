# /// misconception
# en = "Your step is upside down: it gives -1 above 0 and +1 below."
# ko = "계단 함수의 부호가 반대입니다. 0보다 클 때 -1, 작을 때 +1을 내고 있습니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, -1, 1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
