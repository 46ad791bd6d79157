"""The trusted reference of perceptron_forward, in PyTorch at float64."""

import numpy as np
import torch


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.as_tensor(np.ascontiguousarray(values), dtype=torch.float64)


def step(s: np.ndarray) -> np.ndarray:
    """+1 where s > 0, -1 where s <= 0; any shape and real dtype."""
    values = _tensor(s)
    return torch.where(values > 0, 1.0, -1.0).to(torch.float64).numpy()


def add_bias(X: np.ndarray) -> np.ndarray:
    """(n, d) -> (n, d+1), the first column ones."""
    return torch.nn.functional.pad(_tensor(X), (1, 0), value=1.0).numpy()


def perceptron_forward(X: np.ndarray, u: np.ndarray) -> np.ndarray:
    """(n, d), (d+1,) -> (n,) of ±1; raises ValueError unless u has shape (d+1,)."""
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape {(X.shape[1] + 1,)}, got {u.shape}")
    weights = _tensor(u)
    return step(torch.nn.functional.linear(_tensor(X), weights[None, 1:], weights[:1])[:, 0].numpy())
