"""The trusted reference for `data_splits`: PyTorch's own splitting, on NumPy's permutations."""

from collections.abc import Callable

import numpy as np
import torch


def train_test_split(n: int, test_size: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Indices for training and testing; raises ValueError where a side would be empty."""
    m = round(n * test_size)
    if m < 1 or m > n - 1:
        raise ValueError(f"m = {m}, n = {n}")
    test, train = torch.from_numpy(rng.permutation(n)).split([m, n - m])
    return train.numpy(), test.numpy()


def k_fold(n: int, k: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """k pairs of indices for training and testing; raises ValueError unless 2 <= k <= n."""
    if k < 2 or k > n:
        raise ValueError(f"k = {k}, n = {n}")
    folds = torch.arange(n).tensor_split(k)
    return [(torch.cat([*folds[:i], *folds[i + 1 :]]).numpy(), fold.numpy()) for i, fold in enumerate(folds)]


def cross_validate(score: Callable[[np.ndarray, np.ndarray], float], n: int, k: int) -> tuple[float, list[float]]:
    """The mean score over the folds, and all scores; raises ValueError unless 2 <= k <= n."""
    scores = [float(score(train, test)) for train, test in k_fold(n, k)]
    return torch.tensor(scores, dtype=torch.float64).mean().item(), scores
