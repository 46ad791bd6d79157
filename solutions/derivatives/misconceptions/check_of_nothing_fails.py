# /// misconception
# en = "An empty array has no largest element, and np.max raises ValueError. Return 0.0 for an empty z."
# ko = "빈 배열에는 가장 큰 원소가 없어 np.max가 ValueError를 일으킵니다. z가 비어 있으면 0.0을 반환하십시오."
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
    a = grad(z)
    n = (f(z + eps) - f(z - eps)) / (2 * eps)
    return float(np.max(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))))
