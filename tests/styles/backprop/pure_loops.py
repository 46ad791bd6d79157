import math

import numpy as np


def forward(X, params):
    W1, b1, W2, b2 = (params[k].tolist() for k in ("W1", "b1", "W2", "b2"))
    hidden, probs = [], []
    for x in X.tolist():
        row = []
        for j in range(len(b1)):
            z = b1[j]
            for i in range(len(x)):
                z += x[i] * W1[i][j]
            row.append(1.0 / (1.0 + math.exp(-z)))
        hidden.append(row)
        out = []
        for k in range(len(b2)):
            z = b2[k]
            for j in range(len(row)):
                z += row[j] * W2[j][k]
            out.append(z)
        top = max(out)
        powers = [math.exp(z - top) for z in out]
        probs.append([v / sum(powers) for v in powers])
    if not probs:
        return np.zeros((0, len(b2))), {}
    return probs, {"hidden": hidden, "probs": probs}


def loss(probs, labels):
    total = 0.0
    for row, label in zip(probs, labels):
        total -= math.log(max(row[label], 1e-15))
    return total / len(labels)


def backward(X, labels, params, cache):
    n, d = X.shape
    h, c = params["W2"].shape
    g = {"W1": np.zeros((d, h)), "b1": np.zeros(h), "W2": np.zeros((h, c)), "b2": np.zeros(c)}
    for s in range(n):
        a = cache["hidden"][s]
        delta = [(cache["probs"][s][k] - (1 if labels[s] == k else 0)) / n for k in range(c)]
        for k in range(c):
            g["b2"][k] += delta[k]
            for j in range(h):
                g["W2"][j, k] += a[j] * delta[k]
        for j in range(h):
            e = sum(delta[k] * params["W2"][j, k] for k in range(c)) * a[j] * (1 - a[j])
            g["b1"][j] += e
            for i in range(d):
                g["W1"][i, j] += X[s, i] * e
    return g


def train_step(X, labels, params, lr):
    _, cache = forward(X, params)
    grads = backward(X, labels, params, cache)
    new = {}
    for key in grads:
        new[key] = params[key] - grads[key] * lr
    return new
