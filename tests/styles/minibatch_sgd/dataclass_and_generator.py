from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np


@dataclass
class Loader:
    n: int
    batch_size: int
    rng: np.random.Generator

    def __len__(self) -> int:
        return -(-self.n // self.batch_size)

    def __iter__(self) -> Iterator[np.ndarray]:
        order = self.rng.permutation(self.n)
        while order.size:
            batch, order = order[: self.batch_size], order[self.batch_size :]
            yield batch


@dataclass
class Line:
    d: int
    w: np.ndarray = field(init=False)
    b: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.w = np.zeros((self.d, 1))
        self.b = np.zeros(())

    def step(self, X: np.ndarray, y: np.ndarray, lr: float) -> None:
        residual = y.reshape(-1, 1) - (X @ self.w + self.b)
        scale = 2 * lr / X.shape[0]
        self.w, self.b = self.w + scale * X.T @ residual, self.b + scale * residual.sum()


def minibatches(n: int, batch_size: int, rng: np.random.Generator) -> list[np.ndarray]:
    return list(Loader(n, batch_size, rng))


def epochs_to_steps(n: int, batch_size: int, epochs: int) -> int:
    return sum(len(Loader(n, batch_size, None)) for _ in range(epochs))


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    line = Line(X.shape[1])
    for _ in range(epochs):
        for batch in Loader(len(X), batch_size, rng):
            line.step(X[batch], y[batch], lr)
    return line.w.ravel(), line.b
