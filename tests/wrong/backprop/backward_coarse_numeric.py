# wrong: one-sided differences with a step of 0.001
import numpy as np


def forward(X, params):
    a = 1 / (1 + np.exp(-(X @ params["W1"] + params["b1"])))
    e = np.exp(a @ params["W2"] + params["b2"])
    p = e / e.sum(axis=1, keepdims=True)
    return p, {"a": a, "p": p}


def loss(probs, labels):
    return -np.mean(np.log(probs[np.arange(len(labels)), labels] + 1e-12))


def backward(X, labels, params, cache):
    result = {}
    for key, value in params.items():
        g = np.zeros(value.shape)
        for i in np.ndindex(*value.shape):
            moved = {k: v.astype(float) for k, v in params.items()}
            moved[key][i] += 1e-3
            g[i] = (loss(forward(X, moved)[0], labels) - loss(forward(X, params)[0], labels)) / 1e-3
        result[key] = g
    return result


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] for key in params}
