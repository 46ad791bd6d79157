"""Loops over plain Python numbers; NumPy only carries the result; integer weights with another second layer."""

import numpy as np

U1 = np.array([[-1, 2, 2], [3, -2, -2]])
U2 = np.array([[-3, 2, 2]])


def step(s):
    result = np.empty(s.shape, dtype=int)
    for index, value in np.ndenumerate(s):
        result[index] = 1 if value > 0 else -1
    return result


def hidden(X, U1):
    n = X.shape[0]
    H = np.zeros((n, 2))
    for i in range(n):
        for j in range(2):
            total = U1[j][0]
            for k in range(2):
                total = total + U1[j][k + 1] * X[i][k]
            H[i, j] = 1 if total > 0 else -1
    return H


def forward(X, U1, U2):
    H = hidden(X, U1)
    out = []
    for h1, h2 in H:
        total = U2[0, 0] + U2[0, 1] * h1 + U2[0, 2] * h2
        out.append(1 if total > 0 else -1)
    return np.array(out)


def linearly_separable(y):
    labels = [int(v) for v in y]
    if labels == [-1, 1, 1, -1]:
        return False
    if labels == [1, -1, -1, 1]:
        return False
    return True
