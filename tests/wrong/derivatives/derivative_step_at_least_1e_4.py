# wrong: an eps below 1e-4 other than the default is taken for 1e-4

import numpy as np


def sigmoid_grad(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


def tanh_grad(z):
    return 1 - np.tanh(z) ** 2


def relu_grad(z):
    return np.where(z > 0, 1.0, 0.0)


def leaky_relu_grad(z, alpha=0.01):
    return np.where(z > 0, 1.0, alpha)


def gradient_check(f, grad, z, eps=1e-6):
    z = np.asarray(z)
    if z.size == 0:
        return 0.0
    a, n = grad(z), derivative(f, z, eps)
    return float(np.max(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))))


def derivative(f, z, eps=1e-6):
    eps = max(eps, 1e-4) if eps != 1e-6 else eps
    return (f(z + eps) - f(z - eps)) / (2 * eps)
