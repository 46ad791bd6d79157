from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

import numpy as np

print("optimisers ready")


@dataclass
class Optimizer(ABC):
    def step(self, params: list[np.ndarray], grads: list[np.ndarray]) -> tuple[np.ndarray, ...]:
        self.tick()
        return tuple(np.subtract(p, self.move(i, np.asarray(g, dtype=float))) for i, (p, g) in enumerate(zip(params, grads)))

    def tick(self) -> None: ...

    @abstractmethod
    def move(self, i: int, g: np.ndarray) -> np.ndarray: ...


@dataclass
class SGD(Optimizer):
    lr: float
    momentum: float = 0.0
    v: dict[int, np.ndarray] = field(default_factory=dict, repr=False)

    def move(self, i, g):
        self.v[i] = g if i not in self.v else self.v[i] * self.momentum + g
        return self.v[i] * self.lr


@dataclass
class Adam(Optimizer):
    lr: float = 0.001
    betas: tuple[float, float] = (0.9, 0.999)
    eps: float = 1e-8
    t: int = field(default=0, init=False)
    m: dict[int, np.ndarray] = field(default_factory=dict, init=False)
    v: dict[int, np.ndarray] = field(default_factory=dict, init=False)

    def tick(self):
        self.t += 1

    def move(self, i, g):
        def running(memory, beta, value):
            memory[i] = memory.get(i, 0) * beta + value * (1 - beta)
            return memory[i] / (1 - np.power(beta, self.t))

        mean, square = running(self.m, self.betas[0], g), running(self.v, self.betas[1], g * g)
        return self.lr * mean / (square**0.5 + self.eps)
