"""What people add to a grading: points for written parts, adjustments and comments, in a CSV that the instructor edits and gradekit keeps.

Columns: student, part, points, comment, by, when, why. For a written part, points are what it earns. For any other part, or none, they
are added to what was graded, and then it must be said who did so, when and why.
"""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError
from gradekit.exam.draw import pseudonym
from gradekit.exam.models import Exam
from gradekit.exam.roster import Roster
from gradekit.exam.tables import delimiter_of, table_text
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


def begin_manual(path: Path, exam: Exam, roster: Roster, key: bytes | None = None) -> bool:
    """Write a file with a line for each student and written part, to be filled in, where there is none yet; whether it was written.

    key: the exam's, with which an exam that is graded blind has pseudonyms in place of ids, in their order.
    """
    if path.exists() or not exam.file.written:
        return False
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    students = [each.id for each in roster.students]
    if exam.file.blind and key is not None:
        students = sorted(pseudonym(key, each) for each in students)
    for student in students:
        for part in exam.file.written:
            writer.writerow((safe_cell(student), part.name, "", "", "", "", ""))
    write_atomically(path, b"\xef\xbb\xbf" + buffer.getvalue().encode())
    return True


def read_manual(path: Path, exam: Exam, roster: Roster, key: bytes | None = None) -> tuple[Manual, ...]:
    """The lines of the file at path, none where there is no file. Students go by their ids or, with the exam's key, their pseudonyms.

    A line in which nothing is filled in says nothing, whosever it is. Raises UsageError, naming the row, where one cannot be meant so.
    """
    shown = printable(str(path))
    if not path.exists():
        return ()
    text = table_text(path, shown)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)))
    except csv.Error as fault:
        raise UsageError(f"{shown}: no CSV ({fault})") from fault
    if rows and not {"student", "part", "points"} <= rows[0].keys():
        raise UsageError(f"{shown}: has no columns student, part and points; its first line must be {','.join(COLUMNS)}")
    known = {safe_cell(each.id).removeprefix("'"): each.id for each in roster.students}
    if key is not None:
        hidden = Counter(pseudonym(key, each.id) for each in roster.students)
        # Two of one pseudonym, once in thousands of classes, must be named by their ids.
        known = {name: each.id for each in roster.students if hidden[name := pseudonym(key, each.id)] == 1} | known
    lines = [
        _line(row, f"{shown}: row {number}", exam, known)
        for number, row in enumerate(rows, start=2)
        if any((row.get(name) or "").strip() for name in COLUMNS[2:])
    ]
    double = list(_marked_twice(lines, exam))
    if double:
        raise UsageError(f"{shown}: {double[0].student}'s {double[0].part} has points twice; keep one line")
    return tuple(lines)


def _line(row: dict[str, str | None], where: str, exam: Exam, known: Mapping[str, str]) -> Manual:
    cells = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}
    student = known.get(cells["student"].removeprefix("'"))
    if student is None:
        raise UsageError(f"{where}: {printable(cells['student'])!r} is not on the roster; remove the row, or put the student back")
    part = cells["part"]
    written = exam.written(part)
    if part and written is None and part not in exam.points:
        raise UsageError(f"{where}: {printable(part)!r} is no part of the exam; leave it empty for the whole exam")
    points = _points(cells["points"], where)
    if written is not None and points is not None and not 0 <= points <= written.points:
        raise UsageError(f"{where}: {points:g} points for {part}, must be from 0 to {written.points}")
    if written is None and points is not None and not all(cells[name] for name in ("by", "when", "why")):
        raise UsageError(f"{where}: an adjustment must say by whom, when and why")
    return Manual(student, part, points, cells["comment"], cells["by"], cells["when"], cells["why"])


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
