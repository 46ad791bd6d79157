# /// misconception
# en = "You take the last number of u for the bias. The bias is u[0] here; the weights of the features follow."
# ko = "u의 마지막 수를 편향으로 읽고 있습니다. 여기서는 u[0]이 편향이고, 그 뒤가 특성의 가중치입니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([X, np.ones((X.shape[0], 1))]) @ u > 0, 1, -1)
