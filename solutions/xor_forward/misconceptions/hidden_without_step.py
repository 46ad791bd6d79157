# /// misconception
# en = "Your hidden layer hands on the sums themselves. Without the step after each layer the two layers collapse into a single line."
# ko = "은닉층이 합을 그대로 넘기고 있습니다. 층마다 계단 함수를 적용하지 않으면 두 층이 직선 하나로 합쳐져 버립니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return add_bias(X) @ U1.T


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
