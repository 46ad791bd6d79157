"""One element after another, through recursion over nested sequences; answers are arrays of float64."""

import math

import numpy as np


def elementwise(function, z):
    if np.ndim(z) == 0:
        return function(z)
    flat = [function(v) for v in np.ravel(z)]
    return np.array(flat, dtype=float).reshape(np.shape(z))


def derivative(f, z, eps=1e-6):
    def one(v):
        v = float(v)
        return (float(f(v + eps)) - float(f(v - eps))) / (2 * eps)

    return elementwise(one, z)


def sigmoid_grad(z):
    def one(v):
        s = 1 / (1 + math.exp(-v))
        return s * (1 - s)

    return elementwise(one, z)


def tanh_grad(z):
    return elementwise(lambda v: 1 - math.tanh(v) ** 2, z)


def relu_grad(z):
    return elementwise(lambda v: 1 if v > 0 else 0, z)


def leaky_relu_grad(z, alpha=0.01):
    return elementwise(lambda v: 1 if v > 0 else alpha, z)


def gradient_check(f, grad, z, eps=1e-6):
    worst = 0.0
    for v in np.ravel(z):
        a, n = float(grad(v)), derivative(f, v, eps)
        worst = max(worst, abs(a - n) / max(1e-8, abs(a) + abs(n)))
    return worst
