"""One element after another; integers for the slopes of ReLU."""

import numpy as np


def derivative(f, z, eps=1e-6):
    if np.ndim(z) == 0:
        return (f(z + eps) - f(z - eps)) / (2 * eps)
    out = np.zeros(z.shape)
    for i in np.ndindex(z.shape):
        out[i] = derivative(f, z[i], eps)
    return out


def sigmoid_grad(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


def tanh_grad(z):
    return 1 / np.cosh(z) ** 2


def relu_grad(z):
    return (z > 0).astype(int)


def leaky_relu_grad(z, alpha=0.01):
    return np.where(z <= 0, alpha, 1)


def gradient_check(f, grad, z, eps=1e-6):
    worst = 0.0
    for v in z.ravel():
        a, n = grad(v), derivative(f, v, eps)
        worst = max(worst, abs(a - n) / max(1e-8, abs(a) + abs(n)))
    return worst
