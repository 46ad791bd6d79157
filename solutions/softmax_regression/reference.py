"""The trusted reference of softmax_regression, in PyTorch float64: NumPy arrays in, NumPy arrays out."""

import numpy as np
import torch
from torch.nn import functional


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


def _logits(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> torch.Tensor:
    return _tensor(X) @ _tensor(W) + _tensor(b)


def predict_proba(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(n, f), (f, c), (c,) -> (n, c)."""
    return torch.softmax(_logits(X, W, b), dim=1).numpy()


def predict(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(n, f), (f, c), (c,) -> (n,)."""
    return torch.argmax(_logits(X, W, b), dim=1).numpy()


def cost(X: np.ndarray, Y: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    """F.cross_entropy of the logits."""
    return functional.cross_entropy(_logits(X, W, b), _tensor(Y).argmax(dim=1)).item()


def gradients(X: np.ndarray, Y: np.ndarray, W: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """By autograd."""
    weights, bias = _tensor(W).requires_grad_(), _tensor(b).requires_grad_()
    functional.cross_entropy(_tensor(X) @ weights + bias, _tensor(Y).argmax(dim=1)).backward()
    return weights.grad.numpy(), bias.grad.numpy()


def fit(X: np.ndarray, Y: np.ndarray, lr: float = 0.1, epochs: int = 1000) -> tuple[np.ndarray, np.ndarray, list[float]]:
    """Full-batch descent from zeros. Without autograd, which takes ten times as long."""
    inputs, targets = _tensor(X), _tensor(Y)
    W = torch.zeros(inputs.shape[1], targets.shape[1], dtype=torch.float64)
    b = torch.zeros(targets.shape[1], dtype=torch.float64)
    history = []
    for _ in range(epochs):
        log_probabilities = torch.log_softmax(inputs @ W + b, dim=1)
        history.append(-(targets * log_probabilities).sum() / len(inputs))
        errors = (log_probabilities.exp() - targets) / len(inputs)
        W, b = W - lr * inputs.T @ errors, b - lr * errors.sum(dim=0)
    return W.numpy(), b.numpy(), torch.stack(history).tolist()
