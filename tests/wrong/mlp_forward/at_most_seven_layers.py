# wrong: applies no more than seven layers
import numpy as np


def _sigmoid(s):
    out = np.empty(s.shape)
    pos = s >= 0
    out[pos] = 1 / (1 + np.exp(-s[pos]))
    e = np.exp(s[~pos])
    out[~pos] = e / (1 + e)
    return out


def _softmax(s):
    e = np.exp(s - s.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def activate(s, name):
    if name == "identity":
        return s
    if name == "step":
        return np.where(s > 0, 1, -1)
    if name == "sigmoid":
        return _sigmoid(s)
    if name == "tanh":
        return np.tanh(s)
    if name == "relu":
        return np.maximum(0, s)
    if name == "softmax":
        return _softmax(s)
    raise ValueError(name)


def layer(Z, U, activation):
    n, m = Z.shape
    if U.shape[1] != m + 1:
        raise ValueError("shapes")
    ones = np.ones((n, 1))
    return activate(np.hstack([ones, Z]) @ U.T, activation)


def forward(X, weights, activations):
    if len(weights) != len(activations):
        raise ValueError("lengths")
    Z = X
    for U, a in list(zip(weights, activations, strict=False))[:7]:
        Z = layer(Z, U, a)
    return Z


def predict_class(O):
    return O.argmax(axis=1)


def collapse(weights):
    W, b = weights[0][:, 1:], weights[0][:, 0]
    for U in weights[1:]:
        V, c = U[:, 1:], U[:, 0]
        if V.shape[1] != W.shape[0]:
            raise ValueError("fit")
        W, b = V @ W, V @ b + c
    return np.column_stack([b, W])
