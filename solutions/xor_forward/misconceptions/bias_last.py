# /// misconception
# en = "You read the last column of each row as the bias. Here the bias comes first: U[:, 0] belongs to the constant input 1."
# ko = "각 행의 마지막 열을 편향으로 읽고 있습니다. 여기서는 편향이 맨 앞에 있어, U[:, 0]이 상수 입력 1에 해당합니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


def hidden(X, U1):
    return step(add_bias(X) @ U1.T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
