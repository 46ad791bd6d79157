# wrong: whole numbers are squared in 32 bits, which end at 46341
"""Losses of regression: the model answer."""

import numpy as np


def errors(y: np.ndarray, y_hat: np.ndarray) -> np.ndarray:
    """y - y_hat, (n,); raises ValueError on unequal shapes or empty input. All that follows checks its input here."""
    # NumPy would stretch (n,) against (n, 1) to (n, n) and (0,) against (1,) to nothing, without a word.
    if y.shape != y_hat.shape or y.size == 0:
        raise ValueError(f"y and y_hat need one shape and at least one value, got {y.shape} and {y_hat.shape}")
    return y - y_hat


def sse(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The sum of the squared errors."""
    e = errors(y, y_hat)
    if e.dtype.kind == "i":
        e = e.astype(np.int32)
    return np.sum(e**2, dtype=e.dtype)


def mse(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The mean of the squared errors."""
    return np.mean(errors(y, y_hat) ** 2)


def mse_grad(y: np.ndarray, y_hat: np.ndarray) -> np.ndarray:
    """The gradient of mse with respect to y_hat, (n,)."""
    return -2 * errors(y, y_hat) / y.size


def l1(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The sum of |y_hat - y|."""
    return np.sum(np.abs(errors(y, y_hat)))


def l2(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The sum of (y_hat - y)²: what sse is, under its other name."""
    return sse(y, y_hat)
