# /// misconception
# en = "Your functions use the U1 and U2 of the module and ignore the ones they are given. A parameter of the same name is what counts inside a function."
# ko = "함수가 인수로 받은 U1, U2를 무시하고 모듈의 U1, U2를 쓰고 있습니다. 함수 안에서는 인수로 받은 값을 써야 합니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, weights):
    return step(add_bias(X) @ U1.T)


def forward(X, first, second):
    return step(add_bias(hidden(X, first)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
