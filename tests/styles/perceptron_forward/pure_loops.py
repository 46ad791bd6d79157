"""Loops over plain floats; arrays only where they are returned."""

import numpy as np


def step(s):
    out = np.empty(s.shape)
    for index in np.ndindex(s.shape):
        out[index] = 1.0 if s[index] > 0 else -1.0
    return out


def add_bias(X):
    n, d = X.shape
    out = np.empty((n, d + 1))
    for i in range(n):
        out[i, 0] = 1
        for j in range(d):
            out[i, j + 1] = X[i, j]
    return out


def perceptron_forward(X, u):
    n, d = X.shape
    if u.ndim != 1 or u.shape[0] != d + 1:
        raise ValueError("u has the wrong shape")
    answers = []
    for i in range(n):
        total = float(u[0])
        for j in range(d):
            total += float(X[i, j]) * float(u[j + 1])
        answers.append(1 if total > 0 else -1)
    return np.array(answers, dtype=int)
