from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np


class ShapeError(ValueError):
    """Shapes that do not fit."""


@dataclass(frozen=True)
class Loss:
    floor: ClassVar[float] = -100.0  # no logarithm below this, as in torch

    def log(self, p: np.ndarray) -> np.ndarray:
        with np.errstate(divide="ignore"):
            return np.maximum(np.log(p), self.floor)


@dataclass(frozen=True)
class Categorical(Loss):
    probs: np.ndarray
    targets: np.ndarray

    def __post_init__(self) -> None:
        if self.probs.ndim != 2 or self.probs.shape != self.targets.shape:
            raise ShapeError("(n, c) and (n, c)")

    def mean(self) -> float:
        return float(-np.einsum("ij,ij->", self.targets, self.log(self.probs)) / len(self.probs))


@dataclass(frozen=True)
class Binary(Loss):
    p: np.ndarray
    y: np.ndarray

    def __post_init__(self) -> None:
        if self.p.ndim != 1 or self.p.shape != self.y.shape:
            raise ShapeError("(n,) and (n,)")

    def mean(self) -> float:
        return float(np.average(-self.y * self.log(self.p) - (1 - self.y) * self.log(1 - self.p)))


@dataclass
class Logits:
    z: np.ndarray
    labels: np.ndarray

    def __post_init__(self) -> None:
        if self.z.ndim != 2 or self.labels.shape != self.z.shape[:1]:
            raise ShapeError("(n, c) and (n,)")
        self.z = np.array(self.z, dtype=float)
        self.z -= self.z.max(axis=1, keepdims=True)
        self.true = (np.arange(len(self.z)), self.labels)

    def loss(self) -> float:
        return float(np.mean(np.log(np.exp(self.z).sum(axis=1)) - self.z[self.true]))

    def grad(self) -> np.ndarray:
        g = np.exp(self.z)
        g /= g.sum(axis=1, keepdims=True)
        g[self.true] -= 1.0
        g *= 1.0 / len(g)
        return g


def cross_entropy(probs, targets):
    return Categorical(probs, targets).mean()


def binary_cross_entropy(p, y):
    return Binary(p, y).mean()


def cross_entropy_from_logits(logits, labels):
    return Logits(logits, labels).loss()


def cross_entropy_grad(logits, labels):
    return Logits(logits, labels).grad()
