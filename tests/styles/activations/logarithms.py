"""The sigmoid through logaddexp, softplus by its own formula, ReLU from the absolute value."""

import numpy as np

print("sigmoid(0) is", 0.5)


def _exponential_of_minus_softplus(z):
    return np.exp(-np.logaddexp(0, -z))


def step(s):
    return np.where(np.greater(s, 0), np.int8(1), np.int8(-1))


def sigmoid(s, beta=1.0):
    return _exponential_of_minus_softplus(np.multiply(beta, s))


def tanh(s, beta=2.0):
    z = np.multiply(beta, s)
    return np.sign(z) * -np.expm1(-np.abs(z)) / (1 + np.exp(-np.abs(z)))


def relu(s):
    return (s + np.abs(s)) / 2


def leaky_relu(s, alpha=0.01):
    return np.maximum(alpha * s, s)


def elu(s, alpha=1.0):
    return np.maximum(s, 0) + alpha * np.expm1(-np.maximum(-s, 0))


def softplus(s, beta=1.0):
    return np.maximum(s, 0) + np.log1p(np.exp(-beta * np.abs(s))) / beta


def swish(s, beta=1.0):
    return np.multiply(s, sigmoid(s, beta))


def maxout(x, W, b):
    return np.maximum.reduce(np.matmul(x, W) + np.expand_dims(b, 1))
