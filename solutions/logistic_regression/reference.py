"""The trusted reference of logistic_regression, in PyTorch float64: NumPy arrays in, NumPy arrays out."""

import numpy as np
import torch
from torch.nn import functional


def _tensor(values: np.ndarray | float) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


def sigmoid(z: np.ndarray) -> np.ndarray:
    """torch.sigmoid, any shape."""
    return torch.sigmoid(_tensor(z)).numpy()


def predict_proba(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """(n, d), (d,), number -> (n,)."""
    return torch.sigmoid(_tensor(X) @ _tensor(w) + b).numpy()


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """(n, d), (d,), number -> (n,) of 0/1."""
    return (torch.sigmoid(_tensor(X) @ _tensor(w) + b) >= 0.5).long().numpy()


def bce(p: np.ndarray, y: np.ndarray) -> float:
    """F.binary_cross_entropy, whose logarithms end at -100; (n,), (n,) -> mean."""
    return functional.binary_cross_entropy(_tensor(p), _tensor(y)).item()


def gradients(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> tuple[np.ndarray, float]:
    """By autograd, from the logits."""
    weights, bias = _tensor(w).requires_grad_(), _tensor(b).requires_grad_()
    functional.binary_cross_entropy_with_logits(_tensor(X) @ weights + bias, _tensor(y)).backward()
    return weights.grad.numpy(), bias.grad.item()


def fit(X: np.ndarray, y: np.ndarray, lr: float = 0.1, epochs: int = 1000) -> tuple[np.ndarray, float, list[float]]:
    """Full-batch descent from zeros. Without autograd, which would take a second for a thousand epochs of several data sets."""
    inputs, labels = _tensor(X), _tensor(y)
    w, b = torch.zeros(inputs.shape[1], dtype=torch.float64), torch.zeros((), dtype=torch.float64)
    history = []
    for _ in range(epochs):
        z = inputs @ w + b
        history.append(functional.binary_cross_entropy_with_logits(z, labels))
        errors = torch.sigmoid(z) - labels
        w, b = w - lr * (errors @ inputs) / len(labels), b - lr * errors.mean()
    return w.numpy(), b.item(), torch.stack(history).tolist()
