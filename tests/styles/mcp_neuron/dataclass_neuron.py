from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Iterable


class Bit(IntEnum):
    """Bit(2) and Bit(0.5) raise ValueError by themselves."""

    OFF = 0
    ON = 1


@dataclass(frozen=True)
class Neuron:
    threshold: float = 1.0
    excitatory: tuple[Bit, ...] = ()
    inhibitory: tuple[Bit, ...] = field(default=(), kw_only=True)

    @classmethod
    def wired(cls, threshold: float, excitatory: Iterable[int] = (), inhibitory: Iterable[int] = ()) -> Neuron:
        return cls(threshold, tuple(map(Bit, excitatory)), inhibitory=tuple(map(Bit, inhibitory)))

    @property
    def output(self) -> Bit:
        if Bit.ON in self.inhibitory:
            return Bit.OFF
        return Bit(self.threshold <= sum(self.excitatory))


def mcp_neuron(excitatory, inhibitory, threshold):
    return int(Neuron.wired(threshold, excitatory, inhibitory).output)


def mcp_and(x):
    return int(Neuron.wired(len(x), x).output)


def mcp_or(x):
    return int(Neuron.wired(1, x).output)


def mcp_not(x):
    return int(Neuron.wired(0, inhibitory=[x]).output)
