"""exam.json: everything that grading an exam found, from which alone pages and tables are made. For the instructor's eyes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gradekit.errors import ResultsError, UsageError
from gradekit.exam.models import Counts, Level, Zoned
from gradekit.printable import printable
from gradekit.results import Result, write_atomically
from gradekit.text import Lang, Text

__all__ = [
    "RECORD",
    "AttemptRecord",
    "Both",
    "ExamRecord",
    "ManualRecord",
    "MarkRecord",
    "PartRecord",
    "RejectedRecord",
    "StudentRecord",
    "read_record",
    "require_own",
    "write_record",
]

RECORD: Final = "exam.json"
_SCHEMA: Final = "gradekit.exam/1"


class _Data(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Both(_Data):
    """Words in both languages."""

    en: str
    ko: str

    @classmethod
    def of(cls, text: Text) -> Both:
        return cls(en=text.en, ko=text.ko)

    def to(self, lang: Lang) -> str:
        return self.ko if lang == "ko" else self.en


class PartRecord(_Data):
    """A part of a student's paper. variant: its parameters, or "" where there are none; pool: the pool it was drawn from, likewise."""

    name: str
    kind: Literal["code", "quiz", "written"]
    title: Both
    points: float
    variant: str = ""
    pool: str = ""


class AttemptRecord(_Data):
    """One attempt. known: at is when it arrived, and not only when the student's clock said. points: part → points of the exam's.

    late_seconds, factor: what the late policy made of it; counts: it was within the limit on attempts. rows: the results, as
    results.json has them. written: part → the text of an answer that a person marks.
    """

    number: int
    file: str
    digest: str
    at: Zoned
    known: bool
    started: Zoned
    due: Zoned
    late_seconds: float
    factor: float
    past_cutoff: bool
    counts: bool
    remarks: tuple[Both, ...]
    points: Mapping[str, float]
    rows: tuple[Mapping[str, Any], ...]
    written: Mapping[str, str]

    @property
    def results(self) -> tuple[Result, ...]:
        """Raises ResultsError."""
        return tuple(Result.from_json(row) for row in self.rows)


class ManualRecord(_Data):
    """A line of what people added."""

    part: str
    points: float | None
    comment: str
    by: str
    when: str
    why: str


class MarkRecord(_Data):
    """As marks.Mark."""

    chosen: tuple[int, ...]
    before: float
    after: float
    written: float
    adjusted: float
    total: float
    grade: float
    letter: str


class StudentRecord(_Data):
    """One student of the roster. to_mark: written parts that nobody has marked yet."""

    id: str
    name: str
    pseudonym: str
    parts: tuple[PartRecord, ...]
    opens: Zoned
    closes: Zoned
    duration_seconds: float | None
    attempts: tuple[AttemptRecord, ...]
    mark: MarkRecord
    manual: tuple[ManualRecord, ...]
    to_mark: tuple[str, ...]

    @property
    def absent(self) -> bool:
        return not self.attempts

    @property
    def chosen(self) -> AttemptRecord | None:
        """The attempt that counts; of several the last."""
        return self.attempts[self.mark.chosen[-1]] if self.mark.chosen else None


class RejectedRecord(_Data):
    """A file that was not graded. same_as: the file that it is a copy of."""

    file: str
    reason: Both
    student: str
    same_as: str = ""


class ExamRecord(_Data):
    """An exam, graded."""

    schema_: Literal["gradekit.exam/1"] = Field(alias="schema", default=_SCHEMA)
    course: str
    exam: str
    title: Both
    lang: Lang
    most: float
    scale_to: float
    counts: Counts
    blind: bool
    during: Level
    after: Level
    students: tuple[StudentRecord, ...]
    rejected: tuple[RejectedRecord, ...]
    remarks: tuple[Both, ...]
    faults: Mapping[str, str]


def write_record(folder: Path, record: ExamRecord) -> None:
    """Write exam.json into folder. Raises OSError."""
    write_atomically(folder / RECORD, record.model_dump_json(by_alias=True, indent=1) + "\n")


def require_own(folder: Path, course: str, exam: str) -> None:
    """Raises UsageError where folder holds another exam's results: with them lies what was released of that exam, not of this one."""
    path = folder / RECORD
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return  # none, or one that is to be made anew
    other = (data.get("course"), data.get("exam")) if isinstance(data, dict) else (course, exam)
    if other != (course, exam):
        there, name = (printable(str(each))[:100] for each in other)
        raise UsageError(f"{folder}: holds the exam {name!r} of the course {there!r}; choose another --out")


def read_record(folder: Path) -> ExamRecord:
    """The exam.json in folder. Raises ResultsError where there is none, or it is damaged or of another gradekit."""
    path = folder / RECORD
    try:
        return ExamRecord.model_validate_json(path.read_bytes())
    except OSError as fault:
        raise ResultsError(f"{path}: cannot be read ({fault.strerror or fault}); grade the exam first") from fault
    except ValidationError as fault:
        place = ".".join(str(each) for each in fault.errors(include_url=False)[0]["loc"])
        raise ResultsError(f"{path}: {printable(place) or 'no JSON'} is not as this gradekit writes it; grade the exam again") from fault
