"""The roster: who sits the exam, read from whatever a registrar's office exports as CSV."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError
from gradekit.exam.tables import delimiter_of, table_text
from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["Roster", "Student", "read_roster"]

_ID_CHARACTERS: Final = 100
# Spelt as registrars, learning platforms and lecturers spell them; compared without case, blanks and punctuation.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": (
        "id", "studentid", "studentnumber", "sid", "sisuserid", "idnumber", "학번", "학생번호", "아이디", "student", "identifier", "식별자",
    ),
    "name": ("name", "fullname", "studentname", "이름", "성명", "학생이름", "student"),
    "first": ("firstname",),
    "last": ("lastname", "surname"),
    "email": ("email", "emailaddress", "이메일", "이메일주소", "메일", "전자우편"),
    "section": ("section", "sections", "group", "class", "분반", "반"),
    "login": ("login", "loginid", "sisloginid", "username", "사용자이름", "로그인"),
    "canvas": ("canvasid", "canvasuserid"),
    "github": ("githubusername", "github", "githublogin"),
    "participant": ("identifier", "식별자"),
}  # fmt: skip
_NO_STUDENT: Final = "points possible"  # how the row below the names begins in a gradebook from Canvas


@dataclass(frozen=True, slots=True)
class Student:
    """One line of the roster. id is what papers and submissions go by; name is only shown.

    login, canvas, github, participant: what platforms call the student (participant: Moodle's "Participant 123456").
    """

    id: str
    name: str
    email: str = ""
    section: str = ""
    login: str = ""
    canvas: str = ""
    github: str = ""
    participant: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The students in the roster's order."""

    students: tuple[Student, ...]

    @property
    def remarks(self) -> tuple[Text, ...]:
        """What stops nothing: two of one name."""
        by_name: dict[str, list[str]] = {}
        for each in self.students:
            by_name.setdefault(each.name, []).append(each.id)
        return tuple(
            Text(
                f"{len(ids)} students are called {name}: {', '.join(ids)}; they are told apart by their ids",
                f"{name}, 같은 이름의 학생이 {len(ids)}명입니다: {', '.join(ids)}. 학번으로 구별합니다",
            )
            for name, ids in by_name.items()
            if len(ids) > 1
        )

    def find(self, student: str) -> Student | None:
        wanted = unicodedata.normalize("NFC", student)
        return next((each for each in self.students if each.id == wanted), None)


def read_roster(path: Path) -> Roster:
    """The roster at path: CSV in UTF-8, with or without a byte order mark, or in the Korean code page that Excel writes; separated by
    commas, semicolons or tabs; with a column for the id, and any of name (or first and last name), email and section.

    Raises UsageError, in one line, where it cannot be read, has no id column or no student, or gives two students one id.
    """
    shown = printable(str(path))
    text = table_text(path, shown)
    delimiter = delimiter_of(text)
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(cell.strip() for cell in row)]
    except csv.Error as fault:
        raise UsageError(f"{shown}: no CSV ({fault}); export the roster again as CSV") from fault
    if not rows:
        raise UsageError(f"{shown}: is empty; a roster has a line of column names and a line for each student")
    columns = _columns(rows)
    if "id" not in columns:
        heads = ", ".join(printable(cell.strip()) for cell in rows[0][:8])
        raise UsageError(f"{shown}: no column is called id or 학번, only {heads}; name the column of student ids 'id'")
    students: list[Student] = []
    lines: dict[str, int] = {}
    for number, row in enumerate(rows[1:], start=2):
        if row[0].strip().casefold() == _NO_STUDENT:
            continue
        student = _student(row, columns)
        where = f"{shown}: row {number}"
        if not student.id:
            raise UsageError(f"{where}: has no id; give each student one, or remove the row")
        if len(student.id) > _ID_CHARACTERS or not student.id.isprintable():
            raise UsageError(f"{where}: the id must be at most {_ID_CHARACTERS} printable characters")
        if student.id in lines:
            raise UsageError(f"{where}: id {student.id!r} is also in row {lines[student.id]}; each student needs an id of their own")
        lines[student.id] = number
        students.append(student)
    if not students:
        raise UsageError(f"{shown}: has column names but no student")
    return Roster(tuple(students))


def _columns(rows: Sequence[list[str]]) -> dict[str, int]:
    """Our names for columns → their places. Of two columns for one thing the first counts; for ids, the first that holds any."""
    found: dict[str, int] = {}
    plain = ["".join(each for each in cell.casefold() if each.isalnum()) for cell in rows[0]]
    for ours, names in _COLUMNS.items():
        places = [plain.index(name) for name in names if name in plain]  # the likelier spelling first, wherever it stands
        if places:
            found[ours] = next(filter(partial(_holds_any, rows), places), places[0]) if ours == "id" else places[0]
    return found


def _holds_any(rows: Sequence[list[str]], place: int) -> bool:
    return any(place < len(row) and row[place].strip() for row in rows[1:] if row[0].strip().casefold() != _NO_STUDENT)


def _student(row: list[str], columns: Mapping[str, int]) -> Student:
    def cell(name: str) -> str:
        place = columns.get(name)
        return " ".join(row[place].split()) if place is not None and place < len(row) else ""

    identity = cell("id").removeprefix("'")  # how a spreadsheet is told that digits are a text
    name = cell("name") or " ".join(filter(None, (cell("first"), cell("last"))))
    participant = cell("participant")
    word, _, number = participant.partition(" ")
    if word and number.isdigit():
        participant = f"Participant {number}"  # a worksheet says it in the site's language, and downloads never do
    return Student(identity, name or identity, cell("email"), cell("section"), cell("login"), cell("canvas"), cell("github"), participant)
