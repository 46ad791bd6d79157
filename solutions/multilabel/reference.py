"""The trusted reference of multilabel, in PyTorch float64: NumPy arrays in, NumPy arrays out."""

import numpy as np
import torch
from torch.nn import functional


def predict(logits: np.ndarray, threshold: float = 0.5) -> np.ndarray:
    """(n, c) -> (n, c) of 0/1."""
    return (torch.sigmoid(torch.tensor(logits, dtype=torch.float64)) >= threshold).long().numpy()


def multilabel_loss(logits: np.ndarray, targets: np.ndarray) -> float:
    """F.binary_cross_entropy_with_logits, summed over classes, mean over samples."""
    scores, truth = torch.tensor(logits, dtype=torch.float64), torch.tensor(targets, dtype=torch.float64)
    return functional.binary_cross_entropy_with_logits(scores, truth, reduction="none").sum(dim=1).mean().item()
