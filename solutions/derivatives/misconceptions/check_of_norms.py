# /// misconception
# en = "You divide the length of the whole difference by the lengths of a and n. Here every element has its own relative error, and the largest counts."
# ko = "차 전체의 크기를 a와 n의 크기로 나누고 있습니다. 여기서는 원소마다 상대 오차를 구해 가장 큰 값을 택합니다."
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
    return float(np.linalg.norm(a - n) / max(1e-8, np.linalg.norm(a) + np.linalg.norm(n)))
