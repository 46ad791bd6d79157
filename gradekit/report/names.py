"""File names of pages: safe on every system, and different for every student, whatever students are called."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

__all__ = ["page_names"]

_SLUG_CHARACTERS: Final = 40
_SHORT_DIGITS: Final = 8


def page_names(students: Iterable[str]) -> dict[str, str]:
    """student → the file name of the student's page, such as "mina-1f0c5ab2.html".

    A name is a slug in lower-case ASCII and a piece of the name's SHA-256, so it can be no path, no device ("CON") and
    no hidden file, and no file system takes two for one by their case. Whoever searches for two names that agree in the
    short piece finds that both pages then carry the whole digest.
    """
    digests = {student: hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest() for student in students}
    names = {student: f"{_slug(student)}-{digest[:_SHORT_DIGITS]}.html" for student, digest in digests.items()}
    taken: dict[str, int] = {}
    for name in names.values():
        taken[name] = taken.get(name, 0) + 1
    return {student: name if taken[name] == 1 else f"{_slug(student)}-{digests[student]}.html" for student, name in names.items()}


def _slug(student: str) -> str:
    """What is readable of student in [a-z0-9-]; "student" where nothing is."""
    plain = unicodedata.normalize("NFKD", student[:400]).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG_CHARACTERS].strip("-") or "student"
