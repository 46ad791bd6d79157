"""A frozen dataclass with postponed annotations; gates are instances, made callable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np


@dataclass(frozen=True)
class Neuron:
    weights: tuple[float, ...]
    bias: float = 0.0
    seen: list[Neuron] = field(default_factory=list, repr=False, compare=False)
    registry: ClassVar[dict[str, Neuron]] = {}

    def __post_init__(self) -> None:
        assert len(self.weights) > 0

    def __call__(self, *inputs: float) -> np.int64:
        signal = np.asarray(inputs, dtype=float) @ np.asarray(self.weights, dtype=float)
        return np.int64(np.greater(signal + self.bias, 0))

    @classmethod
    def register(cls, name: str, *weights: float, bias: float) -> Neuron:
        cls.registry[name] = cls(weights, bias)
        return cls.registry[name]


AND_gate = Neuron.register("AND", 1.0, 1.0, bias=-1.5)
NAND_gate = Neuron.register("NAND", -1.0, -1.0, bias=1.5)
OR_gate = Neuron.register("OR", 1.0, 1.0, bias=-0.5)
WEIGHTS = {name: (*unit.weights, unit.bias) for name, unit in Neuron.registry.items()}


def perceptron(x: np.ndarray, w: np.ndarray, b: float) -> np.int64:
    return Neuron(tuple(w), b)(*x)


def XOR_gate(x1: int, x2: int) -> np.int64:
    # (x1 NAND a, x2 NAND a) NAND-ed again, the classic four-gate XOR.
    a = NAND_gate(x1, x2)
    return NAND_gate(NAND_gate(x1, a), NAND_gate(a, x2))
