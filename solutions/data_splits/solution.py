"""Hold-out and k-fold: the model answer."""

from collections.abc import Callable

import numpy as np


def train_test_split(n: int, test_size: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Indices for training and testing; raises ValueError where a side would be empty."""
    m = round(n * test_size)
    if not 0 < m < n:
        raise ValueError(f"{m} of {n} samples for testing leave one side empty")
    order = rng.permutation(n)
    return order[m:], order[:m]


def k_fold(n: int, k: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """k pairs of indices for training and testing; raises ValueError unless 2 <= k <= n."""
    if not 2 <= k <= n:
        raise ValueError(f"{n} samples cannot be cut into {k} folds: at least 2, and at most one for each sample")
    everything = np.arange(n)
    # array_split makes the first n % k pieces one longer.
    return [(np.delete(everything, fold), fold) for fold in np.array_split(everything, k)]


def cross_validate(score: Callable[[np.ndarray, np.ndarray], float], n: int, k: int) -> tuple[float, list[float]]:
    """The mean score over the folds, and all scores; raises ValueError unless 2 <= k <= n."""
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / k, scores
