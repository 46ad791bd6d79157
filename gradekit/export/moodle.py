"""Moodle: the grades of a grading worksheet that was downloaded from an assignment.

Moodle takes a worksheet back by its Identifier, Grade and Last modified (grade), and nothing else in it is touched. Where the site speaks
another language the headings do too: --header tells which is which.
"""

from __future__ import annotations

from typing import Final

from gradekit.errors import UsageError
from gradekit.export.canvas import lower, without
from gradekit.export.match import Row, match
from gradekit.export.order import Exported, Order, Remark
from gradekit.export.sheet import Sheet, decimal_comma, find, number, read_sheet, unclear, written
from gradekit.printable import printable
from gradekit.report.gradebook import points_text
from gradekit.results import clip
from gradekit.text import Text

__all__ = ["HEADERS", "export_moodle"]

_REQUIRED: Final = ("Identifier", "Grade", "Last modified (grade)")
HEADERS: Final = (*_REQUIRED, "Full name", "ID number", "Email address", "Maximum grade", "Grade can be changed")
_IDS: Final = ("ID number", "Email address")
_PARTICIPANT: Final = "Participant"  # as downloads and rosters have it, whatever the language of the worksheet
_LOCKED: Final = ("no", "아니오", "아니요")


def export_moodle(order: Order) -> Exported:
    """The worksheet with grades. Raises UsageError where there is no worksheet, or it is none."""
    if order.template is None:
        raise UsageError("--template: give the grading worksheet that you downloaded from the assignment in Moodle")
    sheet = read_sheet(order.template)
    shown = printable(str(order.template))
    columns = _columns(sheet, order, shown)
    grade_column = columns["Grade"]
    remarks = [without(each) for each in order.grades.students if each.points is None]
    rows = [_row(sheet, row, columns) for row in range(1, len(sheet.rows))]
    matched, unmatched = match((each for each in order.grades.students if each.points is not None), rows, "participant")
    remarks += unmatched
    changes: dict[tuple[int, int], str] = {}
    comma = decimal_comma(sheet.value(each.number, columns.get(name)) for each in rows for name in ("Grade", "Maximum grade"))
    for row, grade in sorted(matched.items()):
        assert grade.points is not None
        before = sheet.value(row, grade_column)
        points, most, refusal = _converted(sheet, row, columns, comma, order, grade.points)
        if refusal is not None:
            remarks.append(Remark(grade.id, refusal))
            continue
        changes[row, grade_column] = written(points_text(points, most), comma=comma)
        remarks += lower(grade, before, changes[row, grade_column], comma)
    return Exported(sheet.changed(changes), len(changes), tuple(remarks))


def _columns(sheet: Sheet, order: Order, shown: str) -> dict[str, int]:
    """Our names of columns → their places."""
    strange = [name for name in order.headers if name not in HEADERS]
    if strange:
        raise UsageError(f"--header {printable(strange[0])}=…: is no column of a worksheet; there are: {', '.join(HEADERS)}")
    places = {name: find(sheet.header, order.headers.get(name, name)) for name in HEADERS}
    found = {name: place for name, place in places.items() if place is not None}
    lacking = [order.headers.get(name, name) for name in _REQUIRED if name not in found]
    if lacking:
        heads = ", ".join(printable(clip(name, 40)) for name in sheet.header[:10])
        raise UsageError(
            f"{shown}: has no column {printable(lacking[0])}, only {heads}; tell what it is called with --header '{_example(lacking)}'"
        )
    return found


def _example(lacking: list[str]) -> str:
    return f"{printable(lacking[0])}=…"


def _row(sheet: Sheet, row: int, columns: dict[str, int]) -> Row:
    """A row's student: "Participant 123456" also as Moodle's own download spells it, in whatever language the worksheet does, and where
    the worksheet is blind by its number alone, which elsewhere might be another student's.
    """
    participant = [sheet.value(row, columns["Identifier"])]
    words = participant[0].split()
    if len(words) == 2 and words[1].isdigit():
        blind = not {"ID number", "Full name"} & set(columns)
        participant += ["_".join(words), f"{_PARTICIPANT} {words[1]}", *([words[1]] if blind else [])]
    ids = tuple(sheet.value(row, columns.get(name)) for name in _IDS)
    return Row(row, ids, sheet.value(row, columns.get("Full name")), {"participant": tuple(participant)})


def _converted(
    sheet: Sheet, row: int, columns: dict[str, int], comma: bool | None, order: Order, points: float
) -> tuple[float, float, Text | None]:
    """The grade for that row, what full marks are there, and why the row stays as it is, or None."""
    ours = order.grades.most
    maximum = sheet.value(row, columns.get("Maximum grade"))
    said = number(maximum, comma)
    most = ours if said is None else said
    if unclear(maximum, comma):
        shown = printable(clip(maximum, 40))
        text = Text(
            f"how many points the worksheet's maximum '{shown}' is cannot be told; write it there as 1000 where it is a thousand, "
            "and as 1,0 where it is one",
            f"워크시트의 만점 '{shown}'이(가) 몇 점인지 알 수 없습니다. 천 점이면 1000으로, 1점이면 1,0으로 고쳐 적으십시오",
        )
        return 0.0, most, text
    if columns["Grade"] >= len(sheet.rows[row]):
        return 0.0, most, Text(f"row {row + 1} ends before the grade", f"{row + 1}행에 성적 열이 없습니다")
    if sheet.value(row, columns.get("Grade can be changed")).casefold() in _LOCKED:
        return 0.0, most, Text("the grade cannot be changed in Moodle", "Moodle에서 성적을 바꿀 수 없는 학생입니다")
    if order.scale and ours:
        points *= most / ours
    elif most != ours:
        words = points_text(most), points_text(ours)
        return (
            0.0,
            most,
            Text(
                f"the worksheet's maximum is {words[0]} and that of the results {words[1]}; add --scale to convert",
                f"워크시트의 만점은 {words[0]}점이고 결과의 만점은 {words[1]}점입니다. 환산하려면 --scale을 쓰십시오",
            ),
        )
    if not 0 <= points <= most:
        return (
            0.0,
            most,
            Text(
                f"{points_text(points)} is not within 0 and {points_text(most)}",
                f"{points_text(points)}점은 0점과 {points_text(most)}점 사이가 아닙니다",
            ),
        )
    return points, most, None
