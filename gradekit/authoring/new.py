"""A new exercise, from the skeleton in templates/exercise."""

from __future__ import annotations

import shutil
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from gradekit.course.models import Course, ExerciseName
from gradekit.course.places import templates_folder
from gradekit.errors import UsageError, WouldOverwrite

__all__ = ["create"]


def create(course: Course, name: str, runtime: str) -> Path:
    """Make exercises/name and solutions/name from the skeleton; returns the first.

    In the skeleton's files and their names, EXERCISE stands for the name and RUNTIME for the runtime. Raises UsageError for a name that
    cannot be a module's, and WouldOverwrite where one of the folders is there.
    """
    try:
        TypeAdapter(ExerciseName).validate_python(name)
    except ValidationError as fault:
        raise UsageError(f"{name!r}: {fault.errors()[0]['msg'].removeprefix('Value error, ')}") from fault
    skeleton = templates_folder() / "exercise"
    # What goes where: the skeleton's own folders are named otherwise, for no path of a wheel may say "solutions".
    targets = {"handout": course.root / "exercises" / name, "judging": course.root / "solutions" / name}
    for folder in targets.values():
        if folder.exists():
            raise WouldOverwrite(f"{folder}: is there already, so nothing was written; choose another name")
    made: list[Path] = []
    try:
        for part, folder in targets.items():
            folder.mkdir(parents=True)
            made.append(folder)
            for source in sorted(path for path in (skeleton / part).rglob("*") if path.is_file() and path.suffix != ".pyc"):
                target = folder / str(source.relative_to(skeleton / part)).replace("EXERCISE", name).removesuffix(".txt")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(source.read_text("utf-8").replace("EXERCISE", name).replace("RUNTIME", runtime), encoding="utf-8")
    except OSError as fault:
        for folder in made:
            shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(f"{course.root}: cannot be written ({fault.strerror or fault}); name your own course with --course DIR") from fault
    return targets["handout"]
