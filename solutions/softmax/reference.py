"""The trusted reference for `softmax`, in PyTorch float64: NumPy arrays in, NumPy arrays out."""

import numpy as np
import torch


def softmax(x: np.ndarray) -> np.ndarray:
    """torch.softmax over the last axis; (d,) or (n, d) -> the same shape."""
    return torch.softmax(torch.tensor(x, dtype=torch.float64), dim=-1).numpy()


def temperature_softmax(x: np.ndarray, t: float) -> np.ndarray:
    """softmax(x / t); raises ValueError unless t > 0."""
    if not t > 0:
        raise ValueError(f"the temperature must be above 0, got {t}")
    return torch.softmax(torch.tensor(x, dtype=torch.float64) / t, dim=-1).numpy()
