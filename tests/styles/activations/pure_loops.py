"""math and loops; every function goes through one helper that visits the elements."""

import math

import numpy as np


def each(function, s):
    flat = [function(float(v)) for v in s.ravel()]
    return np.array(flat, dtype=float).reshape(s.shape)


def _sigmoid(z):
    if z < 0:
        return 1.0 - 1.0 / (1.0 + math.exp(z))
    return 1.0 / (1.0 + math.exp(-z))


def step(s):
    return each(lambda v: 1 if v > 0 else -1, s)


def sigmoid(s, beta=1.0):
    return each(lambda v: _sigmoid(beta * v), s)


def tanh(s, beta=2.0):
    def one(v):
        z = abs(beta * v)
        e = math.exp(-z)
        return math.copysign((1 - e) / (1 + e), v)

    return each(one, s)


def relu(s):
    return each(lambda v: max(v, 0.0), s)


def leaky_relu(s, alpha=0.01):
    return each(lambda v: v if v > 0 else alpha * v, s)


def elu(s, alpha=1.0):
    return each(lambda v: v if v > 0 else alpha * math.expm1(v), s)


def softplus(s, beta=1.0):
    return each(lambda v: max(v, 0.0) + math.log1p(math.exp(-abs(beta * v))) / beta, s)


def swish(s, beta=1.0):
    return each(lambda v: v * _sigmoid(beta * v), s)


def maxout(x, W, b):
    n, (k, d, m) = len(x), W.shape
    out = np.empty((n, m))
    for i in range(n):
        for j in range(m):
            best = None
            for p in range(k):
                total = float(b[p, j])
                for q in range(d):
                    total += float(x[i, q]) * float(W[p, q, j])
                if best is None or total > best:
                    best = total
            out[i, j] = best
    return out
