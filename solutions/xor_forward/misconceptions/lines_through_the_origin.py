# /// misconception
# en = "You try only lines through the origin. A line may lie anywhere: the bias moves it."
# ko = "원점을 지나는 직선만 시도하고 있습니다. 직선은 어디에나 놓일 수 있으며, 편향이 직선을 옮깁니다."
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
    corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
    for w1 in (-2, -1, 1, 2):
        for w2 in (-2, -1, 1, 2):
            if all((w1 * x1 + w2 * x2 > 0) == (label > 0) for (x1, x2), label in zip(corners, y, strict=True)):
                return True
    return False
