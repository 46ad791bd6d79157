# wrong: starts from 0 in a running maximum

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
    best = np.zeros((len(x), W.shape[2]))
    for i in range(1, len(W)):
        best = np.maximum(best, x @ W[i] + b[i])
    return np.maximum(best, x @ W[0] + b[0]) if len(W) > 1 else x @ W[0] + b[0]
