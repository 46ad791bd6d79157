"""Handing out an exercise: the files a student is given, and never over what the student has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gradekit.course.models import Exercise
from gradekit.course.stub import same_source
from gradekit.errors import CourseError, UsageError, WouldOverwrite
from gradekit.results import write_atomically
from gradekit.text import LANGUAGES, Lang

__all__ = ["Handout", "hand_out"]


@dataclass(frozen=True, slots=True)
class Handout:
    """What was handed out. kept: copies of changed files that stood in the way (force)."""

    folder: Path
    files: tuple[Path, ...]
    kept: tuple[Path, ...]


def hand_out(exercise: Exercise, to: Path, *, lang: Lang, force: bool = False) -> Handout:
    """Write NAME.py, README.md (in lang) and test_public.py into to/NAME.

    A file that stands there and is not as it was handed out is a student's work: then nothing at all is written and WouldOverwrite is
    raised, or, with force, it is kept beside as FILE.bak (.bak2, …). Raises CourseError where the handout is incomplete,
    UsageError where the folder cannot be made or written.
    """
    folder = to / exercise.name
    wanted = {
        exercise.file_name: (_content(exercise.stub), ()),
        "README.md": (_content(exercise.readme(lang)), tuple(exercise.readme(other) for other in LANGUAGES if other != lang)),
        "test_public.py": (_content(exercise.public_tests), ()),
    }
    changed = [folder / name for name, (content, others) in wanted.items() if _is_changed(folder / name, content, others)]
    if changed and not force:
        names = ", ".join(path.name for path in changed)
        raise WouldOverwrite(
            f"{folder}: {names} was changed since it was fetched, so nothing was written; --force keeps it as .bak and fetches anew"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = tuple(_keep(path) for path in changed)
        for name, (content, _) in wanted.items():
            write_atomically(folder / name, content)
    except OSError as fault:
        raise UsageError(f"{folder}: cannot be written ({fault.strerror or fault}); choose another folder with --to DIR") from fault
    return Handout(folder, tuple(folder / name for name in wanted), kept)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CourseError(f"{path}: cannot be read ({reason}); the handout is incomplete: run 'gradekit verify'") from fault


def _is_changed(path: Path, content: bytes, others: tuple[Path, ...]) -> bool:
    """Whether something other than a handout, in whichever language, stands at path."""
    if not path.is_symlink() and not path.exists():
        return False
    if path.is_symlink() or not path.is_file():
        return True
    try:
        present = path.read_bytes()
    except OSError:
        return True
    return not any(same_source(present, each) for each in (content, *(_content(other) for other in others)))


def _keep(path: Path) -> Path:
    """Move path aside, under a name that nothing has."""
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not copy.exists() and not copy.is_symlink():
            return path.rename(copy)
        number += 1
