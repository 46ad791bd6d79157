"""Out of the gradebook: results.json for every other command, and grades.csv for people, student by student."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
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
from gradekit.text import Lang

__all__ = ["Exported", "Worth", "attempts_of", "columns_of", "export_results", "total_of", "worths"]

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"  # as in scores.csv, for Excel


@dataclass(frozen=True, slots=True)
class Exported:
    """students: lines of grades.csv; rows: of results.json."""

    students: int
    rows: int


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
        with atomic_file(out / "grades.csv") as file:
            file.write(_BYTE_ORDER_MARK)
            for line in _grade_lines(standings(connection, chosen), names, worths(course, names)):
                file.write(line)
                students += 1
    return Exported(students - 1, rows)


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
        full = cell.max_score or known.most
        adjusted = cell.adjusted or 0.0
        total += adjusted if full in (known.worth, 0.0) else adjusted / full * known.worth
        most += known.worth
    return round(total, 4), round(most, 4)


def _grade_lines(rows: Iterator[Standing], names: Sequence[str], worth: Mapping[str, Worth]) -> Iterator[bytes]:
    titles = [title for name in names for title in (name, f"{name} adjustment", f"{name} attempts")]
    yield _line(["student", "name", "section", "enrolled", *titles, "total", "of", "comments"])
    for row in rows:
        cells = [row.cells.get(name, Cell()) for name in names]
        figures: list[Any] = []
        for cell in cells:
            added = [each.points for each in cell.adjustments if each.points is not None]
            figures += ["" if cell.adjusted is None else plain(cell.adjusted), plain(sum(added)) if added else "", cell.attempts or ""]
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
