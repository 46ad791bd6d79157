from __future__ import annotations

from dataclasses import dataclass, field
from functools import wraps

import numpy as np


class TemperatureError(ValueError):
    pass


@dataclass(frozen=True, slots=True)
class Boltzmann:
    temperature: float = 1.0
    axis: int = field(default=-1, kw_only=True)

    def __post_init__(self) -> None:
        if self.temperature <= 0:
            raise TemperatureError(f"temperature {self.temperature}")

    def __call__(self, energies: np.ndarray) -> np.ndarray:
        # (x - max) / t rather than x / t - max
        gap = (energies - energies.max(axis=self.axis, keepdims=True)) / self.temperature
        weights = np.exp(gap)
        return weights / weights.sum(axis=self.axis, keepdims=True)


def as_matrix(function):
    @wraps(function)
    def inner(x, *rest):
        matrix = np.atleast_2d(x)
        return function(matrix, *rest).reshape(x.shape)

    return inner


@as_matrix
def softmax(x: np.ndarray) -> np.ndarray:
    return Boltzmann()(x)


@as_matrix
def temperature_softmax(x: np.ndarray, t: float) -> np.ndarray:
    return Boltzmann(t)(x)
