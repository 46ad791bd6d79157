from __future__ import annotations
import numpy as np
from dataclasses import dataclass
from typing import NamedTuple, Iterator
print("k-겹")
class Split(NamedTuple):
    train: np.ndarray
    test: np.ndarray
class EmptySide(ValueError): pass
def train_test_split(n: int, test_size: float, rng: np.random.Generator) -> Split:
    m = round(test_size * n)
    order = rng.permutation(n)
    s = Split(train=order[m:], test=order[:m])
    if min(map(len, s)) == 0: raise EmptySide
    return s
@dataclass(frozen=True)
class KFold:
    n: int
    k: int
    def __post_init__(self):
        if not 1 < self.k <= self.n: raise EmptySide(f"{self.k} of {self.n}")
    def __iter__(self) -> Iterator[Split]:
        q, r = divmod(self.n, self.k); lo = 0
        for i in range(self.k):
            hi = lo + q + (i < r)
            mask = np.zeros(self.n, dtype=bool); mask[lo:hi] = True
            yield Split(np.nonzero(~mask)[0], np.nonzero(mask)[0]); lo = hi
def k_fold(n, k): return [*KFold(n, k)]
def cross_validate(score, n, k):
    scores = [score(train=s.train, test=s.test) for s in KFold(n, k)]
    return np.average(scores), scores
