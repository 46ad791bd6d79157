"""Plain lists where the shape allows it."""

import numpy as np


def derivative(f, z, eps=1e-6):
    quotient = (f(z + eps) - f(z - eps)) / (2 * eps)
    return quotient.tolist() if isinstance(quotient, np.ndarray) and quotient.size else quotient


def sigmoid_grad(z):
    s = np.reciprocal(1 + np.exp(-z.astype(float)))
    return s - s * s


def tanh_grad(z):
    p, q = np.exp(1.0 * z), np.exp(-1.0 * z)
    return (2 / (p + q)) ** 2


def relu_grad(z):
    return (np.sign(z) + 1) // 2


def leaky_relu_grad(z, alpha=0.01):
    return np.where(z <= 0, alpha, 1)


def gradient_check(f, grad, z, eps=1e-6):
    numeric = np.reshape(derivative(f, z, eps), z.shape)
    analytic = grad(z)
    errors = [0.0]
    for index in np.ndindex(z.shape):
        a, n = analytic[index], numeric[index]
        errors.append(abs(a - n) / max(1e-8, abs(a) + abs(n)))
    return max(errors)
