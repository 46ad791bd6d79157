"""The trusted reference of mlp_forward, in PyTorch float64: NumPy arrays in, NumPy arrays out."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch.nn import functional

ACTIVATIONS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "identity": torch.clone,
    "step": lambda s: torch.where(s > 0, 1.0, -1.0).to(s.dtype),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "softmax": lambda s: torch.softmax(s, dim=1),
}


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


def _layer(z: torch.Tensor, U: np.ndarray, activation: str) -> torch.Tensor:
    u = _tensor(U)
    if activation not in ACTIVATIONS or u.shape[1] != z.shape[1] + 1:
        raise ValueError("an unknown activation, or a matrix that does not fit")
    return ACTIVATIONS[activation](functional.linear(z, u[:, 1:], u[:, 0]))


def layer(Z: np.ndarray, U: np.ndarray, activation: str) -> np.ndarray:
    """(n, m), (k, m+1) -> (n, k)."""
    return _layer(_tensor(Z), U, activation).numpy()


def forward(X: np.ndarray, weights: Sequence[np.ndarray], activations: Sequence[str]) -> np.ndarray:
    """(n, d) -> (n, k)."""
    if len(weights) != len(activations):
        raise ValueError("not as many activations as matrices")
    z = _tensor(X)
    for U, activation in zip(weights, activations, strict=True):
        z = _layer(z, U, activation)
    return z.numpy()


def predict_class(O: np.ndarray) -> np.ndarray:
    """(n, c) -> (n,)."""
    return torch.argmax(_tensor(O), dim=1).numpy()


def collapse(weights: Sequence[np.ndarray]) -> np.ndarray:
    """By what the layers do to 0 and to the unit vectors: the bias is the image of 0, the weights are what is added to it."""
    inputs = weights[0].shape[1] - 1
    images = forward(np.vstack([np.zeros(inputs), np.eye(inputs)]), weights, ["identity"] * len(weights))
    images[1:] -= images[0]
    return images.T
