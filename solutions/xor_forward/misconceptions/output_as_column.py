# /// misconception
# en = "Your forward returns a column of shape (n, 1). One output unit gives one number for each sample: shape (n,)."
# ko = "forward가 모양 (n, 1)인 열을 반환하고 있습니다. 출력 유닛이 하나이므로 샘플마다 수 하나, 곧 모양 (n,)이어야 합니다."
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
    return step(add_bias(hidden(X, U1)) @ U2.T)


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
