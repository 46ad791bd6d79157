"""Answers with plain lists wherever a list has the shape; only an empty batch needs an array."""

from math import exp

import numpy as np


def softmax(x):
    if x.size == 0:
        return np.zeros(x.shape)
    if x.ndim == 2:
        return [softmax(row) for row in x]
    top = max(x.tolist())
    e = [exp(v - top) for v in x.tolist()]
    return [v / sum(e) for v in e]


def temperature_softmax(x, t):
    if t <= 0.0:
        raise ValueError("t must be positive")
    return softmax(x / t)
