"""The class behind a ResultSet: who has which score where, how scores spread, which tests and ideas are hard.

Of a result it keeps what tables show, and of its tests only what they add to the class's counts. So it stays small for a class of ten
thousand, whose rows are read from the file one by one; whoever needs a whole result finds it by its row.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gradekit.printable import printable
from gradekit.report.names import page_names
from gradekit.report.tally import Tally, TestRate
from gradekit.results import ResultSet, Status, clip

__all__ = [
    "Cell",
    "Exercise",
    "Gradebook",
    "Misconception",
    "Spread",
    "Student",
    "fraction",
    "gradebook",
    "mean_of",
    "median_of",
    "points_text",
    "share_percent",
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
class Cell:
    """What a table shows of a result. row: its place among the results. misconceptions: the names of those that it shows."""

    row: int
    score: float
    max_score: float
    status: Status
    misconceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Student:
    """A row of the class. cells stand in the order of the class's exercises; None where the student has no result."""

    name: str
    page: str
    cells: tuple[Cell | None, ...]
    score: float
    max_score: float

    @property
    def fraction(self) -> float:
        return fraction(self.score, self.max_score)

    @property
    def has_misconception(self) -> bool:
        return any(cell is not None and cell.misconceptions for cell in self.cells)

    @property
    def has_ungraded(self) -> bool:
        return any(cell is not None and cell.status is not Status.GRADED for cell in self.cells)


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
    """All of a class that reports show. tallies stand in the order of exercises."""

    exercises: tuple[Exercise, ...]
    students: tuple[Student, ...]
    tallies: tuple[Tally, ...]

    @property
    def max_score(self) -> float:
        return round(sum(exercise.worth for exercise in self.exercises), 4)

    def column(self, exercise: Exercise) -> list[Cell]:
        """The cells of one exercise, in the order of students."""
        index = self.exercises.index(exercise)
        return [cell for row in self.students if (cell := row.cells[index]) is not None]

    def spread(self) -> Spread:
        """Of the students' totals."""
        return spread_of(row.fraction for row in self.students)

    def spread_of(self, exercise: Exercise) -> Spread:
        """Of the graded scores of one exercise."""
        return spread_of(fraction(each.score, each.max_score) for each in self.column(exercise) if each.status is Status.GRADED)

    def test_rates(self, exercise: Exercise) -> list[TestRate]:
        """Every test of an exercise, the hardest first; tests as hard stay in the suite's order."""
        return sorted(self.tallies[self.exercises.index(exercise)].rates(), key=lambda rate: rate.rate)

    def misconceptions(self) -> list[Misconception]:
        """The most frequent first."""
        found: list[Misconception] = []
        for index, (exercise, tally) in enumerate(zip(self.exercises, self.tallies, strict=True)):
            holders: dict[str, dict[str, Student]] = {}
            for row in self.students:
                cell = row.cells[index]
                for name in cell.misconceptions if cell is not None else ():
                    holders.setdefault(name, {})[row.name] = row
            number = len(self.column(exercise))
            found += [
                Misconception(exercise, name, tally.words[name].message, tuple(rows.values()), number, tally.words[name].varies)
                for name, rows in holders.items()
            ]
        return sorted(found, key=lambda each: -len(each.students))

    def ungraded(self) -> list[tuple[Student, Exercise, Cell]]:
        """Cells that are not graded, the grader's own errors first."""
        order = (Status.GRADER_ERROR, Status.REFUSED, Status.MISSING)
        rows = [
            (row, exercise, cell)
            for row in self.students
            for exercise, cell in zip(self.exercises, row.cells, strict=True)
            if cell is not None and cell.status is not Status.GRADED
        ]
        return sorted(rows, key=lambda each: order.index(each[2].status))


def gradebook(results: ResultSet) -> Gradebook:
    """The class of a ResultSet. Of two results for one student and exercise the later one counts."""
    cells: dict[str, dict[str, Cell]] = {}
    places: dict[str, int] = {}
    highest: dict[str, float] = {}
    tallies: dict[str, Tally] = {}
    twice: set[str] = set()
    most: dict[float, float] = {}  # thousands of rows say the same few things, which are kept once
    named: dict[tuple[str, ...], tuple[str, ...]] = {}
    for number, result in enumerate(results.results):
        name = result.exercise
        max_score = result.max_score
        misconceptions = tuple(each.misconception for each in result.diagnosis)
        cell = Cell(
            row=number,
            score=result.score,
            max_score=most.setdefault(max_score, max_score),
            status=result.status,
            misconceptions=named.setdefault(misconceptions, misconceptions),
        )
        row = cells.setdefault(result.student, {})
        if name in row:
            twice.add(name)
        row[name] = cell
        highest[name] = max(highest.get(name, 0.0), cell.max_score)
        tallies.setdefault(name, Tally()).add(result, places.setdefault(result.student, len(places)))
    for name in twice:  # they counted what does not count
        tallies[name] = Tally()
        for student, row in cells.items():
            if name in row:
                tallies[name].add(results.results[row[name].row], places[student])
    order = [name for name in results.titles if name in highest]
    order += [name for name in highest if name not in results.titles]
    worth = {name: results.worth.get(name, highest[name]) for name in order}
    exercises = tuple(Exercise(name, _title(results, name), highest[name], worth[name]) for name in order)
    total = round(sum(worth.values()), 4)
    pages = page_names(cells)
    students = tuple(
        Student(
            name=name,
            page=pages[name],
            cells=tuple(row.get(exercise) for exercise in order),
            score=round(sum(_weighted(cell.score, highest[exercise], worth[exercise]) for exercise, cell in row.items()), 4),
            max_score=total,
        )
        for name, row in cells.items()
    )
    return Gradebook(exercises, students, tuple(tallies[name] for name in order))


def _weighted(score: float, max_score: float, worth: float) -> float:
    """What a score adds to a total; its very points where the exercise is worth just those."""
    return score if worth == max_score else fraction(score, max_score) * worth


def fraction(score: float, max_score: float) -> float:
    """score of max_score as a number in [0, 1]; 0 where there is nothing to earn."""
    return min(1.0, max(0.0, score / max_score)) if max_score > 0 else 0.0


def share_percent(share: float) -> int:
    """A share in whole percent; 100 only for all of it, 0 only for none."""
    return min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)


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


# The module statistics would do, at the price of 10 ms for every command that can report: it imports decimal and random.
def mean_of(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def median_of(values: Sequence[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
