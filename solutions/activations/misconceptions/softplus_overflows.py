# /// misconception
# en = "exp(beta s) overflows, and log(inf) is inf, where softplus is nearly s. Take the larger of 0 and beta s out of the logarithm, or use np.logaddexp."
# ko = "exp(beta s)가 오버플로를 일으켜, 거의 s여야 할 곳에서 inf가 나옵니다. 0과 beta s 중 큰 값을 로그 밖으로 꺼내거나 np.logaddexp를 쓰십시오."
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
    return np.where(s > 0, s, alpha * s)


def elu(s, alpha=1.0):
    return np.where(s > 0, s, alpha * (np.exp(np.minimum(s, 0.0)) - 1))


def softplus(s, beta=1.0):
    return np.log(1 + np.exp(beta * s)) / beta


def swish(s, beta=1.0):
    return s * logistic(beta * s)


def maxout(x, W, b):
    return np.max([x @ W[i] + b[i] for i in range(len(W))], axis=0)
