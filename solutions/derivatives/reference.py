"""The trusted reference of derivatives, in PyTorch at float64: the analytic ones by autograd."""

from collections.abc import Callable

import numpy as np
import torch

Function = Callable[[np.ndarray], np.ndarray]


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.as_tensor(np.array(values, dtype=np.float64))


def _autograd(function: Callable[[torch.Tensor], torch.Tensor], z: np.ndarray) -> np.ndarray:
    """The derivative of an element-wise function: each output depends on its own input alone, so their sum has it as its gradient."""
    values = _tensor(z).requires_grad_()
    (gradient,) = torch.autograd.grad(function(values).sum(), values)
    return gradient.numpy()


def derivative(f: Function, z: np.ndarray, eps: float = 1e-6) -> np.ndarray:
    """(f(z+eps) - f(z-eps)) / (2 eps)."""
    values = _tensor(z)
    right, left = (_tensor(f((values + step).numpy())) for step in (eps, -eps))
    return ((right - left) / (2 * eps)).numpy()


def sigmoid_grad(z: np.ndarray) -> np.ndarray:
    return _autograd(torch.sigmoid, z)


def tanh_grad(z: np.ndarray) -> np.ndarray:
    return _autograd(torch.tanh, z)


def relu_grad(z: np.ndarray) -> np.ndarray:
    return _autograd(torch.relu, z)


def leaky_relu_grad(z: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    return _autograd(lambda values: torch.nn.functional.leaky_relu(values, negative_slope=alpha), z)


def gradient_check(f: Function, grad: Function, z: np.ndarray, eps: float = 1e-6) -> float:
    """The largest |a-n| / max(1e-8, |a|+|n|); 0.0 for an empty z."""
    if np.size(z) == 0:
        return 0.0
    analytic, numerical = _tensor(grad(z)), _tensor(derivative(f, z, eps))
    return float(((analytic - numerical).abs() / (analytic.abs() + numerical.abs()).clamp(min=1e-8)).max())
