from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Iterator, NamedTuple

import numpy as np


class Fitted(NamedTuple):
    w: np.ndarray
    b: float
    errors: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Perceptron:
    w: np.ndarray
    b: float = 0.0

    def __call__(self, X: np.ndarray) -> np.ndarray:
        return (np.dot(X, self.w) + self.b > 0).astype(np.int8)

    def taught(self, x: np.ndarray, y: float, lr: float) -> Perceptron:
        miss = y - int(self(x))
        if not miss:
            return self
        return replace(self, w=self.w + lr * miss * x, b=self.b + lr * miss)


@dataclass
class Teacher:
    lr: float
    pupil: Perceptron
    errors: list[int] = field(default_factory=list)

    def epoch(self, X: np.ndarray, y: np.ndarray) -> int:
        before = 0
        for x, target in zip(X, y):
            after = self.pupil.taught(x, target, self.lr)
            before += after is not self.pupil
            self.pupil = after
        self.errors.append(before)
        return before


def predict(X, w, b):
    return Perceptron(w, b)(X)


def update(w, b, x, y, lr):
    new = Perceptron(w, b).taught(x, y, lr)
    return [new.w, new.b]


def fit(X, y, lr=0.1, epochs=100):
    teacher = Teacher(lr, Perceptron(np.zeros(X.shape[1])))
    for _ in range(epochs):
        if teacher.epoch(X, y) == 0:
            break
    return Fitted(teacher.pupil.w, teacher.pupil.b, tuple(teacher.errors))
