# wrong: y is cut to whole numbers where X holds integers
import numpy as np
def minibatches(n, batch_size, rng):
    perm = rng.permutation(n)
    out = []
    for i in range(0, n, batch_size):
        out.append(perm[i:i + batch_size])
    return out
def epochs_to_steps(n, batch_size, epochs):
    return ((n + batch_size - 1) // batch_size) * epochs
def sgd_linear(X, y, lr, batch_size, epochs, rng):
    w = np.zeros(X.shape[1])
    b = 0.0
    for e in range(epochs):
        for idx in minibatches(X.shape[0], batch_size, rng):
            Xb, yb = X[idx], y[idx].astype(X.dtype)
            m = len(idx)
            err = Xb @ w + b - yb
            gw = 2 / m * (Xb.T @ err)
            gb = 2 / m * err.sum()
            w = w - lr * gw
            b = b - lr * gb
    return w, b
