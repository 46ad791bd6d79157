import math

import numpy as np


def one(row):
    biggest = max(float(v) for v in row)
    powers = []
    for v in row:
        powers.append(math.exp(float(v) - biggest))
    total = math.fsum(powers)
    return [power / total for power in powers]


def softmax(x):
    if x.ndim == 1:
        return np.array(one(x))
    result = np.empty(x.shape, dtype=float)
    for i in range(x.shape[0]):
        for j, p in enumerate(one(x[i])):
            result[i, j] = p
    return result


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("t")
    return softmax(np.asarray(x, dtype=float) / float(t))
