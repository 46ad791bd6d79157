# /// misconception
# en = "You name XOR as the only labelling without a line. Turn all its signs: XNOR has its equal labels on the diagonals too."
# ko = "직선으로 나눌 수 없는 레이블링이 XOR뿐이라고 답했습니다. 모든 부호를 뒤집은 XNOR도 같은 레이블이 대각선에 놓이므로 나눌 수 없습니다."
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
    return [int(label) for label in y] != [-1, 1, 1, -1]
