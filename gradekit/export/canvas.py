"""Canvas: the assignment's column of a gradebook that was exported there, or a gradebook with just that column.

Canvas matches students by ID, SIS User ID or SIS Login ID and then by name, ignores read-only columns, keeps EX for excused students, and
takes a heading that it does not know for a new assignment.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Final

from gradekit.errors import UsageError
from gradekit.export.grades import Grade, Grades
from gradekit.export.match import Row, match
from gradekit.export.order import Exported, Order, Remark
from gradekit.export.sheet import Sheet, decimal_comma, find, number, read_sheet, unclear, written
from gradekit.printable import printable
from gradekit.report.gradebook import points_text
from gradekit.report.scores import safe_cell
from gradekit.results import clip
from gradekit.text import Text

__all__ = ["COLUMNS", "export_canvas", "lower", "without"]

COLUMNS: Final = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_POSSIBLE: Final = "Points Possible"
_READ_ONLY: Final = "(read only)"
_IDS: Final = ("ID", "SIS User ID", "SIS Login ID", "Integration ID")
_ASSIGNMENT: Final = re.compile(r"(?P<name>.*) \((?P<id>\d+)\)", re.DOTALL)
_EXCUSED: Final = "EX"
_NAME_BYTES: Final = 1000
_ID_CHARACTERS: Final = 255
_SHOWN: Final = 8


def export_canvas(order: Order) -> Exported:
    """A gradebook to import. Raises UsageError where the template is no gradebook or has no such column."""
    return _new(order) if order.template is None else _filled(order, read_sheet(order.template))


def _new(order: Order) -> Exported:
    """A gradebook from nothing: Canvas finds the students by their SIS ids and e-mail addresses, and makes the assignment."""
    grades = order.grades
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow((*COLUMNS, safe_cell(clip(order.column or grades.title, _NAME_BYTES))))
    writer.writerow((f"    {_POSSIBLE}", "", "", "", "", points_text(grades.most)))
    remarks = []
    for each in grades.students:
        if each.points is None:
            remarks.append(without(each))
            continue
        if len(each.id) > _ID_CHARACTERS:
            # Cut, it would be another student's.
            remarks.append(Remark(each.id, Text("the id is too long for a gradebook", "학번이 너무 길어 성적표에 쓸 수 없습니다")))
            continue
        row = (clip(each.name or each.id, _NAME_BYTES), "", each.id, clip(each.email, _NAME_BYTES), "")
        writer.writerow((*map(safe_cell, row), points_text(each.points, grades.most)))
    return Exported(buffer.getvalue().encode(), len(grades.students) - len(remarks), tuple(remarks))


def _filled(order: Order, sheet: Sheet) -> Exported:
    shown = printable(str(order.template))
    header = sheet.header
    if find(header, "Student") != 0 or not any(find(header, name) is not None for name in _IDS):
        raise UsageError(f"{shown}: is no gradebook of Canvas, whose first columns are Student and ID; export the gradebook again")
    possible = next((row for row in range(1, len(sheet.rows)) if sheet.value(row, 0).casefold() == _POSSIBLE.casefold()), None)
    if possible is None:
        raise UsageError(f"{shown}: has no row '{_POSSIBLE}'; export the gradebook from Canvas again")
    column = _column(sheet, possible, order.column, shown)
    comma = decimal_comma(_numbers(sheet, possible))
    factor = _factor(sheet, possible, column, comma, order, shown)
    places = {name: find(header, name) for name in COLUMNS + _IDS}
    rows = [_row(sheet, row, places) for row in range(possible + 1, len(sheet.rows))]
    # Where there are SIS ids, those are what results go by, and a number of Canvas's own is only by chance like one of them.
    by_chance = any(sheet.value(each.number, places["SIS User ID"]) for each in rows)
    remarks = [without(each) for each in order.grades.students if each.points is None]
    matched, unmatched = match((each for each in order.grades.students if each.points is not None), rows, "canvas", by_chance=by_chance)
    remarks += unmatched
    changes: dict[tuple[int, int], str] = {}
    for row, grade in sorted(matched.items()):
        before = sheet.value(row, column)
        if column >= len(sheet.rows[row]):
            remarks.append(Remark(grade.id, Text(f"row {row + 1} ends before that column", f"{row + 1}행에 그 열이 없습니다")))
        elif before.upper() == _EXCUSED:
            remarks.append(Remark(grade.id, Text("is excused (EX), and stays so", "면제(EX) 상태이므로 그대로 둡니다")))
        else:
            changes[row, column] = written(_points(grade, order.grades, factor), comma=comma)
            remarks += lower(grade, before, changes[row, column], comma)
    return Exported(sheet.changed(changes), len(changes), tuple(remarks))


def _row(sheet: Sheet, row: int, places: Mapping[str, int | None]) -> Row:
    own, *ids = (sheet.value(row, places[name]) for name in _IDS)
    login = sheet.value(row, places["SIS Login ID"])
    return Row(row, tuple(ids), sheet.value(row, 0), {"canvas": (own,), "login": (login,)})


def _first(sheet: Sheet) -> int:
    """The last column before those of grades."""
    names = (*COLUMNS, "Integration ID", "Root Account")
    return max((place for name in names if (place := find(sheet.header, name)) is not None), default=0)


def _numbers(sheet: Sheet, possible: int) -> list[str]:
    """What the columns of assignments and totals hold, from how many points they have on."""
    places = [place for place in range(_first(sheet) + 1, len(sheet.header)) if sheet.value(possible, place)]
    return [sheet.value(row, place) for row in range(possible, len(sheet.rows)) for place in places]


def _column(sheet: Sheet, possible: int, wanted: str, shown: str) -> int:
    """The assignment's column: by its heading, with or without the number that Canvas puts behind it, or by that number."""
    first = _first(sheet)
    open_columns = [
        place
        for place, name in enumerate(sheet.header)
        if place > first and name and _READ_ONLY not in name.casefold() and _READ_ONLY not in sheet.value(possible, place).casefold()
    ]
    names = ", ".join(printable(clip(sheet.header[place], 60)) for place in open_columns[:_SHOWN]) or "none"
    if not wanted:
        assignments = [place for place in open_columns if _ASSIGNMENT.fullmatch(sheet.header[place])]
        if len(assignments) == 1:
            return assignments[0]
        raise UsageError(f"{shown}: say which assignment with --column; there are: {names}")
    for fits in (lambda name: name == wanted, lambda name: _part(name, "name") == wanted, lambda name: _part(name, "id") == wanted):
        found = [place for place in open_columns if fits(sheet.header[place])]
        if len(found) > 1:
            raise UsageError(f"{shown}: several assignments are called {printable(wanted)}; give the number behind the one that is meant")
        if found:
            return found[0]
    raise UsageError(f"{shown}: no assignment is called {printable(wanted)}, or it is read only; there are: {names}")


def _part(heading: str, part: str) -> str:
    found = _ASSIGNMENT.fullmatch(heading)
    return found[part] if found else ""


def _factor(sheet: Sheet, possible: int, column: int, comma: bool | None, order: Order, shown: str) -> float:
    """What one point of ours is worth there."""
    said = sheet.value(possible, column)
    if unclear(said, comma):
        raise UsageError(
            f"{shown}: row {possible + 1}: how many points '{printable(clip(said, 40))}' are cannot be told; "
            "write it there as 1000 where it is a thousand, and as 1,0 where it is one"
        )
    most = number(said, comma)
    ours = order.grades.most
    if most is None or most == ours:
        return 1.0
    if not order.scale:
        raise UsageError(
            f"{shown}: the assignment has {points_text(most)} points and the results {points_text(ours)}; add --scale to convert them"
        )
    return most / ours if ours else 0.0


def _points(grade: Grade, grades: Grades, factor: float) -> str:
    assert grade.points is not None
    return points_text(grade.points * factor, grades.most * factor)


def lower(grade: Grade, before: str, after: str, comma: bool | None) -> list[Remark]:
    """The remark on a grade that falls, which none should silently. comma: what decimal_comma says of the sheet."""
    old, new = number(before, bool(comma)), number(after, bool(comma))
    if old is None or new is None or round(new, 2) >= round(old, 2):
        return []
    return [Remark(grade.id, Text(f"falls from {before} to {after}", f"점수가 {before}에서 {after}(으)로 내려갑니다"), left_out=False)]


def without(grade: Grade) -> Remark:
    """The remark on a student who has no final grade."""
    return Remark(grade.id, grade.why or Text("has no grade", "성적이 없습니다"), left_out=not grade.absent)
