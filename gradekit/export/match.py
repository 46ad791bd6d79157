"""Which row of a platform's table is whose. Nothing is guessed: who fits no row, or more than one, is left out and named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gradekit.export.grades import Grade
from gradekit.export.order import Remark
from gradekit.text import Text

__all__ = ["Row", "match"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. ids: what in it identifies a student wherever it stands; name: what it calls the student.

    accounts: what the platform itself calls the student, by the roster's column that it is held against.
    """

    number: int
    ids: tuple[str, ...]
    name: str
    accounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def match(students: Iterable[Grade], rows: Sequence[Row], own: str, *, by_chance: bool = False) -> tuple[dict[int, Grade], list[Remark]]:
    """Row number → student, and a remark for everybody who has none.

    A student's accounts are held against the platform's own, each against its column alone, the id and the e-mail address against all of
    a row's ids, and only who fits none of them goes by name, in the order of either language ("Kim, Mina" is "Mina Kim").

    own: the column of accounts that ids may be of, where no roster says whose account is which. by_chance: such an account may as well
    be a number that another student has for an id, so that the names have to agree.
    """
    by_id = _index((each.number, _plain(known)) for each in rows for known in each.ids)
    by_name = _index((each.number, known) for each in rows for known in _names(each.name))
    columns = {column for each in rows for column in each.accounts}
    by_account = {
        column: _index((each.number, _plain(known)) for each in rows for known in each.accounts.get(column, ())) for column in columns
    }
    wanted: dict[int, list[Grade]] = {}
    remarks: list[Remark] = []
    for student in students:
        found = {row for known in (student.id, student.email) for row in by_id.get(_plain(known), ())}
        found |= {row for column in columns for row in by_account[column].get(_plain(student.accounts.get(column, "")), ())}
        named = {row for known in _names(student.name or student.id) for row in by_name.get(known, ())}
        same = set() if student.accounts.get(own) else set(by_account.get(own, {}).get(_plain(student.id), ()))
        if not by_chance:
            found |= same
        elif found and same - found:
            found = found & named or found | same
        else:
            found |= same & named
        found = found or named
        if len(found) == 1:
            wanted.setdefault(found.pop(), []).append(student)
        elif found:
            places = ", ".join(str(row + 1) for row in sorted(found))
            remarks.append(Remark(student.id, Text(f"fits several rows: {places}", f"여러 행에 해당합니다: {places}")))
        elif same:
            remarks.append(Remark(student.id, _perhaps(min(same) + 1, own)))
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


def _perhaps(row: int, column: str) -> Text:
    return Text(
        f"has the number that the platform itself gave the student of row {row}, who may be somebody else; "
        f"give a roster (--roster) with the names, or with a column '{column} id'",
        f"플랫폼이 {row}행의 학생에게 붙인 번호와 학번이 같지만 다른 학생일 수 있습니다. 이름이나 '{column} id' 열이 있는 명단을 "
        "--roster로 지정하십시오",
    )


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
