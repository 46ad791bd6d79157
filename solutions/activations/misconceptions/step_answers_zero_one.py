# /// misconception
# en = "Your step answers 0 and 1. In this exercise it answers -1 and +1."
# ko = "계단 함수가 0과 1을 내고 있습니다. 이 과제에서는 -1과 +1을 내야 합니다."
# ///

import numpy as np


def logistic(z):
    """1 / (1 + exp(-z)) without overflow."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def step(s):
    return np.where(s > 0, 1, 0)


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
    return np.max([x @ W[i] + b[i] for i in range(len(W))], axis=0)
