"""The forward pass of a deep MLP: the model answer."""

from collections.abc import Callable, Sequence

import numpy as np


def _softmax(s: np.ndarray) -> np.ndarray:
    exponentials = np.exp(s - np.max(s, axis=1, keepdims=True))  # the largest exponent of each row is 0: nothing can overflow
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


ACTIVATIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "identity": lambda s: s,
    "step": lambda s: np.where(s > 0, 1.0, -1.0),
    # ln(1 + exp(-s)) is logaddexp(0, -s), which does not overflow where exp(-s) does.
    "sigmoid": lambda s: np.exp(-np.logaddexp(0, -s)),
    "tanh": np.tanh,
    "relu": lambda s: np.maximum(s, 0),
    "softmax": _softmax,
}


def layer(Z: np.ndarray, U: np.ndarray, activation: str) -> np.ndarray:
    """(n, m), (k, m+1) -> (n, k); raises ValueError for an unknown activation and, by the matrix product, for shapes that do not fit."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}, got {activation!r}")
    return ACTIVATIONS[activation](Z @ U[:, 1:].T + U[:, 0])


def forward(X: np.ndarray, weights: Sequence[np.ndarray], activations: Sequence[str]) -> np.ndarray:
    """(n, d) -> (n, k); raises ValueError as layer does, and, by the strict zip, for lists of unequal lengths."""
    for U, activation in zip(weights, activations, strict=True):
        X = layer(X, U, activation)
    return X


def predict_class(O: np.ndarray) -> np.ndarray:
    """(n, c) -> (n,) class numbers."""
    return np.argmax(O, axis=1)


def collapse(weights: Sequence[np.ndarray]) -> np.ndarray:
    """Matrices of layers without activation -> one (k, d+1); raises ValueError, by the matrix product, where they do not fit."""
    whole, *others = weights
    for U in others:
        whole = U[:, 1:] @ whole  # the weights carry the biases so far along, in column 0
        whole[:, 0] += U[:, 0]
    return whole
