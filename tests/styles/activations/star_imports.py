"""Everything of math and NumPy by a star, its tanh defined anew."""

from math import *
from numpy import *
import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def sigmoid(s, beta=1.0):
    return np.exp(-np.logaddexp(0, -1.0 * beta * s))


def tanh(s, beta=2.0):
    return 2 * sigmoid(s, beta) - 1


def relu(s):
    return np.maximum(s, 0)


def leaky_relu(s, alpha=0.01):
    return np.maximum(alpha * s, s)


def elu(s, alpha=1.0):
    return np.where(s > 0, s, alpha * np.expm1(np.minimum(s, 0)))


def softplus(s, beta=1.0):
    return np.logaddexp(0, beta * s) / beta


def swish(s, beta=1.0):
    return sigmoid(s, beta) * s


def maxout(x, W, b):
    return (x @ W + b[:, np.newaxis, :]).max(axis=0)
