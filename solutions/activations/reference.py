"""The trusted reference of activations, in PyTorch at float64."""

import numpy as np
import torch
from torch.nn import functional


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.as_tensor(np.ascontiguousarray(values), dtype=torch.float64)


def step(s: np.ndarray) -> np.ndarray:
    return torch.where(_tensor(s) > 0, 1.0, -1.0).to(torch.float64).numpy()


def sigmoid(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    return torch.sigmoid(beta * _tensor(s)).numpy()


def tanh(s: np.ndarray, beta: float = 2.0) -> np.ndarray:
    """2 / (1 + exp(-beta s)) - 1, which is the hyperbolic tangent of beta s / 2."""
    return torch.tanh(beta / 2 * _tensor(s)).numpy()


def relu(s: np.ndarray) -> np.ndarray:
    return torch.relu(_tensor(s)).numpy()


def leaky_relu(s: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    return functional.leaky_relu(_tensor(s), negative_slope=alpha).numpy()


def elu(s: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    return functional.elu(_tensor(s), alpha=alpha).numpy()


def softplus(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    """Not functional.softplus, which goes over to a straight line at 20."""
    z = beta * _tensor(s)
    return (torch.logaddexp(torch.zeros_like(z), z) / beta).numpy()


def swish(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    values = _tensor(s)
    return (values * torch.sigmoid(beta * values)).numpy()


def maxout(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    pieces = torch.matmul(_tensor(x)[None], _tensor(W)) + _tensor(b)[:, None, :]
    return pieces.amax(dim=0).numpy()
