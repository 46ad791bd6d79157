"""sinh and cosh of clipped arguments, roots and absolute values, the winner by its index."""

import numpy as np


def _z(s, f):
    return np.clip(f * s, -350, 350)


def step(s):
    return np.where(np.greater(s, 0), np.float32(1), np.float32(-1))


def tanh(s, beta=2.0):
    z = _z(s, beta / 2)
    return np.sinh(z) / np.cosh(z)


def sigmoid(s, beta=1.0):
    z = _z(s, beta / 2)
    return np.exp(z) / (2 * np.cosh(z))


def relu(s):
    return 0.5 * (s + np.sqrt(np.square(np.asarray(s, float))))


def leaky_relu(s, alpha=0.01):
    return (1 + alpha) / 2 * s + (1 - alpha) / 2 * abs(s)


def elu(s, alpha=1.0):
    return relu(s) + alpha * (np.exp(np.minimum(s, 0)) - 1)


def softplus(s, beta=1.0):
    return np.logaddexp2(0, beta * s / np.log(2)) * np.log(2) / beta


def swish(s, beta=1.0):
    return s * sigmoid(s, beta)


def maxout(x, W, b):
    pieces = (x[:, None, :, None] * W[None]).sum(axis=2) + b
    i = pieces.argmax(axis=1)
    return np.take_along_axis(pieces, i[:, None, :], 1)[:, 0, :]
