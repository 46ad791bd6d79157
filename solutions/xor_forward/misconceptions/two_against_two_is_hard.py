# /// misconception
# en = "You refuse every labelling with two +1 and two -1. If the two equal labels are neighbours, a line between them and the others works."
# ko = "+1과 -1이 두 개씩이면 모두 나눌 수 없다고 답했습니다. 같은 레이블이 이웃해 있으면 그 사이로 직선을 그을 수 있습니다."
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
    return sum(y) != 0
