import math

import numpy as np

NAMES = ("identity", "step", "sigmoid", "tanh", "relu", "softmax")


def activate(sums, name):
    if name == "identity":
        return sums
    if name == "step":
        return [1 if s > 0 else -1 for s in sums]
    if name == "sigmoid":
        return [1 / (1 + math.exp(-s)) if s >= 0 else math.exp(s) / (1 + math.exp(s)) for s in sums]
    if name == "tanh":
        return [math.tanh(s) for s in sums]
    if name == "relu":
        return [s if s > 0 else 0.0 for s in sums]
    top = max(sums)
    powers = [math.exp(s - top) for s in sums]
    return [p / sum(powers) for p in powers]


def layer(Z, U, activation):
    n, m = Z.shape
    k, columns = U.shape
    if activation not in NAMES:
        raise ValueError("activation")
    if columns != m + 1:
        raise ValueError("shape")
    out = np.zeros((n, k))
    for i in range(n):
        sums = []
        for j in range(k):
            s = float(U[j, 0])
            for h in range(m):
                s += float(U[j, h + 1]) * float(Z[i, h])
            sums.append(s)
        out[i] = activate(sums, activation)
    return out


def forward(X, weights, activations):
    if len(weights) != len(activations):
        raise ValueError("as many activations as matrices")
    for i in range(len(weights)):
        X = layer(X, weights[i], activations[i])
    return X


def predict_class(O):
    numbers = []
    for row in O.tolist():
        numbers.append(row.index(max(row)))
    return numbers


def collapse(weights):
    d = weights[0].shape[1] - 1
    columns = []
    for h in range(d + 1):
        point = np.zeros((1, d))
        if h:
            point[0, h - 1] = 1.0
        columns.append(forward(point, weights, ["identity"] * len(weights))[0])
    return np.array([columns[0]] + [c - columns[0] for c in columns[1:]]).T
