# /// misconception
# en = "You overwrite the first column of X with ones. That feature is lost, and the width stays d: put a new column in front."
# ko = "X의 첫째 열을 1로 덮어쓰고 있습니다. 그러면 특성 하나가 사라지고 너비도 d 그대로입니다. 앞에 새 열을 붙이십시오."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    result = X.astype(float)
    result[:, 0] = 1
    return result


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
