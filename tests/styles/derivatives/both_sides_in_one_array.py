"""f asked once for both sides, along a new axis."""

import numpy as np

print("derivatives loaded")


def derivative(f, z, eps=1e-6):
    sign = np.array([1.0, -1.0])
    values = f(np.asarray(z)[..., None] + sign * eps)
    return values @ sign / (2 * eps)


def sigmoid_grad(z):
    s = 1 / (1 + np.exp(-1.0 * z))
    return s * (1 - s)


def tanh_grad(z):
    t = np.tanh(z)
    return 1 - t * t


def relu_grad(z):
    return np.greater(z, 0) * 1


def leaky_relu_grad(z, alpha=0.01):
    return np.greater(z, 0) * 1 + np.less_equal(z, 0) * alpha


def gradient_check(f, grad, z, eps=1e-6):
    z = np.asarray(z)
    if 0 in z.shape:
        return 0.0
    a, n = grad(z).flatten(), derivative(f, z, eps).flatten()
    k = np.argmax(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n)))
    return float(abs(a[k] - n[k]) / max(1e-8, abs(a[k]) + abs(n[k])))
