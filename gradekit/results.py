"""What grading found: Verdict, TestOutcome, Diagnosis, Result and a whole Gradebook, frozen, with versioned JSON both ways.

A result holds plain data only, so reports need nothing but this file. Every string in it may come from a submission
and is hostile wherever it is shown; whoever shows it must escape it for the place.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, Final

from gradekit.errors import UNREADABLE, ResultsError, in_the_way
from gradekit.json_reader import no_constant
from gradekit.locks import is_abandoned, locked
from gradekit.text import LANGUAGES, Lang, Text

__all__ = [
    "MESSAGE_BYTES",
    "OUTPUT_BYTES",
    "SCHEMA",
    "Diagnosis",
    "Result",
    "ResultSet",
    "Status",
    "TestOutcome",
    "Verdict",
    "atomic_file",
    "clear_half_written",
    "clip",
    "read_results",
    "write_atomically",
    "write_results",
]

SCHEMA: Final = "gradekit.results/1"
OUTPUT_BYTES: Final = 64 * 1024
MESSAGE_BYTES: Final = 4 * 1024
_HALF_WRITTEN: Final = ".gradekit-half-"  # how a file is called until it is whole; nothing else of ours may be called so
_GIVE: Final = Text("give the results.json of a 'gradekit grade'", "'gradekit grade'가 만든 results.json을 지정하십시오")
_POINT_DIGITS: Final = 4  # a score is shown to a tenth; four digits keep sums of thirds exact to the eye


class Verdict(StrEnum):
    """How one test ended."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"  # the submission raised
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    REFUSED = "refused"  # the exercise's policy
    SKIPPED = "skipped"  # a test it depends on failed
    GRADER_ERROR = "grader_error"


class Status(StrEnum):
    """How the judging of one submission ended."""

    GRADED = "graded"
    REFUSED = "refused"
    MISSING = "missing"
    GRADER_ERROR = "grader_error"


@dataclass(frozen=True, slots=True)
class TestOutcome:
    """One test of the suite: what it was worth, what was earned, and why."""

    __test__ = False  # the name begins with "Test", but pytest has nothing to collect here

    name: str
    points: float
    max_points: float
    outcome: Verdict
    message: str = ""
    hint: str = ""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.points) and math.isfinite(self.max_points) and 0 <= self.points <= self.max_points):
            raise ValueError(f"test {self.name!r}: {self.points} of {self.max_points} points is not a score")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A misconception whose wrong answers are the submission's own."""

    misconception: str
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """One submission, judged.

    evidence: what reports draw (decision lines, curves, pictures), a list of plain dicts with a "kind".
    """

    student: str
    exercise: str
    status: Status
    tests: tuple[TestOutcome, ...]
    seconds: float = 0.0
    diagnosis: tuple[Diagnosis, ...] = ()
    output: str = ""
    fingerprint: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Mapping[str, Any], ...] = ()

    @property
    def score(self) -> float:
        return round(math.fsum(test.points for test in self.tests), _POINT_DIGITS)

    @property
    def max_score(self) -> float:
        return round(math.fsum(test.max_points for test in self.tests), _POINT_DIGITS)

    def to_json(self) -> dict[str, Any]:
        """The row of results.json."""
        return {
            "student": self.student,
            "exercise": self.exercise,
            "score": self.score,
            "max_score": self.max_score,
            "status": self.status.value,
            "seconds": round(self.seconds, 3),
            "tests": [asdict(test) | {"outcome": test.outcome.value} for test in self.tests],
            "diagnosis": [asdict(each) for each in self.diagnosis],
            "output": self.output,
            "fingerprint": dict(self.fingerprint),
            "evidence": [dict(each) for each in self.evidence],
        }

    @classmethod
    def from_json(cls, row: Any) -> Result:
        """The reverse of to_json; raises ResultsError on anything that is not such a row."""
        if not isinstance(row, Mapping):
            raise ResultsError("a row must be an object")
        try:
            return cls(
                student=_text(row["student"]),
                exercise=_text(row["exercise"]),
                status=Status(row["status"]),
                seconds=_finite(row["seconds"]),
                tests=tuple(
                    TestOutcome(
                        name=_text(test["name"]),
                        points=_finite(test["points"]),
                        max_points=_finite(test["max_points"]),
                        outcome=Verdict(test["outcome"]),
                        message=_text(test["message"]),
                        hint=_text(test["hint"]),
                    )
                    for test in row["tests"]
                ),
                diagnosis=tuple(Diagnosis(_text(each["misconception"]), _text(each["message"])) for each in row["diagnosis"]),
                output=_text(row["output"]),
                fingerprint={_text(key): _text(value) for key, value in row["fingerprint"].items()},
                evidence=tuple(dict(each) for each in row.get("evidence", ())),
            )
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as fault:
            raise ResultsError(f"a row of the results is malformed ({type(fault).__name__}: {fault})") from fault


@dataclass(frozen=True, slots=True)
class ResultSet:
    """All results of one grading, as results.json holds them.

    results: in memory, or read from the file one by one (results_file). titles: exercise name → its title in each language, in the
    course's order. title: the course's own. worth: exercise name → the points that full marks in it add to a student's total, where the
    course says so; else those of its tests.
    """

    course: str
    results: Sequence[Result]
    lang: Lang = "en"
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    title: Mapping[str, str] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """What the course is called in the results' language."""
        return self.title.get(self.lang) or self.course

    def to_json(self) -> dict[str, Any]:
        return self.head() | {"results": [result.to_json() for result in self.results]}

    def head(self) -> dict[str, Any]:
        """All of to_json but the results."""
        return {
            "schema": SCHEMA,
            "course": self.course,
            "title": dict(self.title),
            "lang": self.lang,
            "exercises": {name: dict(title) for name, title in self.titles.items()},
            "points": dict(self.worth),
        }

    @classmethod
    def from_json(cls, data: Any) -> ResultSet:
        """The reverse of to_json; raises ResultsError on anything else, an unknown schema included."""
        schema = data.get("schema") if isinstance(data, dict) else None
        if schema != SCHEMA:
            raise ResultsError(f"schema {schema!r} is not {SCHEMA!r}; grade again with this gradekit, or use the one that wrote it")
        rows = data.get("results")
        if not isinstance(rows, list):
            raise ResultsError("'results' must be a list of rows")
        lang = data.get("lang", "en")
        titles, title = data.get("exercises", {}), data.get("title", {})
        if not isinstance(titles, dict) or not all(isinstance(title, dict) for title in titles.values()):
            raise ResultsError("'exercises' must hold a title for each exercise")
        return cls(
            course=str(data.get("course", "")),
            results=tuple(_rows(rows)),
            lang=lang if lang in LANGUAGES else "en",
            titles={str(name): _words(each) for name, each in titles.items()},
            title=_words(title) if isinstance(title, dict) else {},
            worth=_worth(data.get("points", {})),
        )


def clip(text: str, limit_bytes: int, note: str = "…") -> str:
    """text, cut at a character so that its UTF-8 form is at most limit_bytes long; a cut is marked by note."""
    raw = text.encode("utf-8", "replace")
    if len(raw) <= limit_bytes:
        return raw.decode("utf-8")
    tail = note.encode()
    if len(tail) > limit_bytes:
        note, tail = "", b""
    return raw[: limit_bytes - len(tail)].decode("utf-8", "ignore") + note


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write content to path, whole or not at all."""
    with atomic_file(path) as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes path's place at the end of the block, so that a reader or a full disk never meets half of it.

    After an exception, OSError of a full disk included, what stood at path is still there.
    """
    # Not named after path: its name may be as long as a file system allows.
    handle, temporary = tempfile.mkstemp(prefix=_HALF_WRITTEN, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            locked(file.fileno())  # so that nobody takes it for one whose process was killed
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def clear_half_written(folder: Path) -> None:
    """Remove what atomic_file left in folder where its process was killed; what another process is writing stays."""
    for path in folder.glob(f"{_HALF_WRITTEN}*"):
        if not path.is_file():
            continue  # none of ours
        with contextlib.suppress(OSError):
            if is_abandoned(path):
                path.unlink()


def _umask() -> int:
    """The user's mask for new files, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def write_results(path: Path, results: ResultSet) -> None:
    """Write results.json. Raises OSError (a full disk, no rights); what stood there before is then still there."""
    write_atomically(path, json.dumps(results.to_json(), ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def read_results(path: Path) -> ResultSet:
    """Read results.json. Raises ResultsError where it is absent, no JSON, another schema, or malformed."""
    try:
        data = json.loads(path.read_text("utf-8"), parse_constant=no_constant)
    except OSError as fault:
        raise ResultsError(in_the_way(path, UNREADABLE, fault, _GIVE)) from fault
    except (ValueError, RecursionError) as fault:
        raise ResultsError(Text(f"{path}: no JSON ({fault}); {_GIVE.en}", f"{path}: JSON이 아닙니다({fault}). {_GIVE.ko}")) from fault
    try:
        return ResultSet.from_json(data)
    except ResultsError as fault:
        korean = f"이 gradekit의 results.json이 아닙니다({fault}). 다시 채점하거나 그 파일을 만든 gradekit을 쓰십시오"
        raise ResultsError(Text(f"{path}: {fault}", f"{path}: {korean}")) from fault


def _worth(points: Any) -> dict[str, float]:
    try:
        worth = {str(name): float(value) for name, value in points.items()}
    except (AttributeError, TypeError, ValueError):
        worth = {"": math.nan}
    if not all(math.isfinite(value) and value >= 0 for value in worth.values()):
        raise ResultsError("'points' must hold a number of at least 0 for each exercise")
    return worth


def _words(title: Mapping[Any, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in title.items()}


def _rows(rows: Iterable[Any]) -> Iterator[Result]:
    for number, row in enumerate(rows):
        try:
            yield Result.from_json(row)
        except ResultsError as fault:
            raise ResultsError(f"results[{number}]: {fault}") from fault


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} should be a string")
    return value


def _finite(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError(f"{value!r} should be a finite number")
    return float(value)
