"""What a result depended on, so that two results can be told apart: the suite, the versions, the device, the data."""

from __future__ import annotations

import functools
import hashlib
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Final

from gradekit import __version__
from gradekit.course.models import Exercise
from gradekit.course.parameters import Variant, variant_text

__all__ = [
    "EQUIVALENT_FILE",
    "data_set",
    "fingerprint",
    "installation",
    "made_with",
    "source_hash",
    "suite_hash",
    "versions",
    "work_hashes",
]


EQUIVALENT_FILE: Final = "equivalent_mutants.toml"  # beside a suite, and says nothing to it


def fingerprint(exercise: Exercise, device: str, seed_key: bytes) -> dict[str, str]:
    """Names and values, all text. The seed is there as a hash of a hash, which tells nothing of it."""
    return {
        "suite": suite_hash(exercise)[:16],
        "seed": hashlib.sha256(b"gradekit.fingerprint\0" + seed_key).hexdigest()[:8],
        **versions(),
        "device": device,
    } | ({"data": data_set(exercise)} if exercise.data else {})


def versions() -> dict[str, str]:
    """What of this machine a score may depend on."""
    return {
        "gradekit": __version__,
        "python": platform.python_version(),
        "numpy": _version("numpy"),
        "torch": _version("torch"),
    }


@functools.cache
def installation() -> dict[str, str]:
    """versions(), and a hash of gradekit's own programs: a checkout of the same version may hold others."""
    folder = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(_content(path)).digest())
    return versions() | {"gradekit's files": digest.hexdigest()[:12]}


def data_set(exercise: Exercise) -> str:
    """The name of the data set that the exercise is judged on here."""
    from gradekit import datasets

    return next((name for name in exercise.data if datasets.available(name)), "digits")


def suite_hash(exercise: Exercise) -> str:
    """A hash of every file that decides a score: exercise.toml, suite, what it may import, and reference, or questions and draw.py."""
    digest = hashlib.sha256()
    paths = (exercise.folder / "exercise.toml", exercise.suite, exercise.draw if exercise.is_quiz else exercise.reference)
    for path in (*paths, *_beside(exercise)):
        digest.update(path.name.encode() + b"\0" + _content(path) + b"\0")
    return digest.hexdigest()


def _beside(exercise: Exercise) -> list[Path]:
    """The other files beside the suite, which it may import or read: of what they hold the judge knows nothing."""
    if exercise.is_quiz:
        return []
    folder = exercise.suite.parent
    own = {exercise.suite, exercise.reference, folder / EQUIVALENT_FILE, *exercise.programs().values()}
    return sorted(
        path
        for path in folder.rglob("*")
        if path not in own and path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(folder).parts)
    )


def made_with(exercise: Exercise, device: str, seed_key: bytes, lang: str, builds_on: Iterable[Exercise] = ()) -> dict[str, str]:
    """All that a result depends on but the student's work, by names that tell a person what changed: two results of the same work with
    the same of these are the same result. builds_on: the exercises that it builds on, whose settings say how earlier work is run.
    """
    files = {"settings": exercise.folder / "exercise.toml", "suite": exercise.suite}
    files["reference"] = exercise.draw if exercise.is_quiz else exercise.reference
    hashes = {name: hashlib.sha256(_content(path)) for name, path in files.items()}
    for path in _beside(exercise):
        hashes["suite"].update(b"\0" + path.name.encode() + b"\0" + _content(path))
    for each in builds_on:
        hashes["settings"].update(_content(each.folder / "exercise.toml"))
    if not exercise.is_quiz:
        hashes["misconceptions"] = hashlib.sha256()
        for name, path in sorted(exercise.programs().items()):
            hashes["misconceptions"].update(name.encode() + b"\0" + _content(path) + b"\0")
    return {name: digest.hexdigest()[:16] for name, digest in hashes.items()} | {
        name: value for name, value in fingerprint(exercise, device, seed_key).items() if name != "suite"
    } | {"lang": lang}  # fmt: skip


def source_hash(text: str) -> str:
    """Which version of a student's file was judged."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def work_hashes(text: str, earlier: Mapping[str, str], variant: Variant = ()) -> dict[str, str]:
    """Which version of a student's file was judged; and where there are any, the earlier work (exercise → text) and the parameters."""
    hashes = {"submission": source_hash(text)}
    if earlier:
        hashes["earlier"] = source_hash("\n".join(f"{name} {source_hash(each)}" for name, each in sorted(earlier.items())))
    if variant:
        hashes["parameters"] = variant_text(variant)
    return hashes


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@functools.cache
def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "absent"
