"""From an exam's record to what item statistics are worked out from: every test and question, and each student's points in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gradekit.exam.items import Item, Sheet
from gradekit.exam.record import ExamRecord, StudentRecord
from gradekit.report.gradebook import fraction
from gradekit.text import Text

__all__ = ["part_titles", "pools", "sheets"]

_WRITTEN: Final = "answer"  # a written part is one item


def sheets(record: ExamRecord) -> tuple[list[Item], list[Sheet]]:
    """The items of all papers, and a sheet for each student whose work counts. Tests that nobody's paper met are not known.

    A part that was on a paper and not handed in has none of its points. Raises ResultsError where the record is damaged.
    """
    items: dict[tuple[str, str], Item] = {}
    scores: dict[str, dict[tuple[str, str], float]] = {}
    counted = [student for student in record.students if student.chosen is not None]
    for student in counted:
        own = scores.setdefault(student.id, {})
        worth = {part.name: part.points for part in student.parts}
        for result in student.chosen.results if student.chosen else ():
            # In points of the exam: a part's tests are worth what the part is.
            scale = worth[result.exercise] / result.max_score if result.max_score else 0.0
            for test in result.tests:
                items.setdefault((result.exercise, test.name), Item(result.exercise, test.name, test.max_points * scale))
                own[result.exercise, test.name] = test.points * scale
        for part in student.parts:
            if part.kind == "written" and part.name not in student.to_mark:
                items.setdefault((part.name, _WRITTEN), Item(part.name, _WRITTEN, part.points))
                own[part.name, _WRITTEN] = next((each.points or 0.0 for each in student.manual if each.part == part.name), 0.0)
    order = {name: place for place, name in enumerate(_part_order(record))}
    listed = sorted(items.values(), key=lambda item: order.get(item.part, len(order)))
    return listed, [_sheet(record, student, scores[student.id], items) for student in counted]


def pools(record: ExamRecord) -> list[list[str]]:
    """The pools that parts were drawn from."""
    drawn = dict.fromkeys(part.pool for student in record.students for part in student.parts if "," in part.pool)
    return [pool.split(", ") for pool in drawn]


def part_titles(record: ExamRecord) -> dict[str, Text]:
    """Part → its title."""
    return {part.name: Text(part.title.en, part.title.ko) for student in record.students for part in student.parts}


def _part_order(record: ExamRecord) -> list[str]:
    return list(dict.fromkeys(part.name for student in record.students for part in student.parts))


def _sheet(
    record: ExamRecord, student: StudentRecord, own: Mapping[tuple[str, str], float], items: Mapping[tuple[str, str], Item]
) -> Sheet:
    chosen = student.chosen
    assert chosen is not None
    graded = {part.name for part in student.parts if part.kind != "written"}
    # Where a clock was set, or work came in weeks later, nobody knows what time was used, and one such would be the whole picture.
    used = (chosen.at - max(chosen.started, student.opens)).total_seconds()
    window = (student.closes - student.opens).total_seconds()
    return Sheet(
        student=student.id,
        scores={key: own.get(key, 0.0) for key in items if key[0] in graded or key in own},
        variants={part.name: part.variant for part in student.parts},
        total=fraction(student.mark.before + student.mark.written, record.most),
        seconds=used if 0 < used <= 2 * window else None,
    )
