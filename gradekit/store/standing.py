"""Where everybody stands: for each student and exercise the attempt that counts, its current result, and what people adjusted."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar

from sqlalchemy import Connection, and_, func, select

from gradekit.store.adjusting import Adjustment, adjustments_of
from gradekit.store.judged import is_current, row_of, share
from gradekit.store.tables import facts, results, students, submissions

__all__ = ["ATTEMPTS", "Cell", "Standing", "best", "counting_rows", "exercises_in", "fact", "standings", "students_in"]

ATTEMPTS: Final = ("latest", "best")
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """A student's work on an exercise. attempt: the one that counts, of attempts; 0 where nothing was handed in.

    result: the id of its current result; None where it was not judged yet. waits: an attempt that may count was not judged yet, so
    what counts may be another one by and by. adjustments: those that stand.
    """

    attempt: int = 0
    attempts: int = 0
    submission: int | None = None
    handed_in: str | None = None
    result: int | None = None
    score: float | None = None
    max_score: float | None = None
    status: str = ""
    waits: bool = False
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def adjusted(self) -> float | None:
        """The score with all adjustments, which may go above the maximum and not below 0; None where there is neither."""
        return self.points(self.max_score or 0.0)

    def points(self, most: float) -> float | None:
        """The same where full marks are most, which they were not yet where the suite has grown or shrunk since. Adjustments are points
        of the exercise as it is.
        """
        added = [each.points for each in self.adjustments if each.points is not None]
        if self.score is None and not added:
            return None
        score = self.score or 0.0
        if self.max_score and most not in (self.max_score, 0.0):
            score *= most / self.max_score
        return max(0.0, round(math.fsum([score, *added]), 4))


@dataclass(frozen=True, slots=True)
class Standing:
    """A student's row. cells: by exercise; accounts: what platforms call the student, by the roster's name of the column."""

    id: str
    name: str
    email: str
    section: str
    enrolled: bool | None
    cells: Mapping[str, Cell] = field(default_factory=dict)
    accounts: Mapping[str, str] = field(default_factory=dict)


def fact(connection: Connection, name: str) -> str:
    """What the gradebook says of itself: its "course", and the "attempts" that count."""
    return str(connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar() or "")


def exercises_in(connection: Connection) -> list[str]:
    """The exercises that somebody handed in."""
    return list(connection.execute(select(submissions.c.exercise).distinct().order_by(submissions.c.exercise)).scalars())


def students_in(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(students)).scalar_one())


def standings(connection: Connection, attempts: str, *, only: str | None = None) -> Iterator[Standing]:
    """Every student by id, those without work too; a page of them at a time, so a faculty takes no more memory than a class.

    attempts: "latest" or "best". only: this student.
    """
    last: str | None = None
    while True:
        query = select(students).order_by(students.c.id).limit(_AT_ONCE)
        query = query.where(students.c.id > last) if last is not None else query
        query = query.where(students.c.id == only) if only is not None else query
        page = connection.execute(query).mappings().all()
        if not page:
            return
        ids = [row["id"] for row in page]
        cells = _cells(connection, ids, attempts)
        for row in page:
            accounts = {name: row[name] for name in ("canvas", "login", "participant")}
            yield Standing(row["id"], row["name"], row["email"], row["section"], row["enrolled"], cells.get(row["id"], {}), accounts)
        last = ids[-1]


def _cells(connection: Connection, ids: Sequence[str], attempts: str) -> dict[str, dict[str, Cell]]:
    joined = submissions.outerjoin(results, and_(results.c.submission == submissions.c.id, is_current()))
    columns = (submissions.c.student, submissions.c.exercise, submissions.c.attempt, submissions.c.id, submissions.c.handed_in)
    theirs = (results.c.id.label("result"), results.c.score, results.c.max_score, results.c.status)
    query = select(*columns, *theirs).select_from(joined).where(submissions.c.student.in_(ids)).order_by(submissions.c.attempt)
    found: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(query):
        found.setdefault((row.student, row.exercise), []).append(row)
    adjusted = adjustments_of(connection, ids)
    cells: dict[str, dict[str, Cell]] = {}
    for key in dict.fromkeys([*found, *adjusted]):
        student, exercise = key
        cells.setdefault(student, {})[exercise] = _cell(found.get(key, []), tuple(adjusted.get(key, ())), attempts)
    return cells


def _cell(rows: Sequence[Any], adjusted: tuple[Adjustment, ...], attempts: str) -> Cell:
    if not rows:
        return Cell(adjustments=adjusted)
    chosen = best(rows) if attempts == "best" else rows[-1]
    return Cell(
        attempt=chosen.attempt,
        attempts=len(rows),
        submission=chosen.id,
        handed_in=chosen.handed_in,
        result=chosen.result,
        score=chosen.score,
        max_score=chosen.max_score,
        status=chosen.status or "",
        waits=any(row.score is None for row in (rows if attempts == "best" else [chosen])),
        adjustments=adjusted,
    )


class _Attempt(Protocol):
    """An attempt with its current result, whose score is None where there is none."""

    @property
    def attempt(self) -> int: ...
    @property
    def score(self) -> float | None: ...
    @property
    def max_score(self) -> float | None: ...


_Row = TypeVar("_Row", bound=_Attempt)


def best(rows: Sequence[_Row]) -> _Row:
    """The one with the highest share of full marks, of equals the later one; one that is not judged yet only where none is."""
    return max(rows, key=lambda row: (row.score is not None, share(row.score or 0.0, row.max_score or 0.0), row.attempt))


def counting_rows(connection: Connection, attempts: str, exercises: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of results.json of the results that count, student by student."""
    for standing in standings(connection, attempts):
        for name in exercises:
            cell = standing.cells.get(name)
            if cell is not None and cell.result is not None:
                yield row_of(connection, cell.result) | {"student": standing.id}
