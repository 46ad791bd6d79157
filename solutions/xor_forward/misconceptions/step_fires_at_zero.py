# /// misconception
# en = "Your step gives +1 for 0. A unit fires only above 0, so 0 itself belongs to -1: compare with > and not >=. See 'The formula'."
# ko = "0에서 +1을 출력하고 있습니다. 유닛은 0보다 클 때만 발화하므로 0에서는 -1입니다. >=가 아니라 >로 비교하십시오. '수식'을 다시 보십시오."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s >= 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return step(add_bias(X) @ U1.T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
