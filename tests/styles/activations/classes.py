"""One class per activation, frozen dataclasses with postponed annotations; module functions call instances."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np


class Activation(ABC):
    @abstractmethod
    def forward(self, s: np.ndarray) -> np.ndarray: ...

    def __call__(self, s: np.ndarray) -> np.ndarray:
        return self.forward(np.array(s, dtype=float))


@dataclass(frozen=True)
class Logistic(Activation):
    beta: float = 1.0
    low: float = 0.0
    high: float = 1.0

    def forward(self, s: np.ndarray) -> np.ndarray:
        # Clipping at 700 changes values below 1e-300 only.
        z = np.clip(self.beta * s, -700, 700)
        return self.low + (self.high - self.low) / (1 + np.exp(-z))


@dataclass(frozen=True)
class Kinked(Activation):
    slope: float = 0.0

    def forward(self, s: np.ndarray) -> np.ndarray:
        return np.select([s > 0, s <= 0], [s, self.slope * s])


@dataclass(frozen=True)
class Exponential(Activation):
    alpha: float = 1.0

    def forward(self, s: np.ndarray) -> np.ndarray:
        with np.errstate(over="ignore"):
            return np.where(s > 0, s, self.alpha * (np.exp(s) - 1))


@dataclass(frozen=True)
class Soft(Activation):
    beta: float = 1.0

    def forward(self, s: np.ndarray) -> np.ndarray:
        z = self.beta * s
        return np.where(z > 40, s, np.log1p(np.exp(np.minimum(z, 40))) / self.beta)


class Step(Activation):
    def forward(self, s):
        return np.piecewise(s, [s > 0, s <= 0], [1.0, -1.0])


def step(s):
    return Step()(s)


def sigmoid(s, beta=1.0):
    return Logistic(beta)(s)


def tanh(s, beta=2.0):
    return Logistic(beta, -1.0, 1.0)(s)


def relu(s):
    return Kinked()(s)


def leaky_relu(s, alpha=0.01):
    return Kinked(alpha)(s)


def elu(s, alpha=1.0):
    return Exponential(alpha)(s)


def softplus(s, beta=1.0):
    return Soft(beta)(s)


def swish(s, beta=1.0):
    return s * Logistic(beta)(s)


def maxout(x, W, b):
    best = np.full((x.shape[0], W.shape[2]), -np.inf)
    for weights, bias in zip(W, b):
        np.maximum(best, x.dot(weights) + bias, out=best)
    return best
