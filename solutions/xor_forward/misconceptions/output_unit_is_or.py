# /// misconception
# en = "Your U2 computes OR of the two hidden units, and at every corner at least one of them is +1. XOR needs both: AND of +1 and -1 inputs."
# ko = "U2가 두 은닉 유닛의 OR를 계산하고 있습니다. 어느 점에서나 적어도 하나는 +1이므로 항상 +1이 나옵니다. XOR는 둘 다 +1이어야 하므로 AND가 필요합니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return step(add_bias(X) @ U1.T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
