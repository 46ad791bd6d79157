"""Exams: pure functions over models, which a command line calls now and a server can call as well."""

import os
from pathlib import Path
from typing import Final

__all__ = ["SITTING_FOLDER", "sitting_folder"]

# Below the folder in which a student sits an exam: the paper as it was handed out, and the log.
SITTING_FOLDER: Final = ".gradekit-exam"


def sitting_folder(path: Path) -> Path | None:
    """The folder of the exam that path is or lies in; None where there is none. Here, so that asking imports nothing."""
    place = Path(os.path.abspath(path))
    return next((folder for folder in (place, *place.parents) if (folder / SITTING_FOLDER).is_dir()), None)
