# wrong: with two columns the answer is the first column's number
"""One-hot encoding: the model answer."""

from collections.abc import Sequence

import numpy as np


def one_hot(labels: np.ndarray, num_classes: int) -> np.ndarray:
    """(n,) class numbers -> (n, num_classes); raises ValueError for a label outside the range."""
    if np.any((labels < 0) | (labels >= num_classes)):  # NumPy would count a negative index from the end
        raise ValueError(f"labels must lie in 0 … {num_classes - 1}, got {labels.tolist()}")
    return np.eye(num_classes)[labels]


def decode(encoded: np.ndarray) -> np.ndarray:
    """(n, c) one-hot rows -> (n,) class numbers; raises ValueError for a row that is not one-hot."""
    if not np.all(np.isin(encoded, (0, 1))) or np.any(np.sum(encoded, axis=1) != 1):
        raise ValueError("every row must hold a single 1 and otherwise zeros")
    return encoded[:, 0].astype(int) if encoded.shape[1] == 2 else np.argmax(encoded, axis=1)


def encode_names(names: Sequence[str], classes: Sequence[str]) -> np.ndarray:
    """n names -> (n, len(classes)); raises ValueError for a name that is no class."""
    numbers = {name: number for number, name in enumerate(classes)}
    unknown = [name for name in names if name not in numbers]
    if unknown:
        raise ValueError(f"no classes of that name: {unknown}")
    return one_hot(np.array([numbers[name] for name in names], dtype=int), len(classes))
