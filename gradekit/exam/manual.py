"""What people add to a grading: points for written parts, adjustments and comments, in a CSV that the instructor edits and gradekit keeps.

Columns: student, part, points, comment, by, when, why. For a written part, points are what it earns. For any other part, or none, they
are added to what was graded, and then it must be said who did so, when and why.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError
from gradekit.exam.models import Exam
from gradekit.exam.roster import Roster
from gradekit.printable import printable
from gradekit.report.scores import safe_cell
from gradekit.results import write_atomically

__all__ = ["COLUMNS", "Manual", "begin_manual", "read_manual"]

COLUMNS: Final = ("student", "part", "points", "comment", "by", "when", "why")


@dataclass(frozen=True, slots=True)
class Manual:
    """One line. points: None where there is only a comment, or nothing yet."""

    student: str
    part: str
    points: float | None
    comment: str
    by: str
    when: str
    why: str


def begin_manual(path: Path, exam: Exam, roster: Roster) -> bool:
    """Write a file with a line for each student and written part, to be filled in, where there is none yet; whether it was written."""
    if path.exists() or not exam.file.written:
        return False
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for student in roster.students:
        for part in exam.file.written:
            writer.writerow((safe_cell(student.id), part.name, "", "", "", "", ""))
    write_atomically(path, b"\xef\xbb\xbf" + buffer.getvalue().encode())
    return True


def read_manual(path: Path, exam: Exam, roster: Roster) -> tuple[Manual, ...]:
    """The lines of the file at path, none where there is no file. Raises UsageError, naming the row, where one cannot be meant so."""
    shown = printable(str(path))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{shown}: cannot be read ({fault}); save it as 'CSV UTF-8'") from fault
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as fault:
        raise UsageError(f"{shown}: no CSV ({fault})") from fault
    lines = [_line(row, f"{shown}: row {number}", exam, roster) for number, row in enumerate(rows, start=2) if any(row.values())]
    double = list(_marked_twice(lines, exam))
    if double:
        raise UsageError(f"{shown}: {double[0].student}'s {double[0].part} has points twice; keep one line")
    return tuple(lines)


def _line(row: dict[str, str | None], where: str, exam: Exam, roster: Roster) -> Manual:
    cells = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}
    student = roster.find(cells["student"].removeprefix("'"))
    if student is None:
        raise UsageError(f"{where}: {printable(cells['student'])!r} is not on the roster")
    part = cells["part"]
    written = exam.written(part)
    if part and written is None and part not in exam.points:
        raise UsageError(f"{where}: {printable(part)!r} is no part of the exam; leave it empty for the whole exam")
    points = _points(cells["points"], where)
    if written is not None and points is not None and not 0 <= points <= written.points:
        raise UsageError(f"{where}: {points:g} points for {part}, must be from 0 to {written.points}")
    if written is None and points is not None and not all(cells[name] for name in ("by", "when", "why")):
        raise UsageError(f"{where}: an adjustment must say by whom, when and why")
    return Manual(student.id, part, points, cells["comment"], cells["by"], cells["when"], cells["why"])


def _points(text: str, where: str) -> float | None:
    if not text:
        return None
    try:
        value = float(text.removeprefix("'").replace(",", "."))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise UsageError(f"{where}: points are {printable(text)!r}, must be a number")
    return value


def _marked_twice(lines: Iterable[Manual], exam: Exam) -> Iterable[Manual]:
    seen: set[tuple[str, str]] = set()
    for each in lines:
        if exam.written(each.part) is not None and each.points is not None:
            if (each.student, each.part) in seen:
                yield each
            seen.add((each.student, each.part))
