from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatchmethod

import numpy as np


class ProbabilityError(ValueError):
    """Not in [0, 1)."""


@dataclass(frozen=True, slots=True)
class Dropout:
    p: float

    def __post_init__(self) -> None:
        if self.p >= 1 or 0 > self.p:
            raise ProbabilityError(self.p)

    @property
    def keep(self) -> float:
        return 1 - self.p

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
        return np.greater_equal(rng.random(size=shape), self.p)

    def through(self, a: np.ndarray, mask: np.ndarray) -> np.ndarray:
        return a * (mask / self.keep)


def dropout(x: np.ndarray, p: float, rng: np.random.Generator, training: bool = True) -> tuple[np.ndarray, np.ndarray]:
    layer = Dropout(p)
    mask = layer.draw(x.shape, rng) if training else np.ones_like(x, dtype=np.uint8)
    return (layer.through(x, mask) if training else x), mask


def dropout_backward(grad: np.ndarray, mask: np.ndarray, p: float) -> np.ndarray:
    return Dropout(p).through(grad, mask)
