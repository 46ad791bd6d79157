"""The trusted reference for `regression_losses`, in PyTorch float64: NumPy arrays in, NumPy arrays and floats out."""

import numpy as np
import torch
from torch.nn import functional


def _tensors(y: np.ndarray, y_hat: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """Both as float64; raises ValueError on unequal shapes or empty input."""
    if y.shape != y_hat.shape or not y.size:
        raise ValueError(f"y and y_hat need one shape and at least one value, got {y.shape} and {y_hat.shape}")
    return torch.tensor(y, dtype=torch.float64), torch.tensor(y_hat, dtype=torch.float64)


def errors(y: np.ndarray, y_hat: np.ndarray) -> np.ndarray:
    """y - y_hat; (n,) and (n,) -> (n,)."""
    true, predicted = _tensors(y, y_hat)
    return (true - predicted).numpy()


def sse(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The sum of the squared errors."""
    true, predicted = _tensors(y, y_hat)
    return functional.mse_loss(predicted, true, reduction="sum").item()


def mse(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The mean of the squared errors."""
    true, predicted = _tensors(y, y_hat)
    return functional.mse_loss(predicted, true).item()


def mse_grad(y: np.ndarray, y_hat: np.ndarray) -> np.ndarray:
    """The gradient of mse with respect to y_hat, by autograd; (n,)."""
    true, predicted = _tensors(y, y_hat)
    predicted.requires_grad_()
    (gradient,) = torch.autograd.grad(functional.mse_loss(predicted, true), predicted)
    return gradient.numpy()


def l1(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The sum of the magnitudes of y_hat - y."""
    true, predicted = _tensors(y, y_hat)
    return functional.l1_loss(predicted, true, reduction="sum").item()


def l2(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The sum of the squares of y_hat - y."""
    return sse(y, y_hat)
