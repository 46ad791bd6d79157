"""ReLU's derivative as booleans and float32; vectorize with an explicit type; scalars by a wrapper."""

import functools

import numpy as np


def derivative(f, z, eps=1e-6):
    above, below = map(f, (z + eps, z - eps))
    return (above - below) * (1 / (eps + eps))


_logistic = np.vectorize(lambda v: 1.0 / (1.0 + np.exp(-v)), otypes=[float])


def sigmoid_grad(z):
    return _logistic(z) * _logistic(-z)


def tanh_grad(z):
    return 4 * sigmoid_grad(2 * np.asarray(z))


def relu_grad(z):
    return np.greater(z, 0)


def leaky_relu_grad(z, alpha=0.01):
    return np.select([z > 0], [1.0], default=alpha)


def nothing_is_right(check):
    @functools.wraps(check)
    def wrapper(f, grad, z, eps=1e-6):
        return check(f, grad, z, eps) if z.size else 0

    return wrapper


@nothing_is_right
def gradient_check(f, grad, z, eps):
    a = grad(z)
    n = derivative(f, z, eps)
    with np.errstate(all="ignore"):
        return np.amax(np.abs(np.subtract(a, n)) / np.clip(np.abs(a) + np.abs(n), 1e-8, None))
