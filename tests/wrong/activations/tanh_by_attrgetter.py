# wrong: calls the ready-made tanh by a name that is put together as it runs
from operator import attrgetter

import numpy as np


def step(s: np.ndarray) -> np.ndarray:
    """+1 where s > 0, -1 where s <= 0."""
    return np.where(s > 0, 1.0, -1.0)


def sigmoid(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    """1 / (1 + exp(-beta s))."""
    z = beta * s
    # With e = exp(-|z|): 1 / (1 + e) on the right of 0, and on the left the mirror image e / (1 + e).
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def tanh(s: np.ndarray, beta: float = 2.0) -> np.ndarray:
    """2 / (1 + exp(-beta s)) - 1, a sigmoid that runs from -1 to 1."""
    return attrgetter("tanh")(np)(0.5 * beta * s)


def relu(s: np.ndarray) -> np.ndarray:
    """max(0, s)."""
    return np.maximum(s, 0.0)


def leaky_relu(s: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    """s where s > 0, else alpha s: with a slope of at most 1 that is the larger of the two lines."""
    return np.maximum(s, alpha * s)


def elu(s: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    """s where s > 0, else alpha (exp(s) - 1)."""
    # One of the two terms is always 0, and the exponential never sees the large numbers it is not meant for.
    return np.maximum(s, 0.0) + alpha * np.expm1(np.minimum(s, 0.0))


def softplus(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    """log(1 + exp(beta s)) / beta."""
    return np.logaddexp(0.0, beta * s) / beta


def swish(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    """s sigmoid(beta s)."""
    return s * sigmoid(s, beta)


def maxout(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """x (n, d), W (k, d, m), b (k, m) -> (n, m): the largest of the k linear pieces."""
    pieces = np.einsum("nd,kdm->knm", x, W) + b[:, np.newaxis]
    return pieces.max(axis=0)
