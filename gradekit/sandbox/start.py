"""How a jail starts a warm process: what a jail says to gradekit.sandbox.host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Start"]


@dataclass(frozen=True, slots=True)
class Start:
    """line: the command; environment: all it sees of one. told: what the warm process is told besides.

    descriptors: those to pass on. signals: whether a worker may send any, because they reach none but its own process.
    told holds `jail` (its name), `uids` (the first, and how many; None where workers keep the grader's), `scratch` (the folder a
    worker writes in, or that of all such folders) and `readable` (what workers may read).
    """

    line: tuple[str, ...]
    told: Mapping[str, Any]
    environment: Mapping[str, str] = field(default_factory=dict)
    descriptors: tuple[int, ...] = ()
    signals: bool = True
