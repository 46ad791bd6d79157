# /// misconception
# en = "You fill an array made like z. When z holds integers, alpha is cut to 0. Make the result float64."
# ko = "z와 같은 자료형의 배열을 채우고 있습니다. z가 정수이면 alpha가 0으로 잘립니다. 결과는 float64로 만드십시오."
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
    result = np.ones_like(z)
    result[z <= 0] = alpha
    return result


def gradient_check(f, grad, z, eps=1e-6):
    if np.size(z) == 0:
        return 0.0
    a = grad(z)
    n = (f(z + eps) - f(z - eps)) / (2 * eps)
    return float(np.max(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))))
