# /// misconception
# en = "You subtract u[0] as if it were a threshold. As the weight of the constant input 1 it is added."
# ko = "u[0]을 임계값처럼 빼고 있습니다. u[0]은 항상 1인 입력의 가중치이므로 더해야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(X @ u[1:] - u[0] > 0, 1, -1)
