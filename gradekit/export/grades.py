"""What is exported: one grade a student and the results behind it, from a results.json, an exam.json or the output of `check --json`."""

from __future__ import annotations

import contextlib
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, overload

from gradekit.errors import ResultsError, UsageError
from gradekit.exam.record import RECORD, ExamRecord, StudentRecord, read_record
from gradekit.exam.release import read_released
from gradekit.exam.roster import read_roster
from gradekit.printable import printable
from gradekit.report.gradebook import gradebook
from gradekit.results import Result, ResultSet, Status, read_results
from gradekit.results_file import open_results
from gradekit.text import Lang, Text

__all__ = ["RESULTS", "Grade", "Grades", "Part", "open_grades", "read_grades", "with_names"]

RESULTS: Final = "results.json"
_CHECK_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """An exercise, or a part of an exam. most: what full marks in it are."""

    name: str
    title: str
    most: float


@dataclass(frozen=True, slots=True)
class Grade:
    """One student. points: of the most there is, None where there is no final grade, and why says for what reason.

    id: what results go by; name, email: as the roster has them, or "". parts: the points in each of the grades' parts, None where there
    are none. letter, absent: of an exam; who was absent has no grade, and that is as it should be. accounts: what platforms call the
    student, by the roster's name of the column: "canvas", "login", "participant"; "" or nothing where it does not tell.
    """

    id: str
    name: str
    email: str
    points: float | None
    why: Text | None
    parts: tuple[float | None, ...]
    results: Sequence[Result]
    letter: str = ""
    absent: bool = False
    accounts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grades:
    """All that is exported. name: of the course or exam; at: when it was graded; remarks: what whoever exports should know of it."""

    name: str
    title: str
    most: float
    parts: tuple[Part, ...]
    students: tuple[Grade, ...]
    lang: Lang
    at: datetime
    remarks: tuple[Text, ...] = ()
    exam: bool = False

    def each_result(self) -> Iterator[Result]:
        """Every result, student by student."""
        return (result for each in self.students for result in each.results)


class Picked(Sequence[Result]):
    """Some of the rows of a ResultSet, which need not be in memory: each is read when it is asked for."""

    def __init__(self, rows: Sequence[Result], places: Iterable[int]) -> None:
        self._rows, self._places = rows, array("q", places)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Result: ...
    @overload
    def __getitem__(self, index: slice) -> Picked: ...
    def __getitem__(self, index: int | slice) -> Result | Picked:
        return Picked(self._rows, self._places[index]) if isinstance(index, slice) else self._rows[self._places[index]]


def read_grades(path: Path, *, exercise: str = "", roster: Path | None = None, lang: Lang | None = None) -> Grades:
    """The grades at path: a results.json, an exam.json, or the folder that holds one of them.

    exercise: only this one of a results.json. roster: a CSV that says what students are called. lang: of titles; the grading's own by
    default. Raises ResultsError and UsageError.
    """
    place = _place(path)
    if place.name == RECORD:
        if exercise:
            raise UsageError(f"--exercise {printable(exercise)}: an exam gives one grade; leave the option out")
        return with_names(_of_exam(read_record(place.parent), place, lang), roster)
    return with_names(_of_results(_of_check(place) or read_results(place), exercise, place, lang), roster)


@contextlib.contextmanager
def open_grades(path: Path, *, exercise: str = "", roster: Path | None = None, lang: Lang | None = None) -> Iterator[Grades]:
    """As read_grades; a results.json's rows stay in the file, and are there for as long as the block lasts."""
    place = _place(path)
    if place.name == RECORD or _of_check(place) is not None:
        yield read_grades(path, exercise=exercise, roster=roster, lang=lang)
        return
    with open_results(place) as read:
        yield with_names(_of_results(read, exercise, place, lang), roster)


def _place(path: Path) -> Path:
    if not path.is_dir():
        return path
    found = [path / name for name in (RESULTS, RECORD) if (path / name).is_file()]
    shown = printable(str(path))
    if len(found) > 1:
        raise UsageError(f"{shown}: holds {RESULTS} and {RECORD}; name the one that is meant")
    if not found:
        raise UsageError(f"{shown}: holds neither {RESULTS} nor {RECORD}; give the folder of a 'gradekit grade' or 'gradekit exam grade'")
    return found[0]


def _of_check(path: Path) -> ResultSet | None:
    """What 'gradekit check --json' printed: a list of rows. None where it is something else."""
    try:
        with path.open("rb") as file:
            if not file.read(64).lstrip().startswith(b"["):
                return None
            file.seek(0)
            raw = file.read(_CHECK_BYTES + 1)
        rows: Any = json.loads(raw) if len(raw) <= _CHECK_BYTES else None
    except OSError:
        return None  # read_results says why
    except (ValueError, RecursionError) as fault:
        raise ResultsError(f"{path}: no JSON ({fault}); give a results.json, or what 'gradekit check --json' printed") from fault
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ResultsError(f"{path}: must be a list of results of at most {_CHECK_BYTES:,} bytes, as 'gradekit check --json' prints it")
    return ResultSet("", tuple(Result.from_json(row) for row in rows))


def _chosen(read: ResultSet, exercise: str) -> ResultSet:
    if not exercise:
        return read
    names = [result.exercise for result in read.results]
    known = list(dict.fromkeys(names))
    if exercise not in known:
        raise UsageError(f"--exercise {printable(exercise)}: is not among the results; there are: {printable(', '.join(known)) or 'none'}")
    # Alone it is worth the points of its tests, whatever it adds to the course's total.
    places = (place for place, name in enumerate(names) if name == exercise)
    return replace(read, results=Picked(read.results, places), worth={})


def _of_results(given: ResultSet, exercise: str, place: Path, lang: Lang | None) -> Grades:
    read = _chosen(given, exercise)
    shown = replace(read, lang=lang or read.lang)
    book = gradebook(shown)
    students = []
    for row in book.students:
        faulty = [
            column.name
            for column, cell in zip(book.exercises, row.cells, strict=True)
            if cell is not None and cell.status is Status.GRADER_ERROR
        ]
        names = ", ".join(faulty)
        why = (
            Text(f"the grader failed at {names}; grade again", f"{names}: 채점기 오류가 있었습니다. 다시 채점하십시오") if faulty else None
        )
        results = Picked(shown.results, (cell.row for cell in row.cells if cell is not None))
        points = tuple(None if cell is None or cell.status is Status.GRADER_ERROR else cell.score for cell in row.cells)
        students.append(Grade(row.name, "", "", None if why else row.score, why, points, results))
    parts = tuple(Part(each.name, each.title, each.max_score) for each in book.exercises)
    name = book.exercises[0].name if len(book.exercises) == 1 else read.course
    title = book.exercises[0].title if len(book.exercises) == 1 else shown.shown
    return Grades(name, title, book.max_score, parts, tuple(students), shown.lang, _when(place))


def _of_exam(record: ExamRecord, place: Path, lang: Lang | None) -> Grades:
    spoken = lang or record.lang
    parts = {part.name: Part(part.name, part.title.to(spoken), part.points) for each in record.students for part in each.parts}
    released = read_released(place.parent)
    hidden = sum(not released.holds(each.id) for each in record.students)
    remarks = []
    if hidden:
        remarks.append(
            Text(
                f"results of {hidden} students are not released yet: whoever uploads this file shows them their grades",
                f"아직 결과를 공개하지 않은 학생이 {hidden}명 있습니다. 이 파일을 올리면 그 학생들에게 성적이 보입니다",
            )
        )
    students = tuple(_sat(each, list(parts)) for each in record.students)
    return Grades(
        record.exam,
        record.title.to(spoken),
        record.scale_to,
        tuple(parts.values()),
        students,
        spoken,
        _when(place),
        tuple(remarks),
        exam=True,
    )


def _sat(student: StudentRecord, names: Sequence[str]) -> Grade:
    chosen = student.chosen
    why = None
    if student.absent:
        why = Text("was absent", "결시했습니다")
    elif student.to_mark:
        waiting = ", ".join(student.to_mark)
        why = Text(f"written parts are not marked yet: {waiting}", f"아직 채점하지 않은 서술형이 있습니다: {waiting}")
    elif chosen is not None and any(result.status is Status.GRADER_ERROR for result in chosen.results):
        why = Text("the grader failed at a part; grade again", "채점기 오류가 있었습니다. 다시 채점하십시오")
    marked = {each.part: each.points for each in student.manual if each.points is not None}
    own = {part.name: marked.get(part.name) if part.kind == "written" else _part(student, part.name) for part in student.parts}
    results = tuple(replace(each, student=student.id) for each in chosen.results) if chosen is not None else ()
    points = None if why else student.mark.grade
    name = "" if student.name == student.id else student.name
    return Grade(student.id, name, "", points, why, tuple(own.get(each) for each in names), results, student.mark.letter, student.absent)


def _part(student: StudentRecord, part: str) -> float | None:
    return None if student.chosen is None else student.chosen.points.get(part, 0.0)


def with_names(grades: Grades, path: Path | None) -> Grades:
    """The grades with what the roster at path and platforms call the students; as they are where there is none. Raises UsageError."""
    if path is None:
        return grades
    roster = read_roster(path)
    named = []
    strangers = 0
    for each in grades.students:
        known = roster.find(each.id)
        strangers += known is None
        if known is None:
            named.append(each)
            continue
        # What this roster leaves open the gradebook may know.
        told = {"canvas": known.canvas, "login": known.login, "participant": known.participant}
        accounts = {**each.accounts, **{column: account for column, account in told.items() if account}}
        name = known.name if known.name != known.id else each.name
        named.append(replace(each, name=name, email=known.email or each.email, accounts=accounts))
    remarks = grades.remarks
    if strangers:
        remarks += (
            Text(f"{strangers} students with results are not in the roster", f"결과가 있는 학생 중 {strangers}명은 명단에 없습니다"),
        )
    return replace(grades, students=tuple(named), remarks=remarks)


def _when(path: Path) -> datetime:
    """When the results were written, which is as near as they tell."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError) as fault:
        raise ResultsError(f"{path}: cannot be read ({fault}); give the results of a 'gradekit grade'") from fault
