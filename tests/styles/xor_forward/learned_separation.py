"""Separability by running the perceptron rule; rows one by one; float answers as 1.0 and 0.0 where a bool is asked."""

import math

import numpy as np

POINTS = ((0, 0), (0, 1), (1, 0), (1, 1))
U1 = np.asarray([[-0.25, 0.5, 0.75], [1.0, -0.75, -0.75]])
U2 = np.asarray([[-0.5, 0.5, 0.5]])


def step(s):
    return np.fromiter((math.copysign(1.0, v) if v > 0 else -1.0 for v in s.flat), dtype=float, count=s.size).reshape(s.shape)


def _unit(u, row):
    bias, *weights = u
    return bias + sum(w * x for w, x in zip(weights, row, strict=True))


def hidden(X, U1):
    return step(np.array([[_unit(u, row) for u in U1] for row in X], dtype=float).reshape(len(X), 2))


def forward(X, U1, U2):
    (u,) = U2
    return step(np.array([_unit(u, row) for row in hidden(X, U1)], dtype=float))


def linearly_separable(y):
    w1 = w2 = b = 0
    for _ in range(100):
        errors = 0
        for (x1, x2), label in zip(POINTS, y):
            fired = 1 if w1 * x1 + w2 * x2 + b > 0 else -1
            if fired != label:
                errors += 1
                w1, w2, b = w1 + label * x1, w2 + label * x2, b + label
        if errors == 0:
            return 1.0
    return 0.0
