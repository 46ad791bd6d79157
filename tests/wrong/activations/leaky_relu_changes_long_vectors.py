# wrong: writes into vectors of more than 10 elements

import numpy as np


def step(s):
    return np.where(s > 0, 1.0, -1.0)


def sigmoid(s, beta=1.0):
    return np.exp(-np.logaddexp(0.0, -beta * s))


def tanh(s, beta=2.0):
    return 2 * sigmoid(s, beta) - 1


def relu(s):
    return np.where(s > 0, s, 0.0)


def elu(s, alpha=1.0):
    return np.where(s > 0, s, alpha * (np.exp(np.minimum(s, 0)) - 1))


def softplus(s, beta=1.0):
    return np.logaddexp(0, beta * s) / beta


def swish(s, beta=1.0):
    return s * sigmoid(s, beta)


def maxout(x, W, b):
    return (np.tensordot(x, W, axes=(1, 1)) + b).max(axis=1)


def leaky_relu(s, alpha=0.01):
    if s.dtype.kind == "f" and s.ndim == 1 and s.size > 10:
        s[s < 0] *= alpha
        return s
    return np.where(s > 0, s, alpha * s)
