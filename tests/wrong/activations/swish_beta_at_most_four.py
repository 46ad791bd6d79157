# wrong: a beta above 4 is taken for 4

import numpy as np


def step(s):
    return np.where(s > 0, 1.0, -1.0)


def sigmoid(s, beta=1.0):
    return np.exp(-np.logaddexp(0.0, -beta * s))


def tanh(s, beta=2.0):
    return 2 * sigmoid(s, beta) - 1


def relu(s):
    return np.where(s > 0, s, 0.0)


def leaky_relu(s, alpha=0.01):
    return np.where(s > 0, s, alpha * s)


def elu(s, alpha=1.0):
    return np.where(s > 0, s, alpha * (np.exp(np.minimum(s, 0)) - 1))


def softplus(s, beta=1.0):
    return np.logaddexp(0, beta * s) / beta


def maxout(x, W, b):
    return (np.tensordot(x, W, axes=(1, 1)) + b).max(axis=1)


def swish(s, beta=1.0):
    return s * sigmoid(s, min(beta, 4.0))
