"""Inverted dropout: the model answer."""

import numpy as np


def dropout(x: np.ndarray, p: float, rng: np.random.Generator, training: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Output and boolean mask, both of the shape of x; raises ValueError unless 0 <= p < 1."""
    _check(p)
    if not training:
        return x.copy(), np.full(x.shape, True)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad: np.ndarray, mask: np.ndarray, p: float) -> np.ndarray:
    """The gradient of x; raises ValueError unless 0 <= p < 1."""
    _check(p)
    return grad * mask / (1 - p)


def _check(p: float) -> None:
    if not 0 <= p < 1:
        raise ValueError(f"the probability to drop a unit must be at least 0 and below 1, got {p}")
