"""Banks on disk: what a solution and its misconceptions answer to a suite, made once for as long as nothing they depend on changes.

They are msgpack, not pickle: plain data that can be read without running anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgpack

from gradekit.course.models import Exercise
from gradekit.judge import remote, transcript
from gradekit.judge.diagnosis import Bank
from gradekit.judge.fingerprint import fingerprint
from gradekit.judge.transcript import Line, Transcript
from gradekit.results import write_atomically

__all__ = ["bank_key", "plain_transcript", "read_bank", "transcript_from", "write_bank"]


def bank_key(exercise: Exercise, device: str, seed_key: bytes) -> str:
    """A name that changes with anything a bank depends on: the suite, the versions, the seed, every program in it."""
    digest = hashlib.sha256(repr(sorted(fingerprint(exercise, device, seed_key).items())).encode())
    digest.update(hashlib.sha256(seed_key).digest())
    for module in (remote, transcript):  # how a transcript is made is part of it
        digest.update(Path(str(module.__file__)).read_bytes())
    for path in exercise.programs().values():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def write_bank(path: Path, bank: Bank) -> None:
    """Write bank to path, whole or not at all."""
    content = {
        "solution": plain_transcript(bank.solution),
        "misconceptions": {name: plain_transcript(each) for name, each in bank.misconceptions.items()},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, msgpack.packb(content))


def read_bank(path: str | Path) -> Bank:
    """The bank at path. Raises OSError and ValueError where it is none; it can then be made again."""
    content: Any = msgpack.unpackb(Path(path).read_bytes(), use_list=False)
    try:
        return Bank(transcript_from(content["solution"]), {name: transcript_from(each) for name, each in content["misconceptions"].items()})
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"{path} holds no bank") from fault


def plain_transcript(transcript: Transcript) -> dict[str, list[tuple[Any, ...]]]:
    """A transcript as plain data."""
    return {test: [(line.target, line.arguments, line.answer) for line in lines] for test, lines in transcript.items()}


def transcript_from(content: Mapping[str, Any]) -> Transcript:
    """The reverse of plain_transcript()."""
    return {test: tuple(Line(*line) for line in lines) for test, lines in content.items()}
