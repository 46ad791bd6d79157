"""What a result depended on, so that two results can be told apart: the suite, the versions, the device, the data."""

from __future__ import annotations

import functools
import hashlib
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from gradekit import __version__
from gradekit.course.models import Exercise
from gradekit.course.parameters import Variant, variant_text

__all__ = ["data_set", "fingerprint", "source_hash", "suite_hash", "work_hashes"]


def fingerprint(exercise: Exercise, device: str, seed_key: bytes) -> dict[str, str]:
    """Names and values, all text. The seed is there as a hash of a hash, which tells nothing of it."""
    return {
        "suite": suite_hash(exercise)[:16],
        "seed": hashlib.sha256(b"gradekit.fingerprint\0" + seed_key).hexdigest()[:8],
        "gradekit": __version__,
        "python": platform.python_version(),
        "numpy": _version("numpy"),
        "torch": _version("torch"),
        "device": device,
    } | ({"data": data_set(exercise)} if exercise.data else {})


def data_set(exercise: Exercise) -> str:
    """The name of the data set that the exercise is judged on here."""
    from gradekit import datasets

    return next((name for name in exercise.data if datasets.available(name)), "digits")


def suite_hash(exercise: Exercise) -> str:
    """A hash of every file that decides a score: exercise.toml, suite and reference, or questions and draw.py."""
    digest = hashlib.sha256()
    for path in (exercise.folder / "exercise.toml", exercise.suite, exercise.draw if exercise.is_quiz else exercise.reference):
        digest.update(path.name.encode() + b"\0" + _content(path) + b"\0")
    return digest.hexdigest()


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
