# /// misconception
# en = "Your default alpha is 0.1. It should be 0.01."
# ko = "alpha의 기본값이 0.1로 되어 있습니다. 0.01이어야 합니다."
# ///

import numpy as np


def derivative(f, z, eps=1e-6):
    return (f(z + eps) - f(z - eps)) / (2 * eps)


def sigmoid_grad(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


def tanh_grad(z):
    return 1 - np.tanh(z) ** 2


def relu_grad(z):
    return np.where(z > 0, 1.0, 0.0)


def leaky_relu_grad(z, alpha=0.1):
    return np.where(z > 0, 1.0, alpha)


def gradient_check(f, grad, z, eps=1e-6):
    if np.size(z) == 0:
        return 0.0
    a = grad(z)
    n = (f(z + eps) - f(z - eps)) / (2 * eps)
    return float(np.max(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))))
