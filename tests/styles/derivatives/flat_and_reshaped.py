"""Flattened, differentiated, given its shape again; formulas by logarithms."""

import numpy as np


def derivative(f, z, eps=1e-6):
    shape = np.shape(z)
    flat = np.ravel(z).astype(float)
    plus, minus = [f(flat + s * eps) for s in (1, -1)]
    return ((plus - minus) / (2 * eps)).reshape(shape)


def sigmoid_grad(z):
    return np.exp(-z - 2 * np.log1p(np.exp(-z)))


def tanh_grad(z):
    return (2 / (np.exp(z) + np.exp(-z))) ** 2


def relu_grad(z):
    return np.select([z > 0], [1.0], 0.0)


def leaky_relu_grad(z, alpha=0.01):
    return np.array([alpha, 1.0])[(z > 0).astype(int)]


def gradient_check(f, grad, z, eps=1e-6):
    sum = np.abs(g := np.asarray(grad(z))) + np.abs(n := derivative(f, z, eps))
    return 0.0 if sum.size == 0 else np.amax(np.abs(np.subtract(g, n)) / np.fmax(sum, 1e-8)).item()
