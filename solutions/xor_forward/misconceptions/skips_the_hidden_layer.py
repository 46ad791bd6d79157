# /// misconception
# en = "Your output unit looks at the inputs themselves. It should look at the two hidden units: without them this is a single perceptron."
# ko = "출력 유닛이 입력을 직접 보고 있습니다. 두 은닉 유닛의 출력을 보아야 합니다. 은닉층이 없으면 퍼셉트론 하나와 같습니다."
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
    return step(add_bias(X) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
