"""The class behind a ResultSet: who has which score where, how scores spread, which tests and ideas are hard."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gradekit.printable import printable
from gradekit.report.names import page_names
from gradekit.results import Result, ResultSet, Status, TestOutcome, Verdict, clip

__all__ = [
    "Exercise",
    "Gradebook",
    "Misconception",
    "Spread",
    "Student",
    "TestRate",
    "gradebook",
    "mean_of",
    "median_of",
    "points_text",
    "spread_of",
]

BINS: Final = 10
TITLE_BYTES: Final = 200  # of an exercise: it heads a column


@dataclass(frozen=True, slots=True)
class Exercise:
    """A column of the class: an exercise that at least one student has a result for. worth: what full marks add to a total."""

    name: str
    title: str
    max_score: float
    worth: float


@dataclass(frozen=True, slots=True)
class Student:
    """A row of the class. results stands in the order of the class's exercises; None where the student has no result."""

    name: str
    page: str
    results: tuple[Result | None, ...]
    score: float
    max_score: float

    @property
    def fraction(self) -> float:
        return fraction(self.score, self.max_score)

    @property
    def has_misconception(self) -> bool:
        return any(result is not None and result.diagnosis for result in self.results)

    @property
    def has_ungraded(self) -> bool:
        return any(result is not None and result.status is not Status.GRADED for result in self.results)


@dataclass(frozen=True, slots=True)
class Spread:
    """How scores spread: counts of BINS equal ranges of the maximum (the last one includes it); None where there is no score."""

    counts: tuple[int, ...]
    mean: float | None
    median: float | None

    @property
    def number(self) -> int:
        return sum(self.counts)


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
class Misconception:
    """A misconception and the students whose answers show it. varies: not all are told the same; a quiz speaks of one's figures."""

    exercise: Exercise
    name: str
    message: str
    students: tuple[Student, ...]
    submissions: int
    varies: bool


@dataclass(frozen=True, slots=True)
class Gradebook:
    """All of a class that reports show."""

    exercises: tuple[Exercise, ...]
    students: tuple[Student, ...]

    @property
    def max_score(self) -> float:
        return round(sum(exercise.worth for exercise in self.exercises), 4)

    def column(self, exercise: Exercise) -> list[Result]:
        """The results of one exercise, in the order of students."""
        index = self.exercises.index(exercise)
        return [row.results[index] for row in self.students if row.results[index] is not None]  # type: ignore[misc]

    def spread(self) -> Spread:
        """Of the students' totals."""
        return spread_of(row.fraction for row in self.students)

    def spread_of(self, exercise: Exercise) -> Spread:
        """Of the graded scores of one exercise."""
        return spread_of(fraction(each.score, each.max_score) for each in self.column(exercise) if each.status is Status.GRADED)

    def test_rates(self, exercise: Exercise) -> list[TestRate]:
        """Every test of an exercise, the hardest first; tests as hard stay in the suite's order."""
        outcomes: dict[str, list[TestOutcome]] = {}
        for result in self.column(exercise):
            for test in result.tests:
                seen = outcomes.setdefault(test.name, [])
                if result.status is Status.GRADED:
                    seen.append(test)
        rates = [_rate(name, tests) for name, tests in outcomes.items() if tests]
        return sorted(rates, key=lambda rate: rate.rate)

    def misconceptions(self) -> list[Misconception]:
        """The most frequent first."""
        found: list[Misconception] = []
        for index, exercise in enumerate(self.exercises):
            holders: dict[str, dict[str, Student]] = {}
            messages: dict[str, dict[str, None]] = {}
            for row in self.students:
                result = row.results[index]
                for each in result.diagnosis if result is not None else ():
                    holders.setdefault(each.misconception, {})[row.name] = row
                    messages.setdefault(each.misconception, {})[each.message] = None
            number = len(self.column(exercise))
            found += [
                Misconception(exercise, name, next(iter(messages[name])), tuple(rows.values()), number, len(messages[name]) > 1)
                for name, rows in holders.items()
            ]
        return sorted(found, key=lambda each: -len(each.students))

    def ungraded(self) -> list[tuple[Student, Exercise, Result]]:
        """Results that are not graded, the grader's own errors first."""
        order = (Status.GRADER_ERROR, Status.REFUSED, Status.MISSING)
        rows = [
            (row, exercise, result)
            for row in self.students
            for exercise, result in zip(self.exercises, row.results, strict=True)
            if result is not None and result.status is not Status.GRADED
        ]
        return sorted(rows, key=lambda each: order.index(each[2].status))


def gradebook(results: ResultSet) -> Gradebook:
    """The class of a ResultSet. Of two results for one student and exercise the later one counts."""
    cells: dict[str, dict[str, Result]] = {}
    highest: dict[str, float] = {}
    for result in results.results:
        cells.setdefault(result.student, {})[result.exercise] = result
        highest[result.exercise] = max(highest.get(result.exercise, 0.0), result.max_score)
    order = [name for name in results.titles if name in highest]
    order += [name for name in highest if name not in results.titles]
    worth = {name: results.worth.get(name, highest[name]) for name in order}
    exercises = tuple(Exercise(name, _title(results, name), highest[name], worth[name]) for name in order)
    max_score = round(sum(worth.values()), 4)
    pages = page_names(cells)
    students = tuple(
        Student(
            name=name,
            page=pages[name],
            results=tuple(row.get(exercise) for exercise in order),
            score=round(sum(_weighted(result, highest[exercise], worth[exercise]) for exercise, result in row.items()), 4),
            max_score=max_score,
        )
        for name, row in cells.items()
    )
    return Gradebook(exercises, students)


def _weighted(result: Result, max_score: float, worth: float) -> float:
    """What the result adds to a total; its very points where the exercise is worth just those."""
    return result.score if worth == max_score else fraction(result.score, max_score) * worth


def fraction(score: float, max_score: float) -> float:
    """score of max_score as a number in [0, 1]; 0 where there is nothing to earn."""
    return min(1.0, max(0.0, score / max_score)) if max_score > 0 else 0.0


def points_text(points: float, max_points: float | None = None) -> str:
    """Points with at most two decimals; a score short of the maximum is never rounded up to it."""
    text = f"{points:.2f}"
    if max_points is not None and points < max_points and float(text) >= max_points:
        text = f"{points:.4f}"
    return text.rstrip("0").rstrip(".")


def _title(results: ResultSet, name: str) -> str:
    title = results.titles.get(name, {})
    return clip(printable(title.get(results.lang) or title.get("en") or name), TITLE_BYTES)


def spread_of(fractions: Iterable[float]) -> Spread:
    """How shares in [0, 1] spread."""
    values = list(fractions)
    counts = [0] * BINS
    for value in values:
        # 0.7 × 10 is exact here, but 0.29 × 100 is not: a whisker more keeps a score on a boundary in its own range.
        counts[min(BINS - 1, int(value * BINS + 1e-9))] += 1
    return Spread(tuple(counts), mean_of(values) if values else None, median_of(values) if values else None)


def _rate(name: str, tests: Sequence[TestOutcome]) -> TestRate:
    return TestRate(
        name=name,
        passed=sum(test.outcome is Verdict.PASSED for test in tests),
        number=len(tests),
        mean_points=mean_of([test.points for test in tests]),
        max_points=max(test.max_points for test in tests),
    )


# The module statistics would do, at the price of 10 ms for every command that can report: it imports decimal and random.
def mean_of(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def median_of(values: Sequence[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
