# /// misconception
# en = "exp(z) / (1 + exp(z)) moves the overflow to the other side: for a large z it is inf / inf, which is nan. Use that form on the left of 0 only."
# ko = "exp(z) / (1 + exp(z))로 쓰면 오버플로가 반대쪽에서 일어나, z가 크면 inf / inf, 곧 nan이 됩니다. 이 식은 0의 왼쪽에서만 쓰십시오."
# ///

import numpy as np


def logistic(z):
    """1 / (1 + exp(-z)) without overflow."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def step(s):
    return np.where(s > 0, 1, -1)


def sigmoid(s, beta=1.0):
    return np.exp(beta * s) / (1 + np.exp(beta * s))


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
