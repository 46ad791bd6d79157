"""What is compared and what comes of it: frozen data. similar.json is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from gradekit.text import Lang, Text

__all__ = ["BINS", "SCHEMA", "ExerciseReport", "Line", "Pair", "Piece", "Report", "Side", "State", "Unread", "Work"]

SCHEMA: Final = "gradekit.similar/1"
BINS: Final = 20  # of a distribution of similarities


class State(StrEnum):
    """What can be said of an exercise."""

    RANKED = "ranked"  # there is a baseline, and a line
    FEW = "few"  # too few programs for a baseline: pairs by similarity alone
    UNIFORM = "uniform"  # too uniform to tell: no pairs are listed
    NOTHING = "nothing"  # fewer than two programs have anything of their own


@dataclass(frozen=True, slots=True)
class Work:
    """All that one student handed in for one exercise, as one text. files: what it was read from: ("softmax.py", "softmax.ipynb"), say."""

    student: str
    exercise: str
    files: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is there and could not be compared, or only in part, and why."""

    student: str
    exercise: str
    file: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line. stretch: the number of the matching stretch it is in; given: starter code, solution or the class's custom."""

    text: str
    stretch: int | None = None
    given: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a program. begins: the stretches that begin in it, each with the number of its counterpart on the other side."""

    pieces: tuple[Piece, ...]
    begins: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One program of a pair, with its matching stretches marked. tints: of each stretch, which colour it shares with its counterpart."""

    student: str
    files: tuple[str, ...]
    lines: tuple[Line, ...]
    tints: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two students' programs. The numbers are those of gradekit.similar.baseline.Likeness."""

    first: Side
    second: Side
    shared: int
    similarity: float
    both: float
    standing: float | None
    stands_out: bool
    page: str

    def to_json(self) -> dict[str, Any]:
        return {
            "students": [self.first.student, self.second.student],
            "files": [list(self.first.files), list(self.second.files)],
            "similarity": round(self.similarity, 4),
            "of_both": round(self.both, 4),
            "shared": self.shared,
            "standing": None if self.standing is None else round(self.standing, 2),
            "stands_out": self.stands_out,
            "page": self.page,
        }


@dataclass(frozen=True, slots=True)
class ExerciseReport:
    """One exercise of a class.

    programs: how many were handed in; compared: how many have enough of their own to be compared. nothing_own: the students of the
    others. counts: of all pairs compared, how many have a similarity in each of BINS equal parts of 0 to 1; stand_out: how many of each
    stand out. line, usual, needed: as in gradekit.similar.baseline.Comparison. pairs: the first of the ranking.
    """

    exercise: str
    title: Text
    state: State
    programs: int
    compared: int
    nothing_own: tuple[str, ...]
    counts: tuple[int, ...]
    stand_out: tuple[int, ...]
    line: float | None
    usual: float | None
    needed: float | None
    pairs: tuple[Pair, ...]

    @property
    def above(self) -> int:
        """How many pairs stand above the line, listed or not."""
        return sum(self.stand_out)

    def to_json(self) -> dict[str, Any]:
        return {
            "exercise": self.exercise,
            "title": {"en": self.title.en, "ko": self.title.ko},
            "state": self.state.value,
            "programs": self.programs,
            "compared": self.compared,
            "nothing_own": list(self.nothing_own),
            "distribution": list(self.counts),
            "line": None if self.line is None else round(self.line, 2),
            "usual": None if self.usual is None else round(self.usual, 4),
            "needed": None if self.needed is None else round(self.needed, 4),
            "above_line": self.above,
            "pairs": [pair.to_json() for pair in self.pairs],
        }


@dataclass(frozen=True, slots=True)
class Report:
    """A class compared, exercise by exercise in the course's order."""

    course: str
    title: Text
    lang: Lang
    exercises: tuple[ExerciseReport, ...]
    unread: tuple[Unread, ...]

    def ranking(self) -> list[tuple[ExerciseReport, Pair]]:
        """All listed pairs, most striking first: those above their line, then by standing, then those that have none."""
        rows = [(exercise, pair) for exercise in self.exercises for pair in exercise.pairs]
        return sorted(rows, key=lambda row: (not row[1].stands_out, row[1].standing is None, -(row[1].standing or 0.0), -row[1].similarity))

    def to_json(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "course": self.course,
            "exercises": [exercise.to_json() for exercise in self.exercises],
            "unread": [
                {"student": each.student, "exercise": each.exercise, "file": each.file, "reason": each.reason.to(self.lang)}
                for each in self.unread
            ],
        }
