"""A submission, what reading it gives, and the words for a student whose work cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gradekit.course.parameters import Variant
from gradekit.intake.notebook import NOTEBOOK_SUFFIX, Cell
from gradekit.text import Text

__all__ = ["Kind", "Missing", "Refused", "Source", "Submission", "missing", "not_regular", "too_large", "unreadable"]


class Kind(StrEnum):
    """What stood by a submission's name when it was looked for."""

    FILE = "file"
    MISSING = "missing"
    LINK = "link"
    FOLDER = "folder"
    SPECIAL = "special"  # a pipe, a socket or a device
    PROGRAM = "program"  # by a quiz's name, whose answers are no program
    UNREADABLE = "unreadable"  # the student's folder could not be listed


@dataclass(frozen=True, slots=True)
class Submission:
    """Where one student's work on one exercise is, or would be. Its content is read by read().

    student: any text that can be encoded in UTF-8; hostile wherever it is shown. path: may hold surrogate escapes, as
    os.fsdecode makes them; never show it without printable(). file: where it is below the student's folder, as messages name it, where
    that is not EXERCISE.py: a quiz's "NAME.toml" or "NAME/answers.toml". earlier: the student's own work on what the exercise builds on,
    wherever it is or would be. drawn_for: whose paper it answers, where that is not the student's of that name; variant: the parameters
    that the exercise was handed out with, where they are not the default ones. content: what reading it gave, where it travels by value
    and path is only where it came from.
    """

    student: str
    exercise: str
    path: Path
    kind: Kind = Kind.FILE
    file: str = ""
    earlier: tuple[Submission, ...] = ()
    drawn_for: str = ""
    variant: Variant = ()
    content: Source | Refused | Missing | None = None

    @property
    def owner(self) -> str:
        """Whose paper it answers."""
        return self.drawn_for or self.student

    @property
    def shown(self) -> str:
        """The file's name in messages."""
        return self.file or f"{self.exercise}.py"

    @property
    def is_notebook(self) -> bool:
        """Whether it is a notebook, whose code cells are the work."""
        return self.path.suffix == NOTEBOOK_SUFFIX

    @property
    def levels(self) -> int:
        """How many folders there are from the file up to the student's own; none of them may be a link."""
        return 1 + self.file.count("/")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a submission, with the name it goes by, such as "softmax.py".

    Whoever runs it must compile this text and not the bytes it came from: a coding line would give the bytes another meaning than
    the one the policy was checked on. cells: of a notebook, where its cells are in the text.
    """

    name: str
    text: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """There is something, but it is not judged."""

    message: Text


@dataclass(frozen=True, slots=True)
class Missing:
    """There is nothing."""

    message: Text


def missing(name: str) -> Missing:
    """Nothing was handed in."""
    return Missing(Text(en=f"{name} was not handed in", ko=f"{name} 파일이 제출되지 않았습니다."))


def no_answers(name: str, file: str) -> Refused:
    """A program by the name of a quiz."""
    return Refused(
        Text(en=f"{name} is no answers to a quiz; hand in {file}", ko=f"{name}: 퀴즈의 답안 파일이 아닙니다. {file} 파일을 제출하십시오.")
    )


def not_regular(name: str, kind: Kind) -> Refused:
    """Something else than a file stands there."""
    words = {
        Kind.LINK: Text(en="a link", ko="링크"),
        Kind.FOLDER: Text(en="a folder", ko="폴더"),
    }.get(kind, Text(en="a pipe, a socket or a device", ko="파이프, 소켓 또는 장치"))
    return Refused(
        Text(
            en=f"{name} is {words.en}, not a regular file; hand in the file itself",
            ko=f"{name}: 일반 파일이 아닙니다({words.ko}). 파일 자체를 제출하십시오.",
        )
    )


def too_large(name: str, size_bytes: int, limit_bytes: int) -> Refused:
    """The file is larger than any work is."""
    return Refused(
        Text(
            en=f"{name} is larger than {limit_bytes:,} bytes ({size_bytes:,} or more); hand in program text without data",
            ko=f"{name}: 파일이 {limit_bytes:,}바이트보다 큽니다({size_bytes:,}바이트 이상). "
            "제출물은 프로그램 코드여야 하므로 데이터를 빼고 제출하십시오.",
        )
    )


def unreadable(name: str, reason_en: str, reason_ko: str) -> Refused:
    """The file cannot be read."""
    return Refused(
        Text(
            en=f"{name} cannot be read ({reason_en}); give the grader the right to read it",
            ko=f"{name}: 파일을 읽을 수 없습니다({reason_ko}). 채점자가 읽을 수 있도록 권한을 확인하십시오.",
        )
    )
