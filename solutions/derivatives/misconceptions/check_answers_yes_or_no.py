# /// misconception
# en = "You return whether the gradient is right. Return the error itself; who calls decides how small is small enough."
# ko = "기울기가 맞는지 아닌지를 반환하고 있습니다. 오차 자체를 반환하십시오. 얼마나 작아야 하는지는 호출한 쪽이 정합니다."
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


def leaky_relu_grad(z, alpha=0.01):
    return np.where(z > 0, 1.0, alpha)


def gradient_check(f, grad, z, eps=1e-6):
    if np.size(z) == 0:
        return 0.0
    a = grad(z)
    n = (f(z + eps) - f(z - eps)) / (2 * eps)
    return bool(np.max(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))) < 1e-6)
