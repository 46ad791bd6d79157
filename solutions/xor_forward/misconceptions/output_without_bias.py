# /// misconception
# en = "Your output unit leaves out its bias U2[0, 0]. Each layer has its own bias, and its own constant input 1."
# ko = "출력 유닛에서 편향 U2[0, 0]을 빠뜨렸습니다. 층마다 편향이 있고, 그에 해당하는 상수 입력 1이 있습니다."
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
    return step(hidden(X, U1) @ U2[:, 1:].T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
