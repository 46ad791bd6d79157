"""Courses and exercises: the files that authors write, as checked models, and what the rest of gradekit is handed."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from gradekit.course.misconceptions import Misconception, read_misconception
from gradekit.course.parameters import Parameter, Variant
from gradekit.course.stub import Export, parse_export
from gradekit.course.words import Authored, Words
from gradekit.errors import CourseError, UnknownExercise, UsageError
from gradekit.text import Lang, Text

__all__ = [
    "ANSWERS_FILE",
    "Course",
    "CourseFile",
    "Difficulty",
    "Exercise",
    "ExerciseFile",
    "ExerciseKind",
    "ExerciseName",
    "FeedbackLevel",
    "Limits",
    "Misconception",
    "Policy",
    "Runtime",
    "Unit",
]

Runtime = Literal["numpy", "torch"]
ExerciseKind = Literal["code", "quiz"]
FeedbackLevel = Literal["full", "brief", "verdict"]
Difficulty = Literal["easy", "medium", "hard"]

# What a student fills in for a quiz, in the folder that was fetched.
ANSWERS_FILE: Final = "answers.toml"
_OF_CODE: Final = ("runtime", "exports", "policy", "data", "limits", "builds_on", "parameters")
_TAKEN: Final = frozenset({"numpy", "torch", "pytest", "gradekit", "solution", "reference", "conftest"})


def _exercise_name(name: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,63}", name) or keyword.iskeyword(name) or name.startswith("test_"):
        raise ValueError("must be a Python module's name of lower-case letters, digits and _, at most 64, and not begin with 'test_'")
    # The student's file carries the name, and would hide the module that everything else means by it.
    if name in _TAKEN or name in sys.stdlib_module_names:
        raise ValueError("is the name of another Python module; choose one that no library has")
    return name


def _parameter(name: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,31}", name):
        raise ValueError("must be lower-case letters, digits and _, at most 32")
    return name


def _course_name(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", name):
        raise ValueError("must be lower-case letters, digits, - and _, at most 64")
    return name


def _dotted(name: str) -> str:
    if len(parts := name.split(".")) < 2 or not all(part.isidentifier() for part in parts):
        raise ValueError("must be a dotted name such as 'numpy.tanh'")
    return name


def _export(text: str) -> str:
    parse_export(text)
    return text


Seconds = Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)]
ExerciseName = Annotated[str, AfterValidator(_exercise_name)]


class Unit(Authored):
    """A chapter of the course and the names of its exercises, in order; it may have none yet."""

    id: Annotated[int, Field(ge=1)]
    title: Words
    exercises: Annotated[tuple[ExerciseName, ...], Field(strict=False)] = ()


class CourseFile(Authored):
    """course.toml.

    points: what full marks in an exercise add to a student's total; an exercise that is not named adds the points of its tests.
    """

    format_version: Literal[1]
    name: Annotated[str, AfterValidator(_course_name)]
    title: Words
    units: Annotated[tuple[Unit, ...], Field(strict=False)]
    points: Mapping[ExerciseName, Annotated[int, Field(ge=0, le=10_000)]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for kind, found in (("unit id", [unit.id for unit in self.units]), ("exercise", list(self.names))):
            twice = [each for index, each in enumerate(found) if each in found[:index]]
            if twice:
                raise ValueError(f"{kind} {twice[0]!r} is listed twice in units; each must be listed once")
        return self

    @model_validator(mode="after")
    def _points_of_its_own(self) -> Self:
        strange = sorted(set(self.points) - set(self.names))
        if strange:
            raise ValueError(f"points names {strange[0]!r}, which no unit lists")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """All exercises, in the course's order."""
        return tuple(name for unit in self.units for name in unit.exercises)


class Policy(Authored):
    """What a submission may use.

    by_hand: only numpy and the standard library may be imported. refused: dotted names refused beyond that.
    """

    by_hand: bool
    refused: Annotated[tuple[Annotated[str, AfterValidator(_dotted)], ...], Field(strict=False)] = ()


class Limits(Authored):
    """What one submission may spend: wall-clock seconds for one call and for all calls, and memory.

    calls: seconds for one call of a function that needs more than the others, by its name; a function that trains, say.
    """

    call_seconds: Seconds = 5.0
    total_seconds: Annotated[float, Field(gt=0, le=86400, allow_inf_nan=False)] = 30.0
    memory_mb: Annotated[int, Field(ge=64, le=1 << 20)] = 512
    calls: Mapping[str, Seconds] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_call_fits(self) -> Self:
        longest = max(self.call_seconds, *self.calls.values(), 0.0)
        if self.total_seconds < longest:
            raise ValueError(f"total_seconds ({self.total_seconds}) must be at least the longest call's seconds ({longest})")
        return self

    @property
    def memory_bytes(self) -> int:
        return self.memory_mb << 20


class Feedback(Authored):
    """How much a message tells of a hidden test: full (values too), brief (what and where), verdict (nothing more)."""

    level: FeedbackLevel = "full"


class ExerciseFile(Authored):
    """exercise.toml.

    kind: a quiz has questions where other exercises have code, so it has no runtime, exports, policy, data or limits.
    requires: exercises that a student should have done before it; builds_on: those of them whose work its suite may use. data: the
    data sets it is judged on, the first that is on this machine; the embedded digits where none is. difficulty: what exams choose by.
    parameters: what an exam draws for each student.
    """

    format_version: Literal[1]
    name: ExerciseName
    kind: ExerciseKind
    runtime: Runtime | None = None
    points: Annotated[int, Field(ge=1, le=10_000)]
    exports: Annotated[tuple[Annotated[str, AfterValidator(_export)], ...], Field(strict=False)] = ()
    title: Words
    summary: Words
    requires: Annotated[tuple[ExerciseName, ...], Field(strict=False)] = ()
    builds_on: Annotated[tuple[ExerciseName, ...], Field(strict=False)] = ()
    difficulty: Difficulty | None = None
    policy: Policy | None = None
    data: Annotated[tuple[Literal["mnist", "fashion"], ...], Field(strict=False)] = ()
    limits: Limits = Limits()
    feedback: Feedback = Feedback()
    parameters: Mapping[Annotated[str, AfterValidator(_parameter)], Parameter] = {}

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        """Raises what pydantic would where a key that code needs is not there, and where a quiz has one."""
        if self.kind == "quiz":
            strange = [name for name in _OF_CODE if name in self.model_fields_set]
            if strange:
                raise ValueError(f"{strange[0]}: got one, must not be there where kind = 'quiz'")
            return self
        lacking = [name for name in ("runtime", "exports", "policy") if name not in self.model_fields_set]
        if lacking:
            raise ValueError("; ".join(f"{name}: is missing" for name in lacking))
        if not self.exports:
            raise ValueError("exports: got (), must name at least one thing to write")
        return self

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        names = [parse_export(text).name for text in self.exports]
        twice = [name for index, name in enumerate(names) if name in names[:index]]
        if twice:
            raise ValueError(f"exports names {twice[0]!r} twice; each name must be exported once")
        alien = [name for name in self.builds_on if name not in self.requires]
        if alien:
            raise ValueError(f"builds_on names {alien[0]!r}, which is not in requires; a student must have been told to do it")
        strange = sorted(set(self.limits.calls) - set(names))
        if strange:
            raise ValueError(f"limits.calls names {strange[0]!r}, which is not exported; it can name {', '.join(names)}")
        if self.policy is not None and self.policy.by_hand and self.runtime != "numpy":
            raise ValueError(f"policy.by_hand = true needs runtime = 'numpy', got {self.runtime!r}: a torch worker has torch")
        return self


@dataclass(frozen=True, slots=True)
class Exercise:
    """One sound exercise: what exercise.toml says, and where its files are.

    solution_folder: None where the solutions are not on this machine, as on a student's.
    """

    file: ExerciseFile
    exports: tuple[Export, ...]
    folder: Path
    solution_folder: Path | None

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def title(self) -> Text:
        return self.file.title.text

    @property
    def summary(self) -> Text:
        return self.file.summary.text

    @property
    def runtime(self) -> Runtime | None:
        """None for a quiz, for which nothing is run."""
        return self.file.runtime

    @property
    def kind(self) -> ExerciseKind:
        return self.file.kind

    @property
    def is_quiz(self) -> bool:
        return self.file.kind == "quiz"

    @property
    def points(self) -> int:
        return self.file.points

    @property
    def requires(self) -> tuple[str, ...]:
        return self.file.requires

    @property
    def builds_on(self) -> tuple[str, ...]:
        return self.file.builds_on

    @property
    def default_variant(self) -> Variant:
        """The parameters outside exams."""
        return tuple((name, each.default) for name, each in sorted(self.file.parameters.items()))

    def programs(self) -> dict[str, Path]:
        """The author's own programs, whose answers tell a misconception: the solution as "", and each misconception by its id."""
        return {"": self.solution} | {each.id: each.path for each in self.misconceptions()}

    @property
    def policy(self) -> Policy:
        assert self.file.policy is not None, "a quiz has no policy"
        return self.file.policy

    @property
    def data(self) -> tuple[Literal["mnist", "fashion"], ...]:
        return self.file.data

    @property
    def limits(self) -> Limits:
        return self.file.limits

    @property
    def feedback(self) -> FeedbackLevel:
        return self.file.feedback.level

    @property
    def file_name(self) -> str:
        """The one file that the exercise asks for."""
        return f"{self.name}.toml" if self.is_quiz else f"{self.name}.py"

    @property
    def stub(self) -> Path:
        return self.folder / self.file_name

    @property
    def public_tests(self) -> Path:
        return self.folder / "test_public.py"

    def readme(self, lang: Lang) -> Path:
        return self.folder / ("README.ko.md" if lang == "ko" else "README.md")

    @property
    def has_solution(self) -> bool:
        return self.solution_folder is not None

    @property
    def suite(self) -> Path:
        """The hidden tests, or a quiz's questions. This and the paths below raise UsageError where the solutions are elsewhere."""
        return self._solution("questions.toml" if self.is_quiz else "test_hidden.py")

    @property
    def draw(self) -> Path:
        """What draws a quiz's figures; there need be none."""
        return self._solution("draw.py")

    @property
    def reference(self) -> Path:
        return self._solution("reference.py")

    @property
    def solution(self) -> Path:
        return self._solution("solution.py")

    def misconceptions(self) -> tuple[Misconception, ...]:
        """The known misconceptions, by id; only their comment blocks are read. Raises CourseError, and UsageError as suite does."""
        folder = self._solution("misconceptions")
        return tuple(read_misconception(path) for path in sorted(folder.glob("*.py")))

    def _solution(self, name: str) -> Path:
        if self.solution_folder is None:
            raise UsageError(
                Text(
                    en=f"the {'questions' if self.is_quiz else 'hidden tests'} of {self.name!r} are not on this machine: "
                    "run this where the course's solutions/ folder is, and name that course with --course DIR",
                    ko=f"{self.name!r} 과제의 {'문제' if self.is_quiz else '비공개 테스트'} 파일이 이 컴퓨터에 없습니다. "
                    "강의의 solutions/ 폴더가 있는 곳에서 실행하고 --course DIR로 그 강의를 지정하십시오",
                )
            )
        return self.solution_folder / name


@dataclass(frozen=True, slots=True)
class Course:
    """A course: its sound exercises in order, and what is wrong with the broken ones.

    unlisted: folders in exercises/ that course.toml does not name, so that they are no part of the course. also: the folder whose
    exercises were added to the course's own.
    """

    root: Path
    file: CourseFile
    exercises: tuple[Exercise, ...]
    broken: Mapping[str, CourseError]
    unlisted: tuple[str, ...]
    has_solutions: bool
    also: Path | None = None

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def title(self) -> Text:
        return self.file.title.text

    @property
    def units(self) -> tuple[Unit, ...]:
        return self.file.units

    @property
    def names(self) -> tuple[str, ...]:
        """All exercises in the course's order, broken ones too."""
        return self.file.names

    def require_solutions(self, names: Iterable[str]) -> None:
        """Raises UsageError where the hidden tests of one of the exercises are not on this machine, and as exercise() does."""
        for name in names:
            _ = self.exercise(name).suite

    def in_unit(self, number: int) -> tuple[Exercise, ...]:
        """The sound exercises of a unit, in order. Raises UsageError where there is no such unit."""
        for unit in self.units:
            if unit.id == number:
                return tuple(each for each in self.exercises if each.name in unit.exercises)
        known = ", ".join(str(unit.id) for unit in self.units)
        raise UsageError(
            Text(
                en=f"there is no unit {number}: known are {known} ('gradekit list')",
                ko=f"{number}단원은 없습니다. 있는 단원: {known} ('gradekit list')",
            )
        )

    def built_on_by(self, exercise: Exercise) -> tuple[Exercise, ...]:
        """The exercises whose work its suite may use; what the course leaves out is not among them."""
        return tuple(each for each in self.exercises if each.name in exercise.builds_on)

    def worth(self, exercise: Exercise) -> int:
        """What full marks in it add to a student's total."""
        return self.file.points.get(exercise.name, exercise.points)

    def exercise(self, name: str) -> Exercise:
        """The exercise of that name. Raises UnknownExercise, and a broken exercise's CourseError."""
        for exercise in self.exercises:
            if exercise.name == name:
                return exercise
        if name in self.broken:
            raise self.broken[name]
        raise UnknownExercise(name, self.names)
