# /// misconception
# en = "The second row of your U1 is AND. With OR beside it the output unit finds AND again; it needs NAND, \"not both\"."
# ko = "U1의 둘째 행이 AND입니다. OR와 AND를 이으면 다시 AND가 됩니다. \"둘 다는 아님\"을 뜻하는 NAND가 필요합니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [-1.5, 1.0, 1.0]])
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
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
