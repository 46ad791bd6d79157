# It runs the perceptron rule for two epochs only and gives up on labellings that take longer.

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
    w = np.zeros(3)
    rows = [(1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1)]
    for _ in range(2):
        errors = 0
        for row, label in zip(rows, y, strict=True):
            if (1 if w @ row > 0 else -1) != label:
                w, errors = w + label * np.array(row), errors + 1
        if not errors:
            return True
    return False
