"""A student's paper: the parts drawn for that student with their handouts, as one file that can be made again at any time.

paper.json says what the paper is; below parts/ stand the handouts, README.md and answers.toml once for each language. The paper's id
is a hash of everything a student works from and signs with, and not of the times, so that an extension makes no new paper of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gradekit.course.handout import handout_files
from gradekit.course.models import ANSWERS_FILE, Exercise, ExerciseFile
from gradekit.course.parameters import rendered
from gradekit.course.stub import parse_export
from gradekit.errors import UsageError
from gradekit.exam.archive import as_json, packed, unpacked
from gradekit.exam.clock import Window, window
from gradekit.exam.draw import DrawnPart, drawn_parts, student_key
from gradekit.exam.models import Attempts, Exam, ExamName, Late, Moment, Zoned
from gradekit.exam.roster import Student
from gradekit.printable import printable
from gradekit.quiz.handout import readme_of
from gradekit.quiz.paper import Quiz
from gradekit.quiz.sheet import blank_sheet
from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["MANIFEST", "Manifest", "Paper", "PaperPart", "Quizzes", "make_paper", "open_paper", "read_manifest"]

MANIFEST: Final = "paper.json"
WRITTEN_FILE: Final = "answer.md"
_SCHEMA: Final = "gradekit.paper/1"
_EXERCISE: Final = "exercise.json"


class _Data(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Words(_Data):
    en: str
    ko: str

    @property
    def text(self) -> Text:
        """Made printable: a paper's id proves that nothing was changed by chance, and not who wrote it."""
        return Text(printable(self.en, "\n"), printable(self.ko, "\n"))


class PaperPart(_Data):
    """file: the one a student writes. files: every file of the handout, path below parts/NAME → SHA-256."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")
    kind: str
    title: _Words
    points: float
    file: str = Field(pattern=r"^[a-z][a-z0-9_]{0,63}\.(py|toml|md)$")
    files: Mapping[str, str]


class Manifest(_Data):
    """paper.json. key: what signs the work, in hexadecimal digits."""

    schema_: str = Field(alias="schema")
    id: str
    course: str
    exam: ExamName  # the name of the folder that it is opened into
    title: _Words
    student: str
    name: str
    languages: tuple[Lang, ...]
    opens: Moment
    closes: Zoned
    duration_seconds: Annotated[float, Field(gt=0, le=1_000_000_000)] | None
    late: Late
    attempts: Attempts
    public_tests: bool
    packages: tuple[str, ...]
    honour: _Words | None
    parts: tuple[PaperPart, ...]
    key: str = Field(pattern=r"^[0-9a-f]{64}$", repr=False)

    @property
    def window(self) -> Window:
        return Window(self.opens, self.closes, None if self.duration_seconds is None else timedelta(seconds=self.duration_seconds))

    @property
    def signing_key(self) -> bytes:
        return bytes.fromhex(self.key)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its files: path below parts/ → content."""

    manifest: Manifest
    files: Mapping[str, bytes]

    def handout(self, part: PaperPart, lang: Lang) -> dict[str, bytes]:
        """The part's files as a student sees them in lang: path below the part's folder → content."""
        seen: dict[str, bytes] = {}
        for name in part.files:
            first, _, rest = name.partition("/")
            if name != _EXERCISE and first in (lang, *(() if first in LANGUAGES else (first,))):
                seen[rest if first == lang else name] = self.files[f"{part.name}/{name}"]
        return seen

    def exercise(self, part: PaperPart) -> Exercise:
        """The part as an exercise of which only what a check needs is here. Raises UsageError where the paper does not say."""
        try:
            file = ExerciseFile.model_validate_json(self.files[f"{part.name}/{_EXERCISE}"])
            exports = tuple(parse_export(text) for text in file.exports)
        except (KeyError, ValueError) as fault:
            raise UsageError(f"{part.name}: the paper is of another gradekit; ask for the paper again") from fault
        return Exercise(file, exports, Path(part.name), None)

    def packed(self) -> bytes:
        """The paper as one file, the same for the same paper."""
        head = json.dumps(self.manifest.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=1, sort_keys=True)
        return packed({MANIFEST: head.encode()} | {f"parts/{name}": content for name, content in self.files.items()})


class Quizzes:
    """The exam's quizzes, each read and imported once for all papers."""

    def __init__(self, exam: Exam, key: bytes) -> None:
        self._exam = exam
        self._key = key
        self._known: dict[str, Quiz] = {}

    def quiz(self, exercise: Exercise) -> Quiz:
        """Raises CourseError, and UsageError where the solutions are elsewhere."""
        if exercise.name not in self._known:
            self._known[exercise.name] = Quiz(exercise, self._exam.course.name, self._key)
        return self._known[exercise.name]


def make_paper(exam: Exam, key: bytes, student: Student, quizzes: Quizzes) -> Paper:
    """The student's paper. key: the exam's. Raises CourseError where a handout is incomplete or a question cannot be drawn."""
    file = exam.file
    files: dict[str, bytes] = {}
    parts = []
    for part in drawn_parts(exam, key, student.id):
        own = {f"{part.name}/{name}": content for name, content in _part_files(exam, part, student.id, quizzes)}
        files |= own
        exercise = part.exercise
        answer = ANSWERS_FILE if exercise.is_quiz else exercise.file_name
        parts.append(_part(part.name, exercise.kind, exercise.title, part.points, answer, own))
    for written in file.written:
        own = {}
        for lang in file.languages:
            own[f"{written.name}/{lang}/README.md"] = f"# {written.title.text.to(lang)}\n\n{written.prompt.text.to(lang)}\n".encode()
            own[f"{written.name}/{lang}/{WRITTEN_FILE}"] = b""
        files |= own
        parts.append(_part(written.name, "written", written.title.text, written.points, WRITTEN_FILE, own))
    when = window(file, exam.accommodation(student.id))
    manifest = {
        "schema": _SCHEMA,
        "id": "",
        "course": exam.course.name,
        "exam": exam.name,
        "title": _both(exam.title),
        "student": student.id,
        "name": student.name,
        "languages": file.languages,
        "opens": when.opens,
        "closes": when.closes,
        "duration_seconds": None if when.duration is None else when.duration.total_seconds(),
        "late": file.late,
        "attempts": file.attempts,
        "public_tests": file.public_tests,
        "packages": file.packages,
        "honour": None if exam.honour is None else _both(exam.honour),
        "parts": parts,
        "key": student_key(key, student.id).hex(),
    }
    manifest["id"] = _identity(manifest)
    return Paper(Manifest.model_validate(manifest), files)


def open_paper(content: bytes, what: str) -> Paper:
    """The paper in an unsealed file. Raises UsageError where it is none, or is not as it was handed out."""
    files = unpacked(content, what)
    if MANIFEST not in files:
        raise UsageError(f"{what}: is no paper; give the file that you were given")
    manifest = read_manifest(files.pop(MANIFEST), what)
    below = {name.removeprefix("parts/"): content for name, content in files.items() if name.startswith("parts/")}
    declared = {f"{part.name}/{name}": digest for part in manifest.parts for name, digest in part.files.items()}
    changed = sorted(name for name in declared.keys() | below.keys() if _digest(below.get(name)) != declared.get(name))
    if changed:
        raise UsageError(f"{what}: {printable(changed[0])} is not as it was handed out; ask for the paper again")
    return Paper(manifest, below)


def read_manifest(content: bytes, what: str) -> Manifest:
    """Raises UsageError where it is no paper's, or of a paper that was edited."""
    data = as_json(content, f"{what}: {MANIFEST}")
    if data.get("schema") != _SCHEMA:
        raise UsageError(f"{what}: is no paper of gradekit's ({_SCHEMA}), or of another gradekit's; ask for the paper again")
    try:
        manifest = Manifest.model_validate(data)
    except ValidationError as fault:
        place = ".".join(str(each) for each in fault.errors(include_url=False)[0]["loc"])
        raise UsageError(f"{what}: {MANIFEST}: {printable(place)} is not as it was handed out; ask for the paper again") from fault
    if _identity(data) != manifest.id:
        raise UsageError(f"{what}: {MANIFEST} was changed; ask for the paper again")
    return manifest


def _identity(manifest: Mapping[str, Any]) -> str:
    """A hash of what a student works from and signs with; the times, and what is only shown, are not in it."""
    parts = [
        {"name": part["name"], "points": part["points"], "files": dict(part["files"])}
        for part in manifest["parts"]
        if isinstance(part, Mapping)
    ]
    names = ("course", "exam", "student", "packages", "public_tests", "key")  # the key: so that another secret shows as a change
    whole = {name: manifest.get(name) for name in names} | {"parts": parts}
    return hashlib.sha256(json.dumps(whole, sort_keys=True, default=list).encode()).hexdigest()


def _part_files(exam: Exam, part: DrawnPart, student: str, quizzes: Quizzes) -> Iterable[tuple[str, bytes]]:
    exercise = part.exercise
    languages = exam.file.languages
    # What 'gradekit check' needs of it; the parameters' other values are nobody's business.
    known = exercise.file.model_dump(mode="json", exclude={"parameters"}, exclude_unset=True)
    yield _EXERCISE, rendered(json.dumps(known, ensure_ascii=False, sort_keys=True), part.variant).encode()
    if exercise.is_quiz:
        quiz = quizzes.quiz(exercise)
        drawn = quiz.paper(student)
        for lang in languages:
            yield f"{lang}/README.md", readme_of(quiz, drawn, lang).encode()
            yield f"{lang}/{ANSWERS_FILE}", blank_sheet(drawn, lang).encode()
        return
    common: dict[str, bytes] = {}
    for lang in languages:
        files = handout_files(exercise, lang, part.variant)
        yield f"{lang}/README.md", files.pop("README.md")
        common |= files
    if not exam.file.public_tests:
        del common["test_public.py"]
    yield from common.items()


def _part(name: str, kind: str, title: Text, points: int, answer: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "name": name,
        "kind": kind,
        "title": _both(title),
        "points": float(points),
        "file": answer,
        "files": {path.partition("/")[2]: _digest(content) for path, content in sorted(files.items())},
    }


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _both(text: Text) -> dict[str, str]:
    return {lang: text.to(lang) for lang in LANGUAGES}
