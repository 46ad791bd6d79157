"""The geometry of plots: ranges, ticks, points in a picture, and how numbers are written. Nothing here knows of pages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

__all__ = ["Frame", "Tick", "clip_half_plane", "finite", "number_text", "span", "thin", "ticks"]

_T = TypeVar("_T")
_LARGEST: Final = 1e100  # beyond it, differences of coordinates overflow; no plot can show it anyway


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where it stands in the picture, and what it says."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a picture (in its units, y down) and the ranges of data that it shows."""

    left: float
    top: float
    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def x(self, value: float) -> float:
        return round(self.left + self.width * _share(value, self.x_range), 1)

    def y(self, value: float) -> float:
        return round(self.top + self.height * (1 - _share(value, self.y_range)), 1)

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


def finite(value: Any) -> float | None:
    """value as a finite float of at most 1e100 in size; None for anything that is no real number."""
    if not isinstance(value, int | float):
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    return float(max(-_LARGEST, min(_LARGEST, value)))


def number_text(value: float | None) -> str:
    """A number as people write it, four digits at most, with a real minus sign; an en dash for none."""
    if value is None:
        return "–"
    text = f"{value:.4g}"
    if "e" in text:
        mantissa, exponent = text.split("e")
        text = f"{mantissa}e{int(exponent)}"
    return "0" if text == "-0" else text.replace("-", "−")


def span(values: Iterable[float], *, include: float | None = None, pad: float = 0.0) -> tuple[float, float]:
    """The range of values, widened to include a number, by pad on each side, and where it is empty or a single point."""
    known = [*values, *(() if include is None else (include,))]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    if high - low <= 1e-12 * max(abs(low), abs(high)):
        room = abs(low) / 2 or 0.5
        low, high = low - room, high + room
    margin = (high - low) * pad
    return low - margin, high + margin


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers from low to high, about so many; [] where the range is too narrow to be told apart."""
    raw = (high - low) / max(1, about)
    if not raw > 0:
        return []
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size >= raw * 0.999)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)] if last - first <= 4 * about else []


def thin(items: Sequence[_T], most: int) -> list[_T]:
    """At most so many of items, evenly spread, the first and the last among them."""
    if len(items) <= most:
        return list(items)
    return [items[round(index * (len(items) - 1) / (most - 1))] for index in range(most)]


def clip_half_plane(corners: Sequence[tuple[float, float]], w1: float, w2: float, b: float) -> list[tuple[float, float]]:
    """The part of a convex polygon where w1·x + w2·y + b > 0 (Sutherland and Hodgman, Reentrant polygon clipping, 1974)."""
    largest = max(abs(w1), abs(w2), abs(b)) or 1.0
    a, c, d = w1 / largest, w2 / largest, b / largest  # so that products of large weights stay finite
    inside: list[tuple[float, float]] = []
    for index, (x, y) in enumerate(corners):
        last_x, last_y = corners[index - 1]
        here, before = a * x + c * y + d, a * last_x + c * last_y + d
        if (here > 0) != (before > 0):
            share = before / (before - here)
            inside.append((last_x + share * (x - last_x), last_y + share * (y - last_y)))
        if here > 0:
            inside.append((x, y))
    return inside


def _share(value: float, bounds: tuple[float, float]) -> float:
    low, high = bounds
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5
