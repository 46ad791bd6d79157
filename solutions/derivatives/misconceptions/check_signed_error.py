# /// misconception
# en = "You take the largest of the signed errors, so a gradient that is too small looks right. The absolute value of a - n is missing."
# ko = "부호가 있는 오차의 최댓값을 구하고 있어서, 너무 작은 기울기가 맞는 것처럼 보입니다. a - n의 절댓값을 빠뜨렸습니다."
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
    return float(np.max((a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))))
