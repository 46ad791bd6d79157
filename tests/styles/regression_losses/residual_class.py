from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np


class ShapeError(ValueError):
    """Raised for data that are no pairs."""


@dataclass(frozen=True)
class Residuals:
    truth: np.ndarray
    guess: np.ndarray

    def __post_init__(self) -> None:
        if self.truth.shape != self.guess.shape or 0 in self.truth.shape:
            raise ShapeError("no pairs")

    @cached_property
    def values(self) -> np.ndarray:
        return np.subtract(self.truth, self.guess, dtype=np.float64)

    @property
    def energy(self) -> float:
        return math.fsum(self.values**2)

    @property
    def slope(self) -> np.ndarray:
        return np.negative(self.values) * (2 / self.values.size)


def errors(y, y_hat):
    return Residuals(y, y_hat).values


def sse(y, y_hat):
    return Residuals(y, y_hat).energy


def mse(y, y_hat):
    return Residuals(y, y_hat).energy / y.size


def mse_grad(y, y_hat):
    return Residuals(y, y_hat).slope


def l1(y, y_hat):
    return math.fsum(map(abs, Residuals(y, y_hat).values))


l2 = sse
