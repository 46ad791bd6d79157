# /// misconception
# en = "Your step answers 0 where it should answer -1. In this exercise every unit says +1 or -1, and the next layer counts on it."
# ko = "-1이어야 할 곳에서 0을 출력하고 있습니다. 이 과제에서는 모든 유닛이 +1 또는 -1을 출력하며, 다음 층은 그 값을 그대로 씁니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, 0)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return step(add_bias(X) @ U1.T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
