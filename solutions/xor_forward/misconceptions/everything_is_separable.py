# /// misconception
# en = "You call every labelling separable. Two are not: try to draw the line for XOR."
# ko = "모든 레이블링이 선형 분리 가능하다고 답했습니다. 그렇지 않은 레이블링이 두 가지 있습니다. XOR를 나누는 직선을 그어 보십시오."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return step(add_bias(X) @ U1.T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    return True
