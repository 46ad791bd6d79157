"""np.full with a mask, np.insert for the ones, np.dot the other way round, 0-d arrays as truth values, cached weights."""

import numpy as np


def _xor_weights():
    nand, either, both = [1.5, -1, -1], [-0.5, 1, 1], [-1, 1, 1]
    return np.array([nand, either], dtype=np.float64), np.array([both], dtype=int)


U1, U2 = _xor_weights()


def step(s):
    out = np.full(np.shape(s), -1)
    out[np.greater(s, 0)] = 1
    return out


def _forward_layer(X, U):
    return step(np.dot(U, np.insert(X, 0, 1, axis=1).T)).T


def hidden(X, U1):
    return _forward_layer(X, U1)


def forward(X, U1, U2):
    return _forward_layer(hidden(X, U1), U2).reshape(-1)


def linearly_separable(y):
    a, b, c, d = np.array(y)
    # The diagonals carry XOR or XNOR exactly when their sums are +2 and -2.
    return np.array(abs((a + d) - (b + c)) < 4)
