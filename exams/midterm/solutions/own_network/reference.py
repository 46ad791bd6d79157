"""The trusted reference of own_network, in PyTorch float64. Each function is told the values of the paper, which differ, by the suite."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


def SIZES(hidden: int) -> list[int]:
    """Inputs, hidden units, outputs."""
    return [4, hidden, 3]


def leaky(s: np.ndarray, slope: float) -> np.ndarray:
    """Any shape -> the same."""
    return functional.leaky_relu(_tensor(s), slope).numpy()


def forward(x: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, slope: float) -> np.ndarray:
    """(n, 4) -> logits (n, 3). The suite gives it only W1 with the right number of columns."""
    hidden = functional.leaky_relu(functional.linear(_tensor(x), _tensor(W1).T, _tensor(b1)), slope)
    return functional.linear(hidden, _tensor(W2).T, _tensor(b2)).numpy()


def fires(p: np.ndarray, threshold: float) -> np.ndarray:
    """(n,) -> 0 and 1, (n,)."""
    return torch.gt(_tensor(p), threshold).long().numpy()


def name_of(logits: np.ndarray, classes: Sequence[str]) -> list[str]:
    """(n, 3) -> n names."""
    return [classes[number] for number in torch.argmax(_tensor(logits), dim=1).tolist()]


def parameter_count(hidden: int) -> int:
    """What PyTorch's own layers of these sizes hold."""
    inputs, units, outputs = SIZES(hidden)
    # On the meta device a layer has shapes and no storage.
    layers = nn.Sequential(nn.Linear(inputs, units, device="meta"), nn.Linear(units, outputs, device="meta"))
    return sum(each.numel() for each in layers.parameters())
