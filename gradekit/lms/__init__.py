"""Work that was handed in on learning platforms: their bulk downloads → a folder of submissions.

Each platform has a reader, a module that knows how its downloads name things and nothing else. A new one is a module and a line here.
"""

from __future__ import annotations

import importlib
from typing import Final

from gradekit.lms.models import Reader

__all__ = ["READERS", "reader"]

# Name → the module whose read() reads its downloads. A module is imported when it is needed, and only then needs what it needs.
READERS: Final[dict[str, str]] = {
    "canvas": "gradekit.lms.canvas",
    "moodle": "gradekit.lms.moodle",
    "gradescope": "gradekit.lms.gradescope",
    "nbgrader": "gradekit.lms.nbgrader",
    "github": "gradekit.lms.github",
}


def reader(platform: str) -> Reader:
    """The reader of a platform in READERS."""
    read: Reader = importlib.import_module(READERS[platform]).read
    return read
