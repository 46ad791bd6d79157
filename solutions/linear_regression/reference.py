"""The trusted reference for `linear_regression`, in PyTorch float64: NumPy arrays and numbers in and out."""

import numpy as np
import torch
from torch.nn import functional


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


def predict(x: np.ndarray, w: float, b: float) -> np.ndarray:
    """w x + b; (n,) -> (n,)."""
    return (w * _tensor(x) + b).numpy()


def cost(x: np.ndarray, y: np.ndarray, w: float, b: float) -> float:
    """The mean squared error."""
    return functional.mse_loss(w * _tensor(x) + b, _tensor(y)).item()


def gradients(x: np.ndarray, y: np.ndarray, w: float, b: float) -> tuple[float, float]:
    """The derivatives of the cost with respect to w and b, by autograd."""
    weight, bias = (torch.tensor(each, dtype=torch.float64, requires_grad=True) for each in (w, b))
    loss = functional.mse_loss(weight * _tensor(x) + bias, _tensor(y))
    slope, offset = torch.autograd.grad(loss, (weight, bias))
    return slope.item(), offset.item()


def fit(x: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 2000) -> tuple[float, float, list[float]]:
    """w, b and the cost before each update, from zeros.

    The gradient of the mean squared error is linear in (w, b), so the way is found with two small products an epoch, a hundredth
    of what autograd would take.
    """
    inputs, targets = _tensor(x), _tensor(y)
    rows = torch.stack((inputs, torch.ones_like(inputs)), dim=1)
    curvature, pull = 2 * rows.T @ rows / len(targets), 2 * rows.T @ targets / len(targets)
    way = [torch.zeros(2, dtype=torch.float64)]
    for _ in range(epochs):
        way.append(way[-1] - lr * (curvature @ way[-1] - pull))
    history = (torch.stack(way[:-1]) @ rows.T - targets).square().mean(dim=1)
    w, b = way[-1].tolist()
    return w, b, history.tolist()
