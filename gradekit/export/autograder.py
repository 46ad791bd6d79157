"""The zip that Gradescope builds an autograder from: two scripts, gradekit itself, some exercises with their solutions, and what to do.

The same input gives the same zip, byte for byte: nothing in it depends on when or where it was made.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from gradekit.course.models import Course, Exercise
from gradekit.course.places import secret, templates_folder
from gradekit.errors import UsageError, WouldOverwrite
from gradekit.printable import printable
from gradekit.results import write_atomically
from gradekit.text import Lang, Text

__all__ = ["CONFIG", "SCHEMA", "Autograder", "pack"]

CONFIG: Final = "autograder.json"
SCHEMA: Final = "gradekit.autograder/1"
_SCRIPTS: Final = ("setup.sh", "run_autograder")
_LEFT_OUT: Final = ("__pycache__",)
_STAMP: Final = (2020, 1, 1, 0, 0, 0)
_BUILD_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Autograder:
    """What the autograder is to do. patterns: "EXERCISE::TEST" pattern → when students see it; langs: the first one's judging counts."""

    exercises: tuple[str, ...]
    visibility: str = "visible"
    patterns: tuple[tuple[str, str], ...] = ()
    hints: bool = True
    langs: tuple[Lang, ...] = ("en",)


def pack(course: Course, asked: Autograder, out: Path, *, wheel: Path | None = None, force: bool = False) -> list[Text]:
    """Write the zip; returns what whoever uploads it should know.

    wheel: of gradekit; built from this checkout by default. Raises UsageError, WouldOverwrite, UnknownExercise, CourseError and OSError.
    """
    if not force and out.exists():
        raise WouldOverwrite(f"{printable(str(out))}: is there already; add --force to replace it, or choose another --out")
    course.require_solutions(asked.exercises)
    exercises = [course.exercise(name) for name in dict.fromkeys(asked.exercises)]
    quizzes = [each.name for each in exercises if each.is_quiz]
    if quizzes:
        raise UsageError(f"{quizzes[0]}: is a quiz, whose figures are drawn for each student by name; grade it with 'gradekit grade'")
    built_on = [each for one in exercises for each in course.built_on_by(one)]
    needed = list(dict.fromkeys(each.name for each in (*exercises, *built_on)))
    name, content = _wheel(wheel)
    files = {each: (templates_folder() / "gradescope" / each).read_bytes() for each in _SCRIPTS}
    files |= {CONFIG: _config(course, exercises, asked), "constraints.txt": _constraints(), f"wheels/{name}": content}
    files["course/course.toml"] = (course.root / "course.toml").read_bytes()
    for each in needed:
        files |= dict(_exercise(course.exercise(each)))
    write_atomically(out, _zipped(files))
    return list(_remarks(exercises, built_on))


def _config(course: Course, exercises: Sequence[Exercise], asked: Autograder) -> bytes:
    told = {
        "schema": SCHEMA,
        "exercises": [each.name for each in exercises],
        "seed_key": secret(course).hex(),  # so that scores are those of a grading at home
        "langs": list(asked.langs),
        "hints": asked.hints,
        "visibility": asked.visibility,
        "visibility_of": [list(pair) for pair in asked.patterns],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _exercise(exercise: Exercise) -> Iterator[tuple[str, bytes]]:
    """Every file of an exercise and of its solution. Links are left out: where they lead, nothing is in the container."""
    assert exercise.solution_folder is not None, "asked for before"
    for kind, folder in (("exercises", exercise.folder), ("solutions", exercise.solution_folder)):
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(each for each in folders if each not in _LEFT_OUT and not each.startswith("."))
            for name in sorted(names):
                path = Path(place, name)
                if not name.startswith(".") and path.suffix != ".pyc" and path.is_file() and not path.is_symlink():
                    yield f"course/{kind}/{exercise.name}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _constraints() -> bytes:
    """The versions here, without local parts such as +cpu, so that the container judges with the same."""
    names = [Requirement(line) for line in metadata.requires("gradekit") or ()]
    pinned = []
    for each in names:
        if each.marker is None or each.marker.evaluate({"extra": ""}):
            pinned.append(f"{each.name}=={metadata.version(each.name).partition('+')[0]}")
    return ("\n".join(sorted(pinned)) + "\n").encode()


def _wheel(given: Path | None) -> tuple[str, bytes]:
    """gradekit's wheel: the one given, or built from the checkout that this runs in."""
    if given is not None:
        name = given.name
        if not (name.startswith("gradekit-") and name.endswith(".whl") and zipfile.is_zipfile(given)):
            raise UsageError(
                f"--wheel {printable(str(given))}: is no wheel of gradekit; build one with 'python -m hatchling build -t wheel'"
            )
        return name, given.read_bytes()
    root = Path(__file__).resolve().parents[2]
    if not (root / "pyproject.toml").is_file():
        raise UsageError("gradekit is installed without its sources here: give its wheel with --wheel FILE")
    if find_spec("hatchling") is None:
        raise UsageError("building gradekit's wheel needs hatchling: pip install hatchling, or give the wheel with --wheel FILE")
    with tempfile.TemporaryDirectory(prefix="gradekit-") as folder:
        line = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
        done = subprocess.run(line, cwd=root, capture_output=True, text=True, timeout=_BUILD_SECONDS, check=False)
        found = sorted(Path(folder).glob("*.whl"))
        if done.returncode or not found:
            last = (done.stderr.strip().splitlines() or ["no wheel was made"])[-1]
            raise UsageError(f"gradekit's wheel cannot be built ({printable(last)}); give one with --wheel FILE")
        return found[0].name, found[0].read_bytes()


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.create_system = 3  # of Unix, whose rights follow
            entry.external_attr = (0o100755 if name in _SCRIPTS else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def _remarks(exercises: Sequence[Exercise], built_on: Sequence[Exercise]) -> Iterator[Text]:
    yield Text(
        "this zip holds the solutions and the seed of the hidden tests: give it to nobody but Gradescope",
        "이 zip에는 풀이와 비공개 테스트의 시드가 들어 있습니다. Gradescope 외에는 누구에게도 주지 마십시오",
    )
    for each in exercises:
        if each.data:
            yield Text(
                f"{each.name}: is judged on the digits that come with gradekit there, not on {each.data[0]}",
                f"{each.name}: Gradescope에서는 {each.data[0]}이(가) 아니라 gradekit에 포함된 숫자 데이터로 채점합니다",
            )
    asked = {each.name for each in exercises}
    for other in dict.fromkeys(each.name for each in built_on):
        if other not in asked:
            yield Text(f"students may hand in {other}.py too, to be built on", f"학생은 이어서 쓸 {other}.py도 함께 제출할 수 있습니다")
