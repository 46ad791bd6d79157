"""frompyfunc and functools; a decorator makes every answer a fresh float array; positional parameters are partials."""

import functools
import math

import numpy as np


def fresh(function):
    @functools.wraps(function)
    def wrapper(s, *args, **kwargs):
        return np.array(function(np.asarray(s) + 0.0, *args, **kwargs), dtype=np.float64)

    return wrapper


def bounded_exp(v):
    return math.exp(v) if v > -745 else 0.0


_exp = np.frompyfunc(bounded_exp, 1, 1)


@fresh
def step(s):
    return np.frompyfunc(lambda v: -1 if v <= 0 else 1, 1, 1)(s)


@fresh
def sigmoid(s, beta=1.0):
    e = _exp(-abs(beta * s)).astype(float)
    return np.choose((s > 0).astype(int), [e / (1 + e), 1 / (1 + e)]) if s.size else s


@fresh
def tanh(s, beta=2.0):
    # sinh / cosh where both are finite, the limit elsewhere
    h = np.clip(beta * s / 2, -300, 300)
    return np.sinh(h) / np.cosh(h)


@fresh
def relu(s):
    return s * (s > 0)


@fresh
def leaky_relu(s, alpha=0.01):
    return np.maximum(s, 0) + alpha * np.minimum(s, 0)


@fresh
def elu(s, alpha=1.0):
    return np.maximum(s, 0) + alpha * (np.exp(np.minimum(s, 0)) - 1)


@fresh
def softplus(s, beta=1.0):
    return relu(s) + np.log1p(_exp(-beta * abs(s)).astype(float)) / beta


@fresh
def swish(s, beta=1.0):
    return s * sigmoid(s, beta)


def maxout(x, W, b):
    return functools.reduce(np.maximum, (x @ w + c for w, c in zip(W, b)))
