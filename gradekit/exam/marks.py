"""From results to a grade, as pure functions: points, the late penalty, which attempt counts, adjustments, scaling, letters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gradekit.exam.models import Attempts, Grades

__all__ = ["AttemptMark", "Mark", "letter_of", "mark", "scaled"]

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class AttemptMark:
    """One attempt. parts: part → points of the exam's; factor: what the late penalty leaves of them; counts: it was within the limit."""

    parts: Mapping[str, float]
    factor: float
    counts: bool

    @property
    def before(self) -> float:
        return round(math.fsum(self.parts.values()), _DIGITS)

    @property
    def after(self) -> float:
        return round(self.before * self.factor, _DIGITS)


@dataclass(frozen=True, slots=True)
class Mark:
    """chosen: the attempts that count, by their places; several where their average does. before, after: the late penalty.

    written: points that people gave; adjusted: what was added by hand, which may be negative; total: of all, within 0 and the maximum.
    """

    chosen: tuple[int, ...]
    before: float
    after: float
    written: float
    adjusted: float
    total: float
    grade: float
    letter: str


def mark(policy: Attempts, grades: Grades, most: float, attempts: Sequence[AttemptMark], written: float, adjusted: float) -> Mark:
    """The mark for attempts in the order of their times. most: what full marks are."""
    counting = [index for index, each in enumerate(attempts) if each.counts]
    if not counting:
        chosen: tuple[int, ...] = ()
    elif policy.counts == "best":
        chosen = (max(counting, key=lambda index: (attempts[index].after, -index)),)
    elif policy.counts == "last":
        chosen = (counting[-1],)
    else:
        chosen = tuple(counting)
    before = _mean([attempts[index].before for index in chosen])
    after = _mean([attempts[index].after for index in chosen])
    total = round(min(most, max(0.0, after + written + adjusted)), _DIGITS)
    grade = scaled(grades, total, most)
    return Mark(chosen, before, after, written, adjusted, total, grade, letter_of(grades, grade))


def scaled(grades: Grades, total: float, most: float) -> float:
    """total of most on the scale of the grades, rounded half up, as people do; computed in decimals, where 0.15 is no 0.1499…"""
    if most <= 0:
        return 0.0
    step = Decimal(repr(grades.round_to))
    exact = Decimal(repr(round(total, _DIGITS))) * Decimal(repr(grades.scale_to)) / Decimal(repr(most))
    # A third of a scale has no end: what is within rounding noise of a half is a half.
    return float((exact / step).quantize(Decimal("1e-9")).quantize(Decimal(1), ROUND_HALF_UP) * step)


def letter_of(grades: Grades, grade: float) -> str:
    """The letter with the highest bound that the grade reaches; "" where there is none."""
    reached = [(bound, letter) for letter, bound in grades.letters.items() if grade >= bound]
    return max(reached)[1] if reached else ""


def _mean(values: Sequence[float]) -> float:
    return round(math.fsum(values) / len(values), _DIGITS) if values else 0.0
