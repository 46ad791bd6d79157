# /// misconception
# en = "Your step is a smooth curve, tanh. The perceptron decides: +1 or -1, nothing in between."
# ko = "계단 함수 대신 매끄러운 곡선 tanh를 쓰고 있습니다. 퍼셉트론은 +1 아니면 -1로 판단하며 그 사이의 값은 없습니다."
# ///

import numpy as np


def step(s):
    return np.tanh(s)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
