from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice


@dataclass(slots=True)
class Parabola:
    x: float
    y: float

    def __call__(self, u: float) -> float:
        return pow(self.y - u * self.x, 2)

    def slope(self, u: float) -> float:
        return 2 * (u * self.x - self.y) * self.x

    def walk(self, u: float, lr: float) -> Iterator[float]:
        while True:
            yield u
            u -= lr * self.slope(u)


def loss(u, x, y):
    return Parabola(x, y)(u)


def grad(u, x, y):
    return Parabola(x, y).slope(u)


def descend(u, x, y, lr, steps):
    return tuple(islice(Parabola(x, y).walk(u, lr), steps + 1))


def diverges(x, lr):
    """Whether the first step from 1 towards 0 lands farther away than 1."""
    first, second = descend(1.0, x, 0.0, lr, 1)
    return abs(second) > abs(first)
