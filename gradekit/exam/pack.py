"""Work that is handed in: one file with what a student wrote, when, and a signature by the key that came with the student's paper.

The signature says that the file was packed from this student's paper and not changed since. It does not say that the times are true:
they are the student's clock's, and whoever has the paper can sign what they like with it. So grading takes the time of arrival where the
instructor has it, and says where it had to believe the student.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gradekit.errors import UsageError
from gradekit.exam.archive import as_json, packed, unpacked
from gradekit.exam.models import Moment
from gradekit.intake.files import SOURCE_BYTES
from gradekit.printable import printable

__all__ = ["RECEIPT_SUFFIX", "SUFFIX", "Entry", "Handed", "Work", "WorkFile", "pack_work", "read_work", "signed_by", "work_name"]

SUFFIX: Final = ".work"
RECEIPT_SUFFIX: Final = ".receipt.txt"
_SCHEMA: Final = "gradekit.work/1"
_WORK, _SIGNATURE = "work.json", "signature"
WORK_BYTES: Final = 32 * 1024 * 1024  # of the file, and of what it holds
_SAID_BYTES: Final = 4 * 1024 * 1024


class _Data(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Entry(_Data):
    """One line of a sitting's log: what happened, and when by the student's clock. clock_back: that was before the line above."""

    what: str = Field(max_length=40)
    at: Moment
    clock_back: bool = False


class WorkFile(_Data):
    """A file that was handed in. changed: whether it is other than it was handed out."""

    name: str = Field(max_length=200)
    part: str = Field(max_length=100)
    bytes: int
    sha256: str
    changed: bool


class Work(_Data):
    """work.json. missing: parts of which there was no file. log_edited: the sitting's log was changed by hand."""

    schema_: str = Field(alias="schema")
    course: str
    exam: str
    student: str
    paper: str
    attempt: int = Field(ge=1, le=100_000)
    started: Moment
    packed: Moment
    log: tuple[Entry, ...] = Field(max_length=20_000)
    log_edited: bool
    files: tuple[WorkFile, ...] = Field(max_length=1_000)
    missing: tuple[str, ...] = Field(max_length=1_000)


@dataclass(frozen=True, slots=True)
class Handed:
    """A work file as read. files: part → content of the file that the part asks for. digest: of the whole file, as the receipt has it.

    said: what is signed, by which two files are the same work. as_packed: the archive too is as gradekit writes it, and nobody's copy.
    """

    work: Work
    files: Mapping[str, bytes]
    digest: str
    said: bytes
    signature: str
    as_packed: bool


def pack_work(work: Mapping[str, Any], files: Mapping[str, bytes], key: bytes) -> bytes:
    """The file to hand in. files: name → content, each named by work["files"]."""
    said = json.dumps({"schema": _SCHEMA, **work}, ensure_ascii=False, indent=1, sort_keys=True).encode()
    return packed({_WORK: said, _SIGNATURE: _sign(key, said).encode()} | {f"files/{name}": content for name, content in files.items()})


def read_work(content: bytes, what: str) -> Handed:
    """What a file holds, not yet whether its signature is right. Raises UsageError where it is no work, or damaged."""
    if len(content) > WORK_BYTES:
        raise UsageError(f"{what}: is larger than {WORK_BYTES:,} bytes")
    files = unpacked(content, what, WORK_BYTES)
    said = files.get(_WORK, b"")
    if len(said) > _SAID_BYTES:
        raise UsageError(f"{what}: {_WORK} is larger than {_SAID_BYTES:,} bytes")
    data = as_json(said, f"{what}: {_WORK}")
    if data.get("schema") != _SCHEMA:
        raise UsageError(f"{what}: is no work packed by gradekit ({_SCHEMA}), or by another gradekit")
    try:
        work = Work.model_validate(data)
    except ValidationError as fault:
        place = ".".join(str(each) for each in fault.errors(include_url=False)[0]["loc"])
        raise UsageError(f"{what}: {_WORK}: {printable(place)[:100]} is not as gradekit packs it") from fault
    found: dict[str, bytes] = {}
    for each in work.files:
        body = files.get(f"files/{each.name}")
        if body is None or len(body) > SOURCE_BYTES or hashlib.sha256(body).hexdigest() != each.sha256 or each.part in found:
            raise UsageError(f"{what}: {printable(each.name)} is not as it was packed")
        found[each.part] = body
    strange = files.keys() - {_WORK, _SIGNATURE, *(f"files/{each.name}" for each in work.files)}
    if strange:
        raise UsageError(f"{what}: holds {printable(min(strange))[:100]!r}, which gradekit never writes")
    signature = files.get(_SIGNATURE, b"").decode("ascii", "replace").strip()
    return Handed(work, found, hashlib.sha256(content).hexdigest(), said, signature, packed(files) == content)


def signed_by(handed: Handed, key: bytes) -> bool:
    """Whether the work was packed with that key, and not changed since."""
    return hmac.compare_digest(_sign(key, handed.said).encode(), handed.signature.encode())  # as text it must be ASCII


def work_name(exam: str, student: str, attempt: int) -> str:
    """What the file is called: for people, and different for every student, as one folder may take them all."""
    plain = unicodedata.normalize("NFKD", student).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:40]
    if slug != student or slug != slug.lower():
        slug = f"{slug}-{hashlib.sha256(student.encode()).hexdigest()[:8]}".lstrip("-")
    return f"{exam}-{slug}-{attempt}{SUFFIX}"


def _sign(key: bytes, said: bytes) -> str:
    return hmac.new(key, b"gradekit.work\0" + said, hashlib.sha256).hexdigest()
