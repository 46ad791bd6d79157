"""Misconceptions as files: complete wrong submissions that begin with the words for a student who made that mistake."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from gradekit.course.words import Words
from gradekit.errors import CourseError, reason_of
from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["Misconception", "read_misconception"]


@dataclass(frozen=True, slots=True)
class Misconception:
    """A complete wrong submission with one realistic mistake, and the words for a student who made it."""

    id: str
    path: Path
    message: Text


def read_misconception(path: Path) -> Misconception:
    """Read the block "# /// misconception … # ///" with which the file begins; the file itself is never run."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise CourseError(
            Text(
                en=f"{path}: cannot be read ({fault}); it must be a UTF-8 file",
                ko=f"{path}: 읽을 수 없습니다({reason_of(fault).ko}). UTF-8 파일이어야 합니다",
            )
        ) from fault
    end = lines.index("# ///") if "# ///" in lines else 0
    block = lines[1:end]
    if not path.stem.isidentifier():
        raise CourseError(
            Text(
                en=f"{path}: the file's name is the misconception's id and must be a Python name, got {path.stem!r}",
                ko=f"{path}: 파일 이름은 오개념의 이름이므로 파이썬 이름이어야 합니다. 현재 이름: {path.stem!r}",
            )
        )
    if not end or lines[0] != "# /// misconception" or not all(line == "#" or line.startswith("# ") for line in block):
        raise CourseError(
            Text(
                en=f"{path}: must begin with a comment block from '# /// misconception' to '# ///' that holds en = and ko =",
                ko=f"{path}: '# /// misconception'부터 '# ///'까지의 주석으로 시작하고 그 안에 en = 과 ko = 이 있어야 합니다",
            )
        )
    try:
        words = Words.model_validate(tomllib.loads("\n".join(line[2:] for line in block)))
    except tomllib.TOMLDecodeError as fault:
        raise CourseError(
            Text(en=f"{path}: its misconception block is no TOML ({fault})", ko=f"{path}: misconception 주석이 TOML이 아닙니다({fault})")
        ) from fault
    except ValidationError as fault:
        faults = "; ".join(f"{printable(str(each['loc'][0]))}: {each['msg']}" for each in fault.errors(include_url=False))
        raise CourseError(
            Text(
                en=f"{path}: its block must hold en and ko, one line each, and nothing else ({faults})",
                ko=f"{path}: misconception 주석에는 en과 ko만 한 줄씩 있어야 합니다({faults})",
            )
        ) from fault
    return Misconception(path.stem, path, words.text)
