"""The trusted reference for `cross_entropy`, in PyTorch float64: NumPy arrays in, floats and NumPy arrays out."""

import numpy as np
import torch
import torch.nn.functional as fn


def cross_entropy(probs: np.ndarray, targets: np.ndarray) -> float:
    """Mean of -ln p of the true class, p held above the smallest normal float64; raises ValueError on unequal shapes."""
    if probs.ndim != 2 or probs.shape != targets.shape:
        raise ValueError(f"probs and targets must both be (n, c), got {probs.shape} and {targets.shape}")
    p = torch.tensor(probs, dtype=torch.float64).clamp_min(torch.finfo(torch.float64).tiny)
    return float(fn.nll_loss(torch.log(p), torch.tensor(targets).argmax(dim=1)))


def binary_cross_entropy(p: np.ndarray, y: np.ndarray) -> float:
    """torch's binary_cross_entropy, which holds each logarithm above -100; raises ValueError on unequal shapes."""
    if p.ndim != 1 or p.shape != y.shape:
        raise ValueError(f"p and y must both be (n,), got {p.shape} and {y.shape}")
    return float(fn.binary_cross_entropy(torch.tensor(p, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)))


def cross_entropy_from_logits(logits: np.ndarray, labels: np.ndarray) -> float:
    """torch's cross_entropy; raises ValueError on shapes that do not fit."""
    return float(_loss(torch.tensor(logits, dtype=torch.float64), labels))


def cross_entropy_grad(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Autograd through torch's cross_entropy; raises ValueError on shapes that do not fit."""
    z = torch.tensor(logits, dtype=torch.float64, requires_grad=True)
    (grad,) = torch.autograd.grad(_loss(z, labels), z)
    return grad.numpy()


def _loss(logits: torch.Tensor, labels: np.ndarray) -> torch.Tensor:
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        raise ValueError(f"logits must be (n, c) and labels (n,), got {tuple(logits.shape)} and {labels.shape}")
    return fn.cross_entropy(logits, torch.tensor(labels, dtype=torch.int64))
