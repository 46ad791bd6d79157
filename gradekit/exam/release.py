"""What a student may see, decided here and not in a template: before the release nothing of the hidden tests, after it what the exam says.

A page is made from a VisibleStudent alone, so what is not in one cannot be on it, not even in its source.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from gradekit.errors import Refusal, ResultsError, UsageError
from gradekit.exam.archive import as_json
from gradekit.exam.models import Level
from gradekit.exam.record import AttemptRecord, ExamRecord, ManualRecord, MarkRecord, PartRecord, StudentRecord
from gradekit.results import Result, TestOutcome, write_atomically
from gradekit.text import Lang, Text

__all__ = ["RELEASED", "Released", "VisibleAttempt", "VisiblePart", "VisibleStudent", "read_released", "release", "visible"]

RELEASED: Final = "released.json"
_SCHEMA: Final = "gradekit.released/1"
LEVELS: Final[tuple[Level, ...]] = ("received", "score", "tests", "full")
_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Released:
    """Whose results are released: everybody's, or those of some students."""

    everybody: bool = False
    students: frozenset[str] = frozenset()

    def holds(self, student: str) -> bool:
        return self.everybody or student in self.students

    @property
    def any(self) -> bool:
        return self.everybody or bool(self.students)


@dataclass(frozen=True, slots=True)
class VisibleAttempt:
    """That work was received: what the receipt says too."""

    number: int
    file: str
    digest: str
    at: datetime
    late: timedelta
    counts: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class VisiblePart:
    """A part of the paper. points: None where the level tells no score; result: None where it tells no tests, or nothing was handed in."""

    title: str
    kind: str
    most: float
    points: float | None
    result: Result | None
    answer: str
    comments: tuple[ManualRecord, ...]


@dataclass(frozen=True, slots=True)
class VisibleStudent:
    """Everything that a student's page may show. mark: None where the level tells no score.

    to_mark: the points of the parts that nobody has marked yet. Above 0 the result is provisional, and mark holds no letter.
    """

    id: str
    name: str
    exam: str
    course: str
    lang: Lang
    level: Level
    released: bool
    opens: datetime
    closes: datetime
    attempts: tuple[VisibleAttempt, ...]
    parts: tuple[VisiblePart, ...]
    mark: MarkRecord | None
    to_mark: float
    most: float
    scale_to: float
    comments: tuple[ManualRecord, ...]


def visible(record: ExamRecord, student: StudentRecord, released: bool) -> VisibleStudent:
    """What the student's page may show. Raises ResultsError where the record is damaged."""
    level = record.after if released else record.during
    scores, tests, everything = (LEVELS.index(level) >= LEVELS.index(each) for each in ("score", "tests", "full"))
    chosen = student.chosen
    results = {result.exercise: result for result in chosen.results} if chosen is not None and tests else {}
    lang = record.lang
    to_mark = math.fsum(part.points for part in student.parts if part.name in student.to_mark)
    return VisibleStudent(
        id=student.id,
        name=student.name,
        exam=record.title.to(lang),
        course=record.course,
        lang=lang,
        level=level,
        released=released,
        opens=student.opens,
        closes=student.closes,
        attempts=tuple(_attempt(each, index in student.mark.chosen) for index, each in enumerate(student.attempts)),
        parts=tuple(
            VisiblePart(
                title=part.title.to(lang),
                kind=part.kind,
                most=part.points,
                points=_points(student, part) if scores else None,
                result=_redacted(results[part.name], everything) if part.name in results else None,
                answer=chosen.written.get(part.name, "") if chosen is not None and everything else "",
                comments=tuple(each for each in student.manual if each.part == part.name) if released and scores else (),
            )
            for part in student.parts
        ),
        mark=(student.mark.model_copy(update={"letter": ""}) if student.to_mark else student.mark) if scores else None,
        to_mark=to_mark,
        most=record.most,
        scale_to=record.scale_to,
        comments=tuple(each for each in student.manual if not each.part) if released and scores else (),
    )


def read_released(folder: Path) -> Released:
    """Whose results were released from folder.

    Raises ResultsError where the file is damaged: it must not pass for nobody's, or everybody's.
    """
    path = folder / RELEASED
    try:
        data = as_json(path.read_bytes(), str(path))
    except FileNotFoundError:
        return Released()
    except (OSError, UsageError) as fault:
        raise ResultsError(f"{path}: cannot be read ({fault}); restore it, or remove it and release again") from fault
    students = data.get("students")
    if data.get("schema") != _SCHEMA or not (students == "all" or isinstance(students, list)):
        raise ResultsError(f"{path}: is no list of released results; restore it, or remove it and release again")
    return Released(True) if students == "all" else Released(False, frozenset(map(str, students)))


def release(folder: Path, record: ExamRecord, students: Sequence[str], *, unmarked: bool = False) -> Released:
    """Release the results of students, or everybody's where there are none named, beside those released before.

    unmarked: also where a written part is not marked yet. Raises Refusal where there is such a part and that was not asked for,
    UsageError for somebody who is not in the exam, and ResultsError.
    """
    students = [unicodedata.normalize("NFC", each) for each in students]  # as the roster has them
    known = {each.id for each in record.students}
    strange = [each for each in students if each not in known]
    if strange:
        raise UsageError(f"{strange[0]!r} is not in the exam; give the ids of students as the roster has them")
    waiting = [each for each in record.students if each.to_mark and (not students or each.id in students)]
    if waiting and not unmarked and record.after != "received":  # which tells no points
        raise Refusal(_unmarked_refused(record, waiting))
    before = read_released(folder)
    after = Released(True) if not students or before.everybody else Released(False, before.students | set(students))
    listed = "all" if after.everybody else sorted(after.students)
    write_atomically(folder / RELEASED, json.dumps({"schema": _SCHEMA, "students": listed}, ensure_ascii=False, indent=1) + "\n")
    return after


def _unmarked_refused(record: ExamRecord, waiting: Sequence[StudentRecord]) -> Text:
    # As manual.csv calls them.
    names = [each.pseudonym if record.blind else each.id for each in waiting]
    shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    parts = ", ".join(dict.fromkeys(part for each in waiting for part in each.to_mark))
    number = f"{len(waiting)} student{'s' * (len(waiting) != 1)}"
    return Text(
        f"written parts ({parts}) of {number} are not marked yet ({shown}): mark them in manual.csv and run 'gradekit exam grade' again,"
        " or give --unmarked to release provisional results, without letters",
        f"학생 {len(waiting)}명의 서술형({parts}) 채점이 끝나지 않았습니다({shown}). manual.csv에 점수를 적고"
        " 'gradekit exam grade'를 다시 실행하십시오. 등급 없이 잠정 결과로 공개하려면 --unmarked를 붙이십시오",
    )


def _attempt(attempt: AttemptRecord, chosen: bool) -> VisibleAttempt:
    late = timedelta(seconds=attempt.late_seconds)
    return VisibleAttempt(attempt.number, attempt.file, attempt.digest, attempt.at, late, attempt.counts, chosen)


def _points(student: StudentRecord, part: PartRecord) -> float | None:
    """The part's points before any penalty; None while a written part is unmarked."""
    if part.kind == "written":
        given: Iterable[float] = (each.points for each in student.manual if each.part == part.name and each.points is not None)
        return next(iter(given), None)
    chosen = student.chosen
    return chosen.points.get(part.name, 0.0) if chosen is not None else 0.0


def _redacted(result: Result, everything: bool) -> Result:
    if everything:
        return result
    tests = tuple(TestOutcome(each.name, each.points, each.max_points, each.outcome) for each in result.tests)
    return replace(result, tests=tests, diagnosis=(), output="", fingerprint={}, evidence=())
