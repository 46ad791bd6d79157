"""The trusted reference for `backprop`, in PyTorch float64 with autograd: NumPy arrays in, NumPy arrays out."""

import numpy as np
import torch
from torch.nn import functional


def _logits(X: np.ndarray, tensors: dict[str, torch.Tensor]) -> torch.Tensor:
    hidden = torch.sigmoid(torch.tensor(X, dtype=torch.float64) @ tensors["W1"] + tensors["b1"])
    return hidden @ tensors["W2"] + tensors["b2"]


def _tensors(params: dict[str, np.ndarray]) -> dict[str, torch.Tensor]:
    return {key: torch.tensor(value, dtype=torch.float64, requires_grad=True) for key, value in params.items()}


def forward(X: np.ndarray, params: dict[str, np.ndarray]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """(n, d) -> probabilities (n, c), and an empty cache: autograd needs none."""
    return torch.softmax(_logits(X, _tensors(params)), dim=1).detach().numpy(), {}


def loss(probs: np.ndarray, labels: np.ndarray) -> float:
    """Mean cross-entropy of probabilities (n, c) for class numbers (n,); a probability of 0 counts as the smallest above it."""
    p = torch.tensor(probs, dtype=torch.float64).clamp_min(torch.finfo(torch.float64).tiny)
    return functional.nll_loss(p.log(), torch.tensor(labels, dtype=torch.int64)).item()


def backward(X: np.ndarray, labels: np.ndarray, params: dict[str, np.ndarray], cache: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The gradients of the mean loss by autograd, keyed and shaped as params."""
    tensors = _tensors(params)
    functional.cross_entropy(_logits(X, tensors), torch.tensor(labels, dtype=torch.int64)).backward()
    return {key: tensor.grad.numpy() for key, tensor in tensors.items()}


def train_step(X: np.ndarray, labels: np.ndarray, params: dict[str, np.ndarray], lr: float) -> dict[str, np.ndarray]:
    """New parameters after one step of gradient descent."""
    grads = backward(X, labels, params, {})
    return {key: value - lr * grads[key] for key, value in params.items()}
