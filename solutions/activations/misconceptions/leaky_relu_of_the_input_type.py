# /// misconception
# en = "You fill an array made like s. When s holds integers, alpha s is cut to a whole number. Make the result float64."
# ko = "s와 같은 자료형의 배열을 채우고 있습니다. s가 정수이면 alpha s가 정수로 잘립니다. 결과는 float64로 만드십시오."
# ///

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
    result = s.copy()
    result[s < 0] = alpha * s[s < 0]
    return result


def elu(s, alpha=1.0):
    return np.where(s > 0, s, alpha * (np.exp(np.minimum(s, 0.0)) - 1))


def softplus(s, beta=1.0):
    return np.logaddexp(0.0, beta * s) / beta


def swish(s, beta=1.0):
    return s * logistic(beta * s)


def maxout(x, W, b):
    return np.max([x @ W[i] + b[i] for i in range(len(W))], axis=0)
