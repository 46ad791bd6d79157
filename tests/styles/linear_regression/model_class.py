from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

print("fitting lines")


class Gradient(NamedTuple):
    w: float
    b: float


class Fitted(NamedTuple):
    w: float
    b: float
    history: list[float]


@dataclass
class Line:
    w: float = 0.0
    b: float = 0.0
    costs: list[float] = field(default_factory=list)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        return np.multiply(self.w, x) + self.b

    def error(self, x, y):
        return self(x) - y

    def measure(self, x, y) -> float:
        return float(np.square(self.error(x, y)).mean())

    def slope(self, x, y) -> Gradient:
        e = 2 * self.error(x, y)
        return Gradient(float(np.dot(e, x) / e.size), float(e.sum() / e.size))

    def train(self, x, y, lr, epochs) -> Iterator[float]:
        for _ in range(epochs):
            yield self.measure(x, y)
            g = self.slope(x, y)
            self.w, self.b = self.w - lr * g.w, self.b - lr * g.b


def predict(x, w, b):
    return Line(w, b)(x)


def cost(x, y, w, b):
    return Line(w, b).measure(x, y)


def gradients(x, y, w, b):
    return Line(w, b).slope(x, y)


def fit(x, y, lr=0.01, epochs=2000):
    line = Line()
    history = list(line.train(x, y, lr, epochs))
    return Fitted(line.w, line.b, history)
