# /// misconception
# en = "You count on NumPy to complain about a u that does not fit. It does for most shapes, but not for a column (d+1, 1): compare u.shape yourself."
# ko = "u의 모양이 맞지 않을 때 NumPy가 알아서 오류를 내리라고 기대하고 있습니다. 대개는 그렇지만 열 (d+1, 1)은 그냥 통과합니다. u.shape를 직접 비교하십시오."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
