"""CSV with one row a student and one column an exercise: for a gradebook of one's own, a spreadsheet, or a platform that takes any CSV.

scores.csv, which every grading writes, has a row for each student and exercise and counts verdicts; this table has just the points.
"""

from __future__ import annotations

import csv
import io
from typing import Final

from gradekit.export.canvas import without
from gradekit.export.order import Exported, Order
from gradekit.report.gradebook import points_text
from gradekit.report.scores import safe_cell
from gradekit.results import clip

__all__ = ["FIRST", "LAST", "export_csv"]

FIRST: Final = ("student", "name", "email")
LAST: Final = ("total", "max_total", "letter", "note")
_CELL_BYTES: Final = 1000


def export_csv(order: Order) -> Exported:
    """The table. A cell is empty where there is nothing final: no result, or one that the grader failed at; the note says why."""
    grades = order.grades
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow((*FIRST, *(_text(part.name) for part in grades.parts), *LAST))
    remarks = []
    for each in grades.students:
        note = each.why.to(order.lang) if each.why else ""
        points = ["" if own is None else points_text(own, part.most) for own, part in zip(each.parts, grades.parts, strict=True)]
        total = "" if each.points is None else points_text(each.points, grades.most)
        who = map(_text, (each.id, each.name, each.email))
        writer.writerow(
            (*who, *points, total, points_text(grades.most), _text(each.letter if each.points is not None else ""), _text(note))
        )
        if each.points is None:
            remarks.append(without(each))
    # With a byte order mark, or Excel reads Korean names as noise.
    return Exported(b"\xef\xbb\xbf" + buffer.getvalue().encode(), len(grades.students) - len(remarks), tuple(remarks))


def _text(text: str) -> str:
    return safe_cell(clip(text, _CELL_BYTES))
