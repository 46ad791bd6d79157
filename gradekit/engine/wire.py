"""What travels between a grading and the machines of a cluster: plain data, as msgpack, and the course as one archive.

Nothing here is pickled, and nothing is a path that the other side could open: files travel by their content, named by its hash.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final

import msgpack

from gradekit.course.models import Course
from gradekit.errors import CourseError
from gradekit.intake import Kind, Missing, Refused, Source, Submission
from gradekit.intake.notebook import Cell
from gradekit.results import TestOutcome, Verdict
from gradekit.text import Text

__all__ = [
    "ALSO_FOLDER",
    "COURSE_FOLDER",
    "course_archive",
    "digest_of",
    "outcome_from",
    "pack",
    "plain_outcome",
    "plain_submission",
    "read_frame",
    "submission_from",
    "unpack",
    "unpack_files",
    "write_frame",
]

# Where the two folders of a course are in its archive.
COURSE_FOLDER: Final = "course"
ALSO_FOLDER: Final = "also"
_HEADER_BYTES: Final = 16  # the number of the question, and the bytes that follow


def pack(content: Any) -> bytes:
    """content, plain data, as bytes."""
    packed: bytes = msgpack.packb(content)
    return packed


def unpack(content: bytes) -> Any:
    """What pack() was given, with tuples for lists."""
    return msgpack.unpackb(content, use_list=False, strict_map_key=False)


def digest_of(content: bytes) -> str:
    """The name that content goes by."""
    return hashlib.sha256(content).hexdigest()


def write_frame(file: BinaryIO, number: int, content: bytes) -> None:
    """Raises OSError where nobody reads."""
    file.write(number.to_bytes(8, "big") + len(content).to_bytes(8, "big") + content)
    file.flush()


def read_frame(file: BinaryIO) -> tuple[int, bytes]:
    """Raises EOFError where the other side has gone."""
    header = file.read(_HEADER_BYTES)
    size = int.from_bytes(header[8:], "big")
    content = file.read(size) if len(header) == _HEADER_BYTES else b""
    if len(header) < _HEADER_BYTES or len(content) < size:
        raise EOFError("the other side has gone")
    return int.from_bytes(header[:8], "big"), content


def course_archive(course: Course, names: Iterable[str]) -> bytes:
    """What grading the exercises takes of a course, byte for byte the same for the same files: course.toml, their folders, those of what
    they build on, and all of the folder of exercises that was added. Raises CourseError where a file cannot be read.
    """
    wanted: dict[str, None] = {}
    for name in names:
        exercise = course.exercise(name)
        wanted |= dict.fromkeys([name, *(each.name for each in course.built_on_by(exercise))])
    roots = [(course.root / "course.toml", f"{COURSE_FOLDER}/course.toml")]
    roots += [(course.root / kind / name, f"{COURSE_FOLDER}/{kind}/{name}") for name in wanted for kind in ("exercises", "solutions")]
    if course.also is not None:
        roots += [(course.also / kind, f"{ALSO_FOLDER}/{kind}") for kind in ("exercises", "solutions")]
    files = sorted((name, path) for root, place in roots for name, path in _files_in(root, place))
    try:
        content = [(name, path.read_bytes()) for name, path in files]
    except OSError as fault:
        raise CourseError(f"{fault.filename}: cannot be read ({fault.strerror or fault}), and the cluster needs it") from fault
    return zlib.compress(pack(content))


def unpack_files(archive: bytes, folder: Path) -> None:
    """Write what course_archive() packed below folder. Raises ValueError where it is none, and OSError."""
    try:
        content = unpack(zlib.decompress(archive))
    except zlib.error as fault:
        raise ValueError("is no archive of a course") from fault
    for name, data in content:
        parts = PurePosixPath(name).parts
        if not parts or parts[0] not in (COURSE_FOLDER, ALSO_FOLDER) or ".." in parts:
            raise ValueError(f"holds {name!r}, which no archive of a course does")
        path = folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _files_in(root: Path, place: str) -> Iterable[tuple[str, Path]]:
    """The files in a folder, or the file, with their names in the archive."""
    if root.is_file():
        yield place, root
    for folder, folders, names in os.walk(root):
        folders[:] = [each for each in folders if each != "__pycache__"]
        below = PurePosixPath(place, *Path(folder).relative_to(root).parts)
        yield from ((str(below / name), Path(folder, name)) for name in names if Path(folder, name).is_file())


def plain_submission(submission: Submission) -> dict[str, Any]:
    """A submission with its content, as plain data."""
    content = submission.content
    assert content is not None, "its file is not where this travels to"
    return {
        "student": submission.student,
        "exercise": submission.exercise,
        "path": os.fsencode(submission.path),
        "kind": submission.kind.value,
        "file": submission.file,
        "earlier": [plain_submission(each) for each in submission.earlier],
        "drawn_for": submission.drawn_for,
        "variant": submission.variant,
        "content": _plain_content(content),
    }


def submission_from(plain: dict[str, Any]) -> Submission:
    """The reverse of plain_submission()."""
    return Submission(
        plain["student"],
        plain["exercise"],
        Path(os.fsdecode(plain["path"])),
        Kind(plain["kind"]),
        plain["file"],
        tuple(submission_from(each) for each in plain["earlier"]),
        plain["drawn_for"],
        plain["variant"],
        _content_from(plain["content"]),
    )


def _plain_content(content: Source | Refused | Missing) -> tuple[Any, ...]:
    if isinstance(content, Source):
        return ("source", content.name, content.text, [(each.number, each.first, each.last) for each in content.cells])
    return ("refused" if isinstance(content, Refused) else "missing", content.message.en, content.message.ko)


def _content_from(plain: tuple[Any, ...]) -> Source | Refused | Missing:
    kind, *rest = plain
    if kind == "source":
        name, text, cells = rest
        return Source(name, text, tuple(Cell(*each) for each in cells))
    return (Refused if kind == "refused" else Missing)(Text(*rest))


def plain_outcome(outcome: TestOutcome) -> tuple[Any, ...]:
    """A test's outcome as plain data."""
    return (outcome.name, outcome.points, outcome.max_points, outcome.outcome.value, outcome.message, outcome.hint)


def outcome_from(plain: tuple[Any, ...]) -> TestOutcome:
    """The reverse of plain_outcome()."""
    name, points, most, verdict, message, hint = plain
    return TestOutcome(name, points, most, Verdict(verdict), message, hint)
