"""The trusted reference for `dropout`: NumPy's draws, and PyTorch's autograd for the way back."""

import numpy as np
import torch


def dropout(x: np.ndarray, p: float, rng: np.random.Generator, training: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Output and boolean mask, both of the shape of x; raises ValueError unless 0 <= p < 1."""
    _check(p)
    values = torch.tensor(x, dtype=torch.float64)
    kept = torch.from_numpy(rng.random(x.shape) >= p) if training else torch.ones(x.shape, dtype=torch.bool)
    return _scaled(values, kept, p if training else 0.0).numpy(), kept.numpy()


def dropout_backward(grad: np.ndarray, mask: np.ndarray, p: float) -> np.ndarray:
    """The gradient of x by autograd; raises ValueError unless 0 <= p < 1."""
    _check(p)
    values = torch.zeros(grad.shape, dtype=torch.float64, requires_grad=True)
    _scaled(values, torch.tensor(mask, dtype=torch.bool), p).backward(torch.tensor(grad, dtype=torch.float64))
    return values.grad.numpy()


def _scaled(values: torch.Tensor, kept: torch.Tensor, p: float) -> torch.Tensor:
    return torch.where(kept, values / (1 - p), 0.0)


def _check(p: float) -> None:
    if not 0 <= p < 1:
        raise ValueError(f"p = {p}")
