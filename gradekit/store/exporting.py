"""Out of the gradebook: results.json for every other command, and grades.csv for people, student by student."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from gradekit.course.models import Course
from gradekit.engine.collect import head, write_rows
from gradekit.errors import UsageError
from gradekit.report.scores import plain, safe_cell
from gradekit.results import atomic_file, clear_half_written
from gradekit.store.opening import Database
from gradekit.store.standing import Cell, Standing, counting_rows, exercises_in, fact, standings
from gradekit.text import Lang, Text

__all__ = [
    "Exported",
    "Worth",
    "attempts_of",
    "columns_of",
    "counting_older",
    "export_results",
    "older_text",
    "points_of",
    "total_of",
    "worths",
]

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"  # as in scores.csv, for Excel


@dataclass(frozen=True, slots=True)
class Exported:
    """students: lines of grades.csv; rows: of results.json. older: exercise → results that were judged when full marks were others."""

    students: int
    rows: int
    older: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Worth:
    """most: an exercise's own points; worth: what full marks in it add to a total."""

    most: float
    worth: float


def export_results(
    database: Database, course: Course, out: Path, *, attempts: str | None, exercises: Sequence[str] = (), lang: Lang = "en"
) -> Exported:
    """Write out/results.json and out/grades.csv, each whole or not at all.

    attempts: "latest" or "best"; None as the gradebook has it. exercises: all that were handed in by default. Raises UsageError where out
    cannot be made, StoreError, OSError.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(f"{out}: cannot be made ({fault.strerror or fault}); choose another folder with --out") from fault
    clear_half_written(out)
    with database.reading() as connection:
        chosen = attempts_of(connection, attempts)
        names = list(exercises) or columns_of(connection, course.names)
        rows = write_rows(out / "results.json", head(course, names, lang), counting_rows(connection, chosen, names))
        students = 0
        worth = worths(course, names)
        older: dict[str, int] = {}
        with atomic_file(out / "grades.csv") as file:
            file.write(_BYTE_ORDER_MARK)
            for line in _grade_lines(counting_older(standings(connection, chosen), worth, older), names, worth):
                file.write(line)
                students += 1
    return Exported(students - 1, rows, older)


def counting_older(rows: Iterable[Standing], worth: Mapping[str, Worth], older: dict[str, int]) -> Iterator[Standing]:
    """The rows; meanwhile older gets exercise → how many of their scores are of other full marks than the course's."""
    for row in rows:
        for name, cell in row.cells.items():
            if name in worth and cell.max_score not in (None, worth[name].most):
                older[name] = older.get(name, 0) + 1
        yield row


def older_text(older: Mapping[str, int]) -> Text:
    """What whoever exports should know of them."""
    counts = ", ".join(f"{name} {number}" for name, number in older.items())
    return Text(
        f"some scores are of other full marks than the exercise has now, and are converted: {counts}; 'gradekit regrade' judges them again",
        f"일부 점수는 과제의 만점이 지금과 다를 때 채점한 것이어서 환산했습니다: {counts}. 'gradekit regrade'로 다시 채점할 수 있습니다",
    )


def points_of(cell: Cell, name: str, worth: Mapping[str, Worth]) -> float | None:
    """A student's points in an exercise, of those that it has now."""
    return cell.points(worth[name].most) if name in worth else cell.adjusted


def attempts_of(connection: Connection, asked: str | None) -> str:
    return asked or fact(connection, "attempts") or "latest"


def columns_of(connection: Connection, order: Sequence[str]) -> list[str]:
    """The exercises that somebody handed in, in the course's order; those that it no longer has come last."""
    present = exercises_in(connection)
    return [name for name in order if name in present] + [name for name in present if name not in order]


def worths(course: Course, names: Sequence[str]) -> dict[str, Worth]:
    """Of the exercises that the course has and that are not broken."""
    points = {each.name: float(each.points) for each in course.exercises}
    return {name: Worth(points[name], float(course.file.points.get(name, points[name]))) for name in names if name in points}


def total_of(cells: Mapping[str, Cell], names: Sequence[str], worth: Mapping[str, Worth]) -> tuple[float, float]:
    """A student's total with adjustments, and the most there is; an exercise that the course no longer has counts as its points."""
    total = most = 0.0
    for name in names:
        cell = cells.get(name, Cell())
        known = worth.get(name) or Worth(cell.max_score or 0.0, cell.max_score or 0.0)
        points = cell.points(known.most) or 0.0
        total += points if known.most in (known.worth, 0.0) else points / known.most * known.worth
        most += known.worth
    return round(total, 4), round(most, 4)


def _grade_lines(rows: Iterator[Standing], names: Sequence[str], worth: Mapping[str, Worth]) -> Iterator[bytes]:
    titles = [title for name in names for title in (name, f"{name} adjustment", f"{name} attempts")]
    yield _line(["student", "name", "section", "enrolled", *titles, "total", "of", "comments"])
    for row in rows:
        cells = [row.cells.get(name, Cell()) for name in names]
        figures: list[Any] = []
        for name, cell in zip(names, cells, strict=True):
            added = [each.points for each in cell.adjustments if each.points is not None]
            points = points_of(cell, name, worth)
            figures += ["" if points is None else plain(points), plain(sum(added)) if added else "", cell.attempts or ""]
        total, most = total_of(row.cells, names, worth)
        comments = " | ".join(
            f"{name}: {each.comment}" for name, cell in zip(names, cells, strict=True) for each in cell.adjustments if each.comment
        )
        told = [safe_cell(text) for text in (row.id, row.name, row.section)]
        yield _line([*told, {True: "yes", False: "no", None: ""}[row.enrolled], *figures, plain(total), plain(most), safe_cell(comments)])


def _line(cells: Sequence[Any]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode("utf-8")
