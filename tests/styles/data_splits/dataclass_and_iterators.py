from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import fmean
from typing import NamedTuple

import numpy as np


class Split(NamedTuple):
    train: np.ndarray
    test: np.ndarray

    def checked(self) -> Split:
        for side in self:
            if not side.size:
                raise EmptySide(self)
        return self


class EmptySide(ValueError):
    pass


@dataclass(frozen=True)
class KFold:
    n: int
    k: int

    def __post_init__(self) -> None:
        if self.k <= 1 or self.n < self.k:
            raise EmptySide(f"{self.k} folds of {self.n}")

    def __iter__(self) -> Iterator[Split]:
        q, r = divmod(self.n, self.k)
        for a, b in pairwise(accumulate((q + (i < r) for i in range(self.k)), initial=0)):
            yield Split(np.r_[0:a, b : self.n], np.arange(a, b))


def train_test_split(n: int, test_size: float, rng: np.random.Generator) -> Split:
    perm, m = rng.permutation(n), round(n * test_size)
    return Split(perm[m:], perm[:m]).checked()


def k_fold(n: int, k: int) -> list[Split]:
    return [*KFold(n, k)]


def cross_validate(score: Callable[..., float], n: int, k: int) -> tuple[float, list[float]]:
    scores = [float(score(train=split.train, test=split.test)) for split in KFold(n, k)]
    return fmean(scores), scores
