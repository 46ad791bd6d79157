"""The trusted reference of xor_forward, in PyTorch at float64."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import torch

U1: np.ndarray = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2: np.ndarray = np.array([[-1.0, 1.0, 1.0]])


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.as_tensor(np.ascontiguousarray(values), dtype=torch.float64)


def _step(s: torch.Tensor) -> torch.Tensor:
    return torch.where(s > 0, 1.0, -1.0).to(torch.float64)


def step(s: np.ndarray) -> np.ndarray:
    """+1 where s > 0, -1 where s <= 0; any shape and real dtype."""
    return _step(torch.as_tensor(np.asarray(s), dtype=torch.float64)).numpy()


def hidden(X: np.ndarray, U1: np.ndarray) -> np.ndarray:
    """(n, 2), (2, 3) -> (n, 2) of ±1."""
    weights = _tensor(U1)
    return _step(torch.nn.functional.linear(_tensor(X), weights[:, 1:], weights[:, 0])).numpy()


def forward(X: np.ndarray, U1: np.ndarray, U2: np.ndarray) -> np.ndarray:
    """(n, 2), (2, 3), (1, 3) -> (n,) of ±1."""
    return hidden(hidden(X, U1), U2)[:, 0]


def linearly_separable(y: Sequence[float] | np.ndarray) -> bool:
    """Whether some line separates the labels ±1 of (0,0), (0,1), (1,0), (1,1), by trying one line of every kind.

    Weights from {-1, 0, 1} and biases from {-1.5, -0.5, 0.5, 1.5} draw all 14 labellings that a line can draw.
    """
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    wanted = np.asarray(y, dtype=np.float64)
    lines = np.array(list(product((-1.5, -0.5, 0.5, 1.5), (-1, 0, 1), (-1, 0, 1))), dtype=np.float64)
    return bool((wanted == hidden(corners, lines).T).all(axis=1).any())
