"""Which exercise a file is for, by its name: softmax.py, and what browsers, systems and platforms make of that."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from gradekit.course.models import ANSWERS_FILE, Course
from gradekit.intake.notebook import NOTEBOOK_SUFFIX

__all__ = ["Named", "could_be", "recognise", "suffix_of"]

_CHARACTERS: Final = 200
# What Windows adds where it hides the real ending.
_HIDDEN: Final = re.compile(r"(?i)(\.py|\.ipynb|\.toml)\.(txt|json)$")
# softmax-1, softmax_1, softmax(2), softmax (2), softmax - Copy, softmax copy 2, softmax - 복사본, softmax의 사본
_COPY: Final = re.compile(
    r"[\s_-]*\((?P<a>\d{1,6})\)$|[\s_-](?P<b>\d{1,6})$|[\s_-]+(?:copy|복사본)(?:[\s_-]*(?P<c>\d{1,6}))?$|의[\s_]?사본$", re.IGNORECASE
)
_COPY_OF: Final = re.compile(r"^copy[\s_]of[\s_]", re.IGNORECASE)
# What is handed out beside the work, or makes a folder a package.
_NO_WORK: Final = re.compile(r"(test_.*|.*_test|conftest|setup|__init__)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name that is recognised. copy: the number that was put behind it, 0 for none. exact: whether it is just as it should be."""

    exercise: str
    copy: int
    exact: bool


def suffix_of(file: str) -> str:
    """.py, .ipynb or .toml; "" for any other file, and for a hidden one."""
    parts = PurePosixPath(_HIDDEN.sub(r"\1", file)).parts
    if not parts or any(part.startswith((".", "__MACOSX")) for part in parts):
        return ""
    suffix = PurePosixPath(parts[-1]).suffix.lower()
    return suffix if suffix in (".py", NOTEBOOK_SUFFIX, ".toml") else ""


def recognise(file: str, course: Course) -> Named | None:
    """The exercise that the file is named for, whatever case, separators and numbers its name has picked up.

    A quiz's answers.toml goes by the folder it is in.
    """
    suffix = suffix_of(file)
    path = PurePosixPath(_HIDDEN.sub(r"\1", file))
    if not suffix or len(path.name) > _CHARACTERS:
        return None
    known = {each.name: each for each in course.exercises if each.is_quiz == (suffix == ".toml")}
    if path.name.lower() == ANSWERS_FILE and path.parent.name in known:
        return Named(path.parent.name, 0, path.name == ANSWERS_FILE)
    stem, copies = _plain(path.stem), 0
    for _ in range(4):
        if stem in known:
            return Named(stem, copies, f"{stem}{suffix}" == path.name)
        found = _COPY.search(stem)
        shorter = _COPY.sub("", stem) if found else _COPY_OF.sub("", stem)
        if shorter == stem:
            return None
        number = next((each for each in found.groups() if each), "1") if found else "1"
        stem, copies = shorter, max(copies, int(number))
    return None


def could_be(file: str, course: Course, exercise: str) -> bool:
    """Whether a file that is named for no exercise could be the work on this one: it is of the right kind, and no test."""
    suffix = suffix_of(file)
    if not suffix or course.exercise(exercise).is_quiz != (suffix == ".toml"):
        return False
    return not _NO_WORK.match(_plain(PurePosixPath(file).stem))


def _plain(stem: str) -> str:
    """A name in small letters, one underscore for each run of blanks and dashes that stands between words."""
    return re.sub(r"(?<=[^\W_])[\s-]+(?=[^\W\d_])", "_", unicodedata.normalize("NFC", stem).casefold().strip())
