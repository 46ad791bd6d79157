"""Which row of a platform's table is whose. Nothing is guessed: who fits no row, or more than one, is left out and named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gradekit.export.grades import Grade
from gradekit.export.order import Remark
from gradekit.text import Text

__all__ = ["Row", "match"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. ids: everything in it that identifies a student; names: what it calls the student."""

    number: int
    ids: tuple[str, ...]
    name: str


def match(students: Iterable[Grade], rows: Sequence[Row]) -> tuple[dict[int, Grade], list[Remark]]:
    """Row number → student, and a remark for everybody who has none.

    A student's id and e-mail address are held against all of a row's identifiers, and only who fits none of them goes by name, in the
    order of either language ("Kim, Mina" is "Mina Kim").
    """
    by_id = _index((each.number, _plain(own)) for each in rows for own in each.ids)
    by_name = _index((each.number, own) for each in rows for own in _names(each.name))
    wanted: dict[int, list[Grade]] = {}
    remarks: list[Remark] = []
    for student in students:
        found = {row for own in (student.id, student.email) for row in by_id.get(_plain(own), ())}
        found = found or {row for own in _names(student.name or student.id) for row in by_name.get(own, ())}
        if len(found) == 1:
            wanted.setdefault(found.pop(), []).append(student)
        elif found:
            places = ", ".join(str(row + 1) for row in sorted(found))
            remarks.append(Remark(student.id, Text(f"fits several rows: {places}", f"여러 행에 해당합니다: {places}")))
        else:
            remarks.append(Remark(student.id, Text("is in no row", "해당하는 행이 없습니다")))
    matched: dict[int, Grade] = {}
    for row, each in wanted.items():
        if len(each) == 1:
            matched[row] = each[0]
            continue
        for student in each:
            others = ", ".join(other.id for other in each if other is not student)
            text = Text(f"fits row {row + 1}, and so does {others}", f"{row + 1}행에 해당하지만 {others} 학생도 같은 행에 해당합니다")
            remarks.append(Remark(student.id, text))
    return matched, remarks


def _index(pairs: Iterable[tuple[int, str]]) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = {}
    for row, key in pairs:
        if key:
            found.setdefault(key, set()).add(row)
    return found


def _plain(text: str) -> str:
    # The apostrophe is how a spreadsheet was told that digits are a text.
    return " ".join(unicodedata.normalize("NFC", text).casefold().removeprefix("'").split())


def _names(name: str) -> set[str]:
    """A name in every order that it may be written in, without blanks."""
    last, comma, first = (each.replace(" ", "") for each in _plain(name).partition(","))
    return {each for each in ({last + first, first + last} if comma else {last}) if each}
