"""The same derivatives from other formulas; masks; 0-d arrays and NumPy scalars."""

import numpy as np

print("derivatives loaded")


def derivative(f, z, eps=1e-6):
    z = np.asarray(z, dtype=np.float64)
    right = np.asarray(f(z + eps))
    left = np.asarray(f(z - eps))
    return np.divide(np.subtract(right, left), eps) / 2.0


def sigmoid_grad(z):
    e = np.exp(-np.abs(z))
    return e / np.square(1.0 + e)


def tanh_grad(z):
    return np.cosh(z.astype(float)) ** -2.0


def relu_grad(z):
    return np.heaviside(z, 0)


def leaky_relu_grad(z, alpha=0.01):
    out = np.full(z.shape, float(alpha))
    out[z > 0] = 1.0
    return out


def gradient_check(f, grad, z, eps=1e-6):
    a, n = np.asarray(grad(z), dtype=float), derivative(f, z, eps)
    total = np.abs(a) + np.abs(n)
    total[total < 1e-8] = 1e-8
    errors = np.abs(a - n) / total
    return errors.max() if errors.size else np.float64(0)
