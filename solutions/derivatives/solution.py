"""The model answer: a quotient of differences, four formulas, and the comparison of the two."""

from collections.abc import Callable

import numpy as np

Function = Callable[[np.ndarray], np.ndarray]


def derivative(f: Function, z: np.ndarray, eps: float = 1e-6) -> np.ndarray:
    """(f(z+eps) - f(z-eps)) / (2 eps); z a number or an array."""
    return (f(z + eps) - f(z - eps)) / (2 * eps)


def sigmoid_grad(z: np.ndarray) -> np.ndarray:
    """σ(z) (1 - σ(z))."""
    sigmoid = 1 / (1 + np.exp(-z))
    return sigmoid * (1 - sigmoid)


def tanh_grad(z: np.ndarray) -> np.ndarray:
    """1 - tanh²(z)."""
    return 1 - np.tanh(z) ** 2


def relu_grad(z: np.ndarray) -> np.ndarray:
    """1 where z > 0, else 0."""
    return np.where(z > 0, 1.0, 0.0)


def leaky_relu_grad(z: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    """1 where z > 0, else alpha."""
    return np.where(z > 0, 1.0, alpha)


def gradient_check(f: Function, grad: Function, z: np.ndarray, eps: float = 1e-6) -> float:
    """The largest |a-n| / max(1e-8, |a|+|n|); 0.0 for an empty z."""
    analytic, numerical = grad(z), derivative(f, z, eps)
    # Where both are 0, or nearly, the floor keeps the quotient from being 0 / 0, or noise divided by noise.
    scale = np.maximum(1e-8, np.abs(analytic) + np.abs(numerical))
    return float(np.max(np.abs(analytic - numerical) / scale, initial=0.0))
