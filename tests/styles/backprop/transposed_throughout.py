"""Works with columns as samples; the cache has its own names and order, the bias a column of its own."""

import numpy as np


def _augmented(params, i):
    return np.vstack([params[f"b{i}"], params[f"W{i}"]]).T


def _with_ones(Z):
    return np.vstack([np.ones((1, Z.shape[1])), Z])


def forward(X, params):
    Z = _with_ones(X.T)
    H = _with_ones(1.0 / (1.0 + np.exp(-_augmented(params, 1) @ Z)))
    O = np.exp(_augmented(params, 2) @ H)
    O = O / np.sum(O, axis=0)
    return O.T, {"everything": (Z, H, O), 3: "a key that is no text"}


def loss(probs, labels):
    p = probs.T[labels, np.arange(labels.size)]
    return np.array(-np.log(np.where(p == 0, 1e-10, p)).mean())


def backward(X, labels, params, cache):
    Z, H, O = cache["everything"]
    T = (np.arange(O.shape[0])[:, None] == labels).astype(float)
    D2 = (O - T) / T.shape[1]
    D1 = (params["W2"] @ D2) * H[1:] * (1 - H[1:])
    G1, G2 = D1 @ Z.T, D2 @ H.T
    return {"W1": G1.T[1:], "b1": G1.T[0], "W2": G2.T[1:], "b2": G2.T[0]}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: (-lr) * grads[key] + params[key] for key in params}
