# wrong: squeezes integers into eight bits
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(X, params):
    if X.dtype.kind in "iu":
        X = X.astype(np.int8)
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    a1 = sigmoid(X @ W1 + b1)
    z2 = a1 @ W2 + b2
    z2 = z2 - z2.max(axis=1, keepdims=True)
    e = np.exp(z2)
    probs = e / e.sum(axis=1, keepdims=True)
    return probs, {"X": X, "a1": a1, "probs": probs}


def loss(probs, labels):
    p = probs[np.arange(len(labels)), labels]
    return float(-np.mean(np.log(np.clip(p, 1e-15, 1))))


def backward(X, labels, params, cache):
    n = len(X)
    a1, probs = cache["a1"], cache["probs"]
    c = probs.shape[1]
    Y = np.eye(c)[labels]
    d2 = (probs - Y) / n
    d1 = (d2 @ params["W2"].T) * a1 * (1 - a1)
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": a1.T @ d2, "b2": d2.sum(axis=0)}


def train_step(X, labels, params, lr):
    _probs, cache = forward(X, params)
    g = backward(X, labels, params, cache)
    return {k: params[k] - lr * g[k] for k in params}
