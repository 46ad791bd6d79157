# /// misconception
# en = "Your forward returns the sum of the output unit. The step comes after the last layer too: the answers are +1 and -1."
# ko = "forward가 출력 유닛의 합을 그대로 반환하고 있습니다. 마지막 층 다음에도 계단 함수를 적용해야 하며, 출력은 +1과 -1입니다."
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
    return (add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
