from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


class SizeError(ValueError):
    """Sizes that make no network."""


@dataclass(frozen=True)
class Dense:
    inputs: int
    units: int

    def __post_init__(self) -> None:
        if self.inputs < 1 or self.units < 1:
            raise SizeError(f"{self.inputs} -> {self.units}")

    @property
    def parameters(self) -> int:
        return self.units * (self.inputs + 1)


@dataclass
class Network:
    sizes: Sequence[int]

    @cached_property
    def layers(self) -> tuple[Dense, ...]:
        if not len(self.sizes) > 1:
            raise SizeError("no layers")
        return tuple(Dense(*pair) for pair in zip(self.sizes[:-1], self.sizes[1:], strict=True))


def layer_parameters(layer_sizes: Sequence[int]) -> tuple[int, ...]:
    return tuple(layer.parameters for layer in Network(layer_sizes).layers)


def count_parameters(layer_sizes: Sequence[int]) -> int:
    return sum(layer.parameters for layer in Network(layer_sizes).layers)
