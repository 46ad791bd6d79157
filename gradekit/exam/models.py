"""exam.toml as checked models, and the exam as the rest of gradekit is handed it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from gradekit.course.load import load_course, read_toml
from gradekit.course.models import Course, Exercise, ExerciseName
from gradekit.course.words import Authored, Words
from gradekit.errors import CourseError, UsageError
from gradekit.text import LANGUAGES, Lang, Text

__all__ = [
    "Accommodation",
    "Attempts",
    "Change",
    "Exam",
    "ExamFile",
    "ExamName",
    "Grades",
    "Late",
    "Moment",
    "Part",
    "Written",
    "Zoned",
    "find_exam",
    "load_exam",
]

# What students may see of the hidden tests, each level holding what those before it hold.
Level = Literal["received", "score", "tests", "full"]
Counts = Literal["best", "last", "average"]
Package = Literal["numpy", "torch"]
EXAMS: Final = "exams"


def _name(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", name):
        raise ValueError("must be lower-case letters, digits, - and _, at most 64")
    return name


ExamName = Annotated[str, AfterValidator(_name)]


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("must say its time zone, as in 2026-04-20T10:00:00+09:00")
    return moment


def _near(moment: datetime) -> datetime:
    if not 2000 <= moment.year < 2200:
        raise ValueError("must be in the years from 2000 to 2199")
    return moment


def _composed(student: str) -> str:
    return unicodedata.normalize("NFC", student)


Zoned = Annotated[datetime, AfterValidator(_zoned)]
# What somebody says: far from the ends of the calendar, so that it can be reckoned with.
Moment = Annotated[Zoned, AfterValidator(_near)]
# Likewise, and no less than a clock can tell apart.
Minutes = Annotated[float, Field(ge=0.01, le=1_000_000, strict=False)]
StudentId = Annotated[str, AfterValidator(_composed)]  # as a roster spells it


class Prompt(Authored):
    """Markdown in both languages."""

    en: str
    ko: str

    @property
    def text(self) -> Text:
        return Text(en=self.en.strip(), ko=self.ko.strip())


class Part(Authored):
    """One exercise or quiz for everybody, or choose of a pool for each student. points: what each is worth in the exam."""

    exercise: str | None = None
    pool: Annotated[tuple[str, ...], Field(strict=False)] = ()
    choose: Annotated[int, Field(ge=1)] | None = None
    points: Annotated[int, Field(ge=1, le=10_000)]

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.exercise is None) == (not self.pool):
            raise ValueError("must name either an exercise or a pool")
        if bool(self.pool) != (self.choose is not None):
            raise ValueError("a pool needs choose, how many of it each student gets, and an exercise has none")
        if self.choose is not None and not self.choose < len(self.pool):
            raise ValueError(f"choose: got {self.choose}, must be below the pool's {len(self.pool)}")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """All exercises that it may become."""
        return self.pool if self.exercise is None else (self.exercise,)


class Written(Authored):
    """A part that a person marks: a short answer, written into answer.md. prompt may be several lines of Markdown."""

    name: ExerciseName
    title: Words
    prompt: Prompt
    points: Annotated[int, Field(ge=1, le=10_000)]


class Attempts(Authored):
    """How often work may be handed in: most at once, and one more after each every_minutes (never, where that is absent)."""

    most: Annotated[int, Field(ge=1, le=1000)] = 3
    every_minutes: Minutes | None = None
    counts: Counts = "last"


class Late(Authored):
    """What late work costs: penalty_percent of its points for each begun per_minutes after the grace, at most most_percent.

    cutoff_minutes: work that is later than this is worth nothing; None for never.
    """

    grace_minutes: Annotated[float, Field(ge=0, le=1_000_000, strict=False)] = 0
    per_minutes: Minutes = 60
    penalty_percent: Annotated[float, Field(ge=0, le=100, strict=False)] = 100
    most_percent: Annotated[float, Field(ge=0, le=100, strict=False)] = 100
    cutoff_minutes: Annotated[float, Field(ge=0, le=1_000_000, strict=False)] | None = None


class ExamFeedback(Authored):
    """What a student's page holds before the results are released, and after."""

    during: Literal["received", "score"] = "received"
    after: Level = "full"


class Grades(Authored):
    """From points to a grade: scaled to scale_to, rounded half up to a multiple of round_to; the letter is the highest one reached."""

    scale_to: Annotated[float, Field(gt=0, le=1_000_000, strict=False)] = 100
    round_to: Annotated[float, Field(ge=0.0001, le=1_000_000, strict=False)] = 0.1
    letters: Mapping[str, Annotated[float, Field(ge=-1_000_000, le=1_000_000, strict=False)]] = {}


class Accommodation(Authored):
    """What is different for one student: extra_time multiplies the duration; opens and closes replace the exam's own."""

    student: StudentId
    extra_time: Annotated[float, Field(ge=1, le=10, strict=False)] = 1
    opens: Moment | None = None
    closes: Moment | None = None
    why: str = ""


class Change(Authored):
    """A change of the exam after papers were handed out: whose papers it affects, and why."""

    papers: Literal["all"] | Annotated[tuple[StudentId, ...], Field(strict=False)]
    why: str


class ExamFile(Authored):
    """exam.toml. duration_minutes: from a student's own start, within the window; None for the whole window."""

    format_version: Literal[1]
    name: ExamName
    title: Words
    opens: Moment
    closes: Moment
    duration_minutes: Minutes | None = None
    languages: Annotated[tuple[Lang, ...], Field(strict=False)] = LANGUAGES
    packages: Annotated[tuple[Package, ...], Field(strict=False)] = ("numpy", "torch")
    public_tests: bool = True
    blind: bool = False
    honour: Words | None = None
    parts: Annotated[tuple[Part, ...], Field(strict=False, min_length=1)]
    written: Annotated[tuple[Written, ...], Field(strict=False)] = ()
    attempts: Attempts = Attempts()
    late: Late = Late()
    feedback: ExamFeedback = ExamFeedback()
    grades: Grades = Grades()
    accommodations: Annotated[tuple[Accommodation, ...], Field(strict=False)] = ()
    changes: Annotated[tuple[Change, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        names = [name for part in self.parts for name in part.names] + [each.name for each in self.written]
        twice = [name for index, name in enumerate(names) if name in names[:index]]
        if twice:
            raise ValueError(f"parts name {twice[0]!r} twice; each exercise can be in one part only")
        if not self.languages:
            raise ValueError("languages: got (), must name at least one")
        students = [each.student for each in self.accommodations]
        double = [name for index, name in enumerate(students) if name in students[:index]]
        if double:
            raise ValueError(f"accommodations name {double[0]!r} twice; put both into one")
        return self


@dataclass(frozen=True, slots=True)
class Exam:
    """An exam with its course, to which the exam's own exercises are added: exams/NAME may have exercises/ and solutions/ of its own."""

    folder: Path
    file: ExamFile
    course: Course

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def title(self) -> Text:
        return self.file.title.text

    @property
    def honour(self) -> Text | None:
        return None if self.file.honour is None else self.file.honour.text

    def exercise(self, name: str) -> Exercise:
        """Raises UnknownExercise, and a broken exercise's CourseError."""
        return self.course.exercise(name)

    @property
    def points(self) -> Mapping[str, int]:
        """Exercise → what it is worth where it is on a paper."""
        return {name: part.points for part in self.file.parts for name in part.names}

    def written(self, name: str) -> Written | None:
        return next((each for each in self.file.written if each.name == name), None)

    @property
    def most_points(self) -> int:
        """What full marks on any one paper are."""
        return sum(part.points * (part.choose or 1) for part in self.file.parts) + sum(each.points for each in self.file.written)

    def accommodation(self, student: str) -> Accommodation | None:
        return next((each for each in self.file.accommodations if each.student == student), None)


def find_exam(course: Path, name: str) -> Path:
    """The folder of the exam: name itself where it is a folder that holds exam.toml, else exams/NAME in the course.

    Raises UsageError where there is none.
    """
    for folder in (Path(name), course / EXAMS / name):
        if (folder / "exam.toml").is_file():
            return folder.resolve()
    known = sorted(path.parent.name for path in (course / EXAMS).glob("*/exam.toml"))
    raise UsageError(f"no exam is called {name!r}: there are {', '.join(known) or 'none'} in {course / EXAMS}; give a name or its folder")


def load_exam(folder: Path, course: Path) -> Exam:
    """The exam in folder. Raises CourseError where exam.toml is wrong or names exercises that there are not."""
    path = folder / "exam.toml"
    file = read_toml(path, ExamFile)
    if file.name != folder.name:
        raise CourseError(f"{path}: name: got {file.name!r}, must be the folder's name, {folder.name!r}")
    loaded = load_course(course, folder)
    exam = Exam(folder, file, loaded)
    for name in exam.points:
        try:
            exam.exercise(name)
        except UsageError as fault:
            raise CourseError(f"{path}: parts: {fault}") from fault
    return exam
