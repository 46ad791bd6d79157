"""Handing out an exercise: the files a student is given, and never over what the student has changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradekit.course.models import Exercise
from gradekit.course.notebook import notebook_of
from gradekit.course.parameters import Variant, rendered
from gradekit.course.stub import same_source
from gradekit.errors import UNREADABLE, UNWRITABLE, CourseError, UsageError, WouldOverwrite, in_the_way
from gradekit.results import write_atomically
from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["Handout", "content_of", "hand_out", "handout_files", "put_out", "rendered_content"]

_FIGURES: Final = "figures"


@dataclass(frozen=True, slots=True)
class Handout:
    """What was handed out. kept: copies of changed files that stood in the way (force)."""

    folder: Path
    files: tuple[Path, ...]
    kept: tuple[Path, ...]


def hand_out(exercise: Exercise, to: Path, *, lang: Lang, force: bool = False, notebook: bool = False) -> Handout:
    """Write NAME.py, README.md (in lang), test_public.py and the figures that README.md shows into to/NAME, as put_out does.

    The figures are the files in the exercise's folder figures/; one that is called FILE.ko.svg goes with the Korean handout alone.
    notebook: NAME.ipynb in place of NAME.py; where the other of the two stands there, it is in the way. Raises CourseError where the
    handout is incomplete.
    """
    contents = handout_files(exercise, lang, notebook=notebook)
    others = tuple(rendered_content(exercise, exercise.readme(other)) for other in LANGUAGES if other != lang)
    wanted = {name: (content, others if name == "README.md" else ()) for name, content in contents.items()}
    folder, book = to / exercise.name, f"{exercise.name}.ipynb"
    in_other_language: dict[str, tuple[bytes, ...]] = {}
    if notebook:
        in_other_language[book] = tuple(handout_files(exercise, other, notebook=True)[book] for other in LANGUAGES if other != lang)
    wanted |= {name: (wanted[name][0], more) for name, more in in_other_language.items()}
    return put_out(folder, wanted, force=force, instead_of=(exercise.file_name if notebook else book,))


def handout_files(exercise: Exercise, lang: Lang, variant: Variant = (), *, notebook: bool = False) -> dict[str, bytes]:
    """The files of an exercise's handout in lang, with those parameters, by their names in its folder. Raises CourseError."""
    files = {
        exercise.file_name: rendered_content(exercise, exercise.stub, variant),
        "README.md": rendered_content(exercise, exercise.readme(lang), variant),
        "test_public.py": rendered_content(exercise, exercise.public_tests, variant),
    }
    if notebook:
        stub = files.pop(exercise.file_name)
        try:
            made = notebook_of(exercise.name, files["README.md"].decode(), stub.decode(), lang)
        except UnicodeDecodeError as fault:
            raise CourseError(
                Text(
                    en=f"{exercise.folder}: the handout or the stub is not UTF-8 ({fault.reason}); save it as UTF-8",
                    ko=f"{exercise.folder}: 안내문 또는 뼈대 코드가 UTF-8이 아닙니다({fault.reason}). UTF-8로 저장하십시오",
                )
            ) from fault
        files = {f"{exercise.name}.ipynb": made} | files
    return files | {f"{_FIGURES}/{path.name}": content_of(path) for path in _figures(exercise, lang)}


def rendered_content(exercise: Exercise, path: Path, variant: Variant = ()) -> bytes:
    """A text of the exercise's as bytes, its parameters filled in: those of variant, or the default ones. Raises CourseError."""
    content = content_of(path)
    values = variant or exercise.default_variant
    if not values:
        return content
    try:
        return rendered(content.decode("utf-8"), values).encode()
    except UnicodeDecodeError as fault:
        raise CourseError(
            Text(
                en=f"{path}: byte {fault.start} is not UTF-8; save the file as UTF-8",
                ko=f"{path}: 바이트 {fault.start}의 값이 UTF-8이 아닙니다. 파일을 UTF-8로 저장하십시오",
            )
        ) from fault


def put_out(
    folder: Path, wanted: Mapping[str, tuple[bytes, tuple[bytes, ...]]], *, force: bool, instead_of: tuple[str, ...] = ()
) -> Handout:
    """Write files into folder. wanted: name → content, and the same handout's other contents, such as that in the other language.
    instead_of: names that the handout takes the place of; what stands there counts as changed.

    A file that stands there and is not as it was handed out is a student's work: then nothing at all is written and WouldOverwrite is
    raised, or, with force, it is kept beside as FILE.bak (.bak2, …). Raises UsageError where the folder cannot be made or written.
    """
    changed = [folder / name for name, contents in wanted.items() if _is_changed(folder / name, (contents[0], *contents[1]))]
    others = [folder / name for name in instead_of if os.path.lexists(folder / name)]
    if others and not force:
        raise WouldOverwrite(
            Text(
                en=f"{folder}: {others[0].name} is there, and only one of a program and a notebook is looked at, so nothing was written; "
                "--force keeps it as .bak",
                ko=f"{folder}: {others[0].name} 파일이 이미 있습니다. 프로그램과 노트북 중 하나만 확인하므로 아무것도 쓰지 않았습니다. "
                "--force를 쓰면 그 파일을 .bak으로 보관합니다",
            )
        )
    changed += others
    if any(name.startswith(f"{_FIGURES}/") for name in wanted) and _is_no_folder(folder / _FIGURES):
        # The link or file itself is in the way, whatever lies behind it.
        changed = [path for path in changed if path.parent == folder] + [folder / _FIGURES]
    if changed and not force:
        names = ", ".join(path.relative_to(folder).as_posix() for path in changed)
        raise WouldOverwrite(
            Text(
                en=f"{folder}: {names} was changed since it was fetched, so nothing was written; --force keeps it as .bak and fetches anew",
                ko=f"{folder}: {names} 파일이 받은 뒤에 변경되어 아무것도 쓰지 않았습니다. "
                "--force를 쓰면 변경한 파일을 .bak으로 보관하고 새로 받습니다",
            )
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = tuple(_keep(path) for path in changed)
        for name, (content, _) in wanted.items():
            (folder / name).parent.mkdir(exist_ok=True)
            write_atomically(folder / name, content)
    except OSError as fault:
        advice = Text("choose another folder with --to DIR", "--to DIR로 다른 폴더를 지정하십시오")
        raise UsageError(in_the_way(folder, UNWRITABLE, fault, advice)) from fault
    return Handout(folder, tuple(folder / name for name in wanted), kept)


def content_of(path: Path) -> bytes:
    """The file's bytes. Raises CourseError."""
    try:
        return path.read_bytes()
    except OSError as fault:
        advice = Text("the handout is incomplete: run 'gradekit verify'", "배포할 파일이 빠져 있으니 'gradekit verify'를 실행하십시오")
        raise CourseError(in_the_way(path, UNREADABLE, fault, advice)) from fault


def _figures(exercise: Exercise, lang: Lang) -> list[Path]:
    """The files in the exercise's figures folder, where it has one, but those of another language."""
    folder = exercise.folder / _FIGURES
    if not folder.is_dir():
        return []
    others = tuple(f".{other}" for other in LANGUAGES if other != lang)
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as fault:
        advice = Text("the handout is incomplete", "배포할 파일이 빠져 있습니다")
        raise CourseError(in_the_way(folder, UNREADABLE, fault, advice)) from fault
    return [path for path in found if not path.stem.endswith(others)]


def _is_no_folder(path: Path) -> bool:
    """Whether something other than a folder of its own, a link included, stands at path."""
    return path.is_symlink() or (path.exists() and not path.is_dir())


def _is_changed(path: Path, contents: tuple[bytes, ...]) -> bool:
    """Whether something other than a handout, in whichever language, stands at path."""
    if not path.is_symlink() and not path.exists():
        return False
    if path.is_symlink() or not path.is_file():
        return True
    try:
        present = path.read_bytes()
    except OSError:
        return True
    return not any(same_source(present, each) for each in contents)


def _keep(path: Path) -> Path:
    """Move path aside, under a name that nothing has."""
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not copy.exists() and not copy.is_symlink():
            return path.rename(copy)
        number += 1
