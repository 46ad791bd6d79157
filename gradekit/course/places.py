"""Where things are: the course, its secret, the templates and the cache. The one module that knows.

In a checkout the course is the repository itself. An installed wheel carries a copy in gradekit/_course, without solutions.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

from gradekit.course.models import Course
from gradekit.errors import UNREADABLE, CourseError, UsageError, in_the_way
from gradekit.text import Text

__all__ = [
    "COURSE_VARIABLE",
    "GRADEBOOK_FILE",
    "GRADEBOOK_VARIABLE",
    "SECRET_FILE",
    "SECRET_VARIABLE",
    "cache_folder",
    "default_course",
    "find_course",
    "gradebook_place",
    "secret",
    "templates_folder",
]

COURSE_VARIABLE: Final = "GRADEKIT_COURSE"
SECRET_VARIABLE: Final = "GRADEKIT_SECRET"
GRADEBOOK_VARIABLE: Final = "GRADEKIT_GRADEBOOK"
GRADEBOOK_FILE: Final = "gradebook.sqlite"
SECRET_FILE: Final = ".gradekit-secret"

_PACKAGE: Final = Path(__file__).resolve().parents[1]


def find_course(option: Path | None = None) -> Path:
    """The root of the course to use: option (--course), else GRADEKIT_COURSE, else the one gradekit came with.

    Raises UsageError where that folder holds no course.toml.
    """
    if option is not None:
        return _root(Path(option), "--course")
    named = os.environ.get(COURSE_VARIABLE)
    if named:
        return _root(Path(named), COURSE_VARIABLE)
    return default_course()


def default_course() -> Path:
    """The root of the course that came with gradekit. Raises UsageError where gradekit was installed without one."""
    # The wheel's copy is asked for first: a stray course.toml beside site-packages/gradekit must not win.
    for root in (_PACKAGE / "_course", _PACKAGE.parent):
        if (root / "course.toml").is_file():
            return root
    raise UsageError(
        Text(
            en=f"this gradekit came without a course: name one with --course DIR or {COURSE_VARIABLE}",
            ko=f"이 gradekit에는 강의가 들어 있지 않습니다. --course DIR 또는 {COURSE_VARIABLE} 변수로 강의 폴더를 지정하십시오",
        )
    )


def templates_folder() -> Path:
    """The folder of gradekit's own templates, those of the default course. Raises UsageError as default_course does."""
    return default_course() / "templates"


def cache_folder() -> Path:
    """The user's cache folder for gradekit (data sets); it need not exist yet."""
    import platformdirs  # not needed by most commands

    return platformdirs.user_cache_path("gradekit", appauthor=False)


def gradebook_place(course: Course, option: str | None = None) -> str:
    """The gradebook's file or URL: option (--gradebook), else GRADEKIT_GRADEBOOK, else gradebook.sqlite in the course's folder."""
    return option or os.environ.get(GRADEBOOK_VARIABLE) or str(course.root / GRADEBOOK_FILE)


def secret(course: Course) -> bytes:
    """The 32 bytes from which the hidden tests' random numbers are drawn.

    From GRADEKIT_SECRET, else from the file .gradekit-secret in the course's root, else from the course's name. The last is
    meant for practice: whoever has the course's name can work it out, so a course whose scores count sets a secret.
    Raises CourseError where the file is there but empty or unreadable: grading with another seed would change scores unnoticed.
    """
    from_environment = os.environ.get(SECRET_VARIABLE)
    if from_environment:
        return _digest(b"secret", os.fsencode(from_environment))
    path = course.root / SECRET_FILE
    try:
        written = path.read_bytes().strip()
    except FileNotFoundError:
        return _digest(b"practice", course.name.encode())
    except OSError as fault:
        advice = Text(f"make it readable, or set {SECRET_VARIABLE}", f"읽을 권한을 주거나 {SECRET_VARIABLE} 변수를 설정하십시오")
        raise CourseError(in_the_way(path, UNREADABLE, fault, advice)) from fault
    if not written:
        raise CourseError(
            Text(
                en=f"{path}: is empty; write a line of random characters into it, or remove it",
                ko=f"{path}: 비어 있습니다. 무작위 문자를 한 줄 쓰거나 파일을 삭제하십시오",
            )
        )
    return _digest(b"secret", written)


def _digest(kind: bytes, value: bytes) -> bytes:
    return hashlib.sha256(b"gradekit " + kind + b"\0" + value).digest()


def _root(folder: Path, source: str) -> Path:
    if not (folder / "course.toml").is_file():
        raise UsageError(
            Text(
                en=f"{source}: {folder} holds no course.toml; give the folder of a course",
                ko=f"{source}: {folder} 폴더에 course.toml이 없습니다. 강의 폴더를 지정하십시오",
            )
        )
    return folder.resolve()
