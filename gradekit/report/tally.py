"""What the results of one exercise add up to: how its tests fare, and what is said of its misconceptions. Its size is the suite's."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from gradekit.results import Result, Status, Verdict

__all__ = ["Tally", "TestRate", "Words"]


@dataclass(frozen=True, slots=True)
class TestRate:
    """How the graded submissions of an exercise fare in one test."""

    __test__ = False  # no test of pytest's

    name: str
    passed: int
    number: int
    mean_points: float
    max_points: float

    @property
    def rate(self) -> float:
        return self.passed / self.number if self.number else 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """What the first of those with a misconception is told. varies: others are told otherwise; a quiz speaks of one's figures."""

    place: int
    message: str
    varies: bool


@dataclass(slots=True)
class _Test:
    """points: how often each number of points was earned. Few numbers are, so this stays small, and their mean is exact."""

    points: Counter[float] = field(default_factory=Counter)
    passed: int = 0
    max_points: float = -math.inf


@dataclass(slots=True)
class Tally:
    """The sum of an exercise's results. words: misconception → what is said of it."""

    words: dict[str, Words] = field(default_factory=dict)
    _tests: dict[str, _Test] = field(default_factory=dict)

    def add(self, result: Result, place: int) -> None:
        """Count a result. place: its student's among the students, which tells who is the first, in whatever order results come."""
        graded = result.status is Status.GRADED
        for test in result.tests:
            seen = self._tests.get(test.name)
            if seen is None:
                seen = self._tests[test.name] = _Test()
            if graded:
                seen.points[test.points] += 1
                seen.passed += test.outcome is Verdict.PASSED
                seen.max_points = max(seen.max_points, test.max_points)
        for each in result.diagnosis:
            known = self.words.get(each.misconception, Words(place, each.message, False))
            first = known if known.place <= place else Words(place, each.message, False)
            self.words[each.misconception] = Words(first.place, first.message, known.varies or known.message != each.message)

    def rates(self) -> Iterator[TestRate]:
        """The tests that a graded submission was put to, in the suite's order."""
        for name, test in self._tests.items():
            number = test.points.total()
            if number:
                earned = itertools.chain.from_iterable(itertools.repeat(points, times) for points, times in test.points.items())
                yield TestRate(name, test.passed, number, math.fsum(earned) / number, test.max_points)
