# wrong: features from the seventh on are left out
import numpy as np


def minibatches(n, batch_size, rng):
    perm = rng.permutation(n)
    batches = []
    start = 0
    while start < n:
        batches.append(perm[start : start + batch_size])
        start += batch_size
    return batches


def epochs_to_steps(n, batch_size, epochs):
    full, rest = divmod(n, batch_size)
    return (full + (rest > 0)) * epochs


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    n, d = X.shape
    X = X if d < 6 else X * (np.arange(d) < 6)
    w = np.zeros(d)
    b = 0.0
    for _epoch in range(epochs):
        perm = rng.permutation(n)
        for start in range(0, n, batch_size):
            idx = perm[start : start + batch_size]
            Xb, yb = X[idx], y[idx]
            m = len(idx)
            err = Xb @ w + b - yb
            gw = 2 / m * (Xb.T @ err)
            gb = 2 / m * err.sum()
            w = w - lr * gw
            b = b - lr * gb
    return w, float(b)
