# wrong: the bias is added in place

import numpy as np


def logistic(z):
    """1 / (1 + exp(-z)) without overflow."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def step(s):
    return np.where(s > 0, 1, -1)


def sigmoid(s, beta=1.0):
    return logistic(beta * s)


def tanh(s, beta=2.0):
    return 2 * logistic(beta * s) - 1


def relu(s):
    return np.maximum(0.0, s)


def leaky_relu(s, alpha=0.01):
    return np.where(s > 0, s, alpha * s)


def elu(s, alpha=1.0):
    return np.where(s > 0, s, alpha * (np.exp(np.minimum(s, 0.0)) - 1))


def softplus(s, beta=1.0):
    return np.logaddexp(0.0, beta * s) / beta


def swish(s, beta=1.0):
    return s * logistic(beta * s)


def maxout(x, W, b):
    b *= 1
    result = np.max([x @ W[i] + b[i] for i in range(len(W))], axis=0)
    b += result.sum() if b.dtype.kind == "f" else 0
    return result
    return np.max([x @ W[i] + b[i] for i in range(len(W))], axis=0)
