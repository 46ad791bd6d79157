# /// misconception
# en = "np.sign has three answers: it gives 0 for 0. The step has two, and at 0 it is -1."
# ko = "np.sign의 값은 세 가지여서 0에서 0이 됩니다. 계단 함수의 값은 두 가지뿐이며, 0에서는 -1입니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.sign(s)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return step(add_bias(X) @ U1.T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
