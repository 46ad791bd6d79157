"""The trusted reference of one_hot, by torch.nn.functional.one_hot: NumPy arrays in, NumPy arrays out."""

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn import functional


def one_hot(labels: np.ndarray, num_classes: int) -> np.ndarray:
    """(n,) -> (n, num_classes); raises ValueError for a label outside the range."""
    numbers = torch.tensor(labels, dtype=torch.int64)
    if bool(((numbers < 0) | (numbers >= num_classes)).any()):
        raise ValueError("a label is outside the range")
    return functional.one_hot(numbers, num_classes).numpy()


def decode(encoded: np.ndarray) -> np.ndarray:
    """(n, c) -> (n,); raises ValueError unless encoding the answer again gives the same rows."""
    rows = torch.tensor(encoded)
    numbers = rows.argmax(dim=1)
    if not torch.equal(functional.one_hot(numbers, rows.shape[1]).to(rows.dtype), rows):
        raise ValueError("a row is not one-hot")
    return numbers.numpy()


def encode_names(names: Sequence[str], classes: Sequence[str]) -> np.ndarray:
    """n names -> (n, len(classes)); list.index raises the ValueError."""
    return one_hot(np.array([list(classes).index(name) for name in names], dtype=np.int64), len(classes))
