"""A sitting: the folder in which a student works on a paper, with a log of when it was begun and what was handed in.

The log is chained by the paper's key, so that a line that was edited shows. Whoever means to can still begin anew in another folder; what
counts is what arrives, and when.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import ValidationError

from gradekit.course.handout import put_out
from gradekit.course.stub import same_source
from gradekit.errors import Refusal, UsageError
from gradekit.exam import SITTING_FOLDER, sitting_folder
from gradekit.exam.clock import Allowance, allowance
from gradekit.exam.pack import Entry, WorkFile, pack_work, work_name
from gradekit.exam.paper import Manifest, Paper, PaperPart, open_paper
from gradekit.exam.words import clock_text, sitting_readme
from gradekit.intake.files import SOURCE_BYTES
from gradekit.printable import printable
from gradekit.results import write_atomically
from gradekit.text import Lang, Text

__all__ = ["PackedWork", "PartState", "Sitting", "SittingStatus", "find_sitting", "pack", "start", "status"]

_PAPER, _LOG = "paper.zip", "log.jsonl"
START, SUBMIT = "start", "submit"


@dataclass(frozen=True, slots=True)
class Sitting:
    """edited: the log is not as gradekit wrote it. lang: the language in which the paper was opened."""

    folder: Path
    paper: Paper
    lang: Lang
    log: tuple[Entry, ...]
    edited: bool

    @property
    def manifest(self) -> Manifest:
        return self.paper.manifest

    @property
    def started(self) -> datetime:
        return self.log[0].at

    @property
    def attempts(self) -> tuple[datetime, ...]:
        return tuple(each.at for each in self.log if each.what == SUBMIT)

    def now(self, now: datetime) -> datetime:
        """now, or the log's last moment where the clock has since been set back."""
        return max(now, *(each.at for each in self.log))

    @property
    def deadline(self) -> datetime:
        return self.manifest.window.deadline(self.started)


@dataclass(frozen=True, slots=True)
class PartState:
    """One part's file as it is on disk. problem: why it cannot be handed in; None where it can."""

    part: PaperPart
    path: Path
    content: bytes | None
    changed: bool
    saved: datetime | None
    problem: Text | None


@dataclass(frozen=True, slots=True)
class SittingStatus:
    """What a student wants to know. left: until the deadline, negative after it."""

    deadline: datetime
    left: timedelta
    parts: tuple[PartState, ...]
    attempts: int
    allowance: Allowance
    clock_back: bool


@dataclass(frozen=True, slots=True)
class PackedWork:
    """A file to hand in, and what the receipt says of it."""

    path: Path
    attempt: int
    at: datetime
    digest: str
    late_by: timedelta
    files: tuple[WorkFile, ...]
    missing: tuple[str, ...]
    allowance: Allowance


def start(content: bytes, what: str, to: Path, now: datetime, lang: Lang) -> Sitting:
    """Open a paper (unsealed) into to/EXAM and start its clock; where that was done already, or to lies in that folder, go on with it.

    Raises UsageError where the paper is none, is in none of the languages or to lies in another paper's folder, Refusal before the exam
    opens, and as put_out does.
    """
    paper = open_paper(content, what)
    manifest = paper.manifest
    folder = to / manifest.exam
    # From inside an exam's folder a second one would begin in it, with attempts of its own.
    there = find_sitting(folder)
    if there is not None:
        if (there.manifest.id, there.manifest.student) != (manifest.id, manifest.student):
            raise UsageError(
                Text(
                    f"{there.folder}: holds another paper's work; choose another folder with --to DIR",
                    f"{there.folder}: 다른 시험지의 답안이 있습니다. --to DIR로 다른 폴더를 지정하십시오",
                )
            )
        return there
    if now < manifest.opens:
        here = clock_text(now.astimezone(manifest.opens.tzinfo))
        raise Refusal(f"the exam opens at {clock_text(manifest.opens)}, and this machine's clock says {here}")
    chosen = lang if lang in manifest.languages else manifest.languages[0]
    for part in manifest.parts:
        put_out(folder / part.name, {name: (body, ()) for name, body in paper.handout(part, chosen).items()}, force=False)
    put_out(folder, {"README.md": (sitting_readme(manifest, now, chosen).encode(), ())}, force=False)
    try:
        (folder / SITTING_FOLDER).mkdir(parents=True)
        write_atomically(folder / SITTING_FOLDER / _PAPER, content)
    except OSError as fault:
        raise UsageError(f"{folder}: cannot be written ({fault.strerror or fault}); choose another folder with --to DIR") from fault
    sitting = Sitting(folder, paper, chosen, (), False)
    return _logged(sitting, START, now, lang=chosen)


def find_sitting(path: Path) -> Sitting | None:
    """The sitting whose folder path is or lies in; None where there is none. Raises UsageError where its files are damaged."""
    folder = sitting_folder(path)
    return None if folder is None else _read(folder)


def status(sitting: Sitting, now: datetime) -> SittingStatus:
    """How the sitting stands."""
    moment = sitting.now(now)
    return SittingStatus(
        deadline=sitting.deadline,
        left=sitting.deadline - moment,
        parts=tuple(_state(sitting, part) for part in sitting.manifest.parts),
        attempts=len(sitting.attempts),
        allowance=allowance(sitting.manifest.attempts, sitting.attempts, moment),
        clock_back=now < moment or any(each.clock_back for each in sitting.log),
    )


def pack(sitting: Sitting, now: datetime, out: Path) -> PackedWork:
    """Pack the work as it is into a file in out, and log that it was.

    Late work is packed too, and marked. Raises Refusal where no attempt is left, and UsageError where there is nothing to pack or out
    cannot be written; then no attempt is used up.
    """
    manifest, seen = sitting.manifest, status(sitting, now)
    if seen.allowance.left < 1:
        following = seen.allowance.next_at
        more = f"the next is there at {clock_text(following)}" if following else "there will be no more"
        raise Refusal(f"no attempt is left of {manifest.attempts.most}: {more}; what you handed in counts")
    ready = [each for each in seen.parts if each.content is not None]
    if not ready:
        raise UsageError(f"{sitting.folder}: holds none of the paper's files; write {_file(manifest.parts[0])}, say, and submit again")
    moment = sitting.now(now)
    attempt = len(sitting.attempts) + 1
    after = _entries(sitting, SUBMIT, now)
    contents = {_file(each.part): each.content or b"" for each in ready}
    files = tuple(
        WorkFile(
            name=_file(each.part),
            part=each.part.name,
            bytes=len(each.content or b""),
            sha256=hashlib.sha256(each.content or b"").hexdigest(),
            changed=each.changed,
        )
        for each in ready
    )
    missing = tuple(each.part.name for each in seen.parts if each.content is None)
    body = pack_work(
        {
            "course": manifest.course,
            "exam": manifest.exam,
            "student": manifest.student,
            "paper": manifest.id,
            "attempt": attempt,
            "started": sitting.started.isoformat(),
            "packed": moment.isoformat(),
            "log": [each.model_dump(mode="json") for each in after],
            "log_edited": sitting.edited,
            "files": [each.model_dump(mode="json") for each in files],
            "missing": list(missing),
        },
        contents,
        manifest.signing_key,
    )
    path = out / work_name(manifest.exam, manifest.student, attempt)
    if path.exists() or path.is_symlink():
        raise UsageError(f"{path}: is there already; move it away, or choose another folder with --out DIR")
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_atomically(path, body)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be written ({fault.strerror or fault}); choose another folder with --out DIR") from fault
    _logged(sitting, SUBMIT, now)
    left = allowance(manifest.attempts, (*sitting.attempts, moment), moment)
    late = max(timedelta(0), moment - sitting.deadline)
    return PackedWork(path, attempt, moment, hashlib.sha256(body).hexdigest(), late, files, missing, left)


def _file(part: PaperPart) -> str:
    return f"{part.name}/{part.file}"


def _state(sitting: Sitting, part: PaperPart) -> PartState:
    path = sitting.folder / part.name / part.file
    try:
        if path.is_symlink() or not path.is_file():
            there = os.path.lexists(path)
            problem = Text("is no regular file", "일반 파일이 아닙니다") if there else Text("is not there", "파일이 없습니다")
            return PartState(part, path, None, False, None, problem)
        with path.open("rb") as file:
            content = file.read(SOURCE_BYTES + 1)
        saved = _saved(path)
    except OSError as fault:
        reason = fault.strerror or fault
        return PartState(part, path, None, False, None, Text(f"cannot be read ({reason})", f"읽을 수 없습니다 ({reason})"))
    if len(content) > SOURCE_BYTES:
        text = Text(f"is larger than {SOURCE_BYTES:,} bytes", f"{SOURCE_BYTES:,}바이트보다 큽니다")
        return PartState(part, path, None, True, saved, text)
    handed_out = [sitting.paper.handout(part, lang).get(part.file, b"") for lang in sitting.manifest.languages]
    return PartState(part, path, content, not any(same_source(content, each) for each in handed_out), saved, None)


def _saved(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (ValueError, OverflowError):  # a time that no calendar has, from a broken clock or disk
        return None


def _read(folder: Path) -> Sitting:
    what = printable(str(folder))
    try:
        paper = open_paper((folder / SITTING_FOLDER / _PAPER).read_bytes(), what)
        lines = (folder / SITTING_FOLDER / _LOG).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{what}: {SITTING_FOLDER} is incomplete; move your files away and start the paper again") from fault
    log: list[Entry] = []
    lang: Lang = paper.manifest.languages[0]
    edited, before = False, ""
    for line in lines:
        try:
            data = json.loads(line)
            seal = data.pop("seal")
            log.append(Entry.model_validate(data))
        except (ValueError, KeyError, AttributeError, TypeError, ValidationError):
            edited = True
            continue
        lang = data.get("lang") if data.get("lang") in paper.manifest.languages else lang
        edited |= not isinstance(seal, str) or not hmac.compare_digest(
            _seal(paper.manifest, before, data).encode(), seal.encode("utf-8", "replace")
        )
        before = str(seal).encode("ascii", "replace").decode()
    if not log or log[0].what != START:
        raise UsageError(f"{what}: {SITTING_FOLDER}/{_LOG} does not begin with a start; move your files away and start the paper again")
    return Sitting(folder, paper, lang, tuple(log), edited)


def _entries(sitting: Sitting, what: str, now: datetime) -> tuple[Entry, ...]:
    """The log with one more line. A clock that went back is noted, and does not bring time back."""
    moment = sitting.now(now) if sitting.log else now
    return (*sitting.log, Entry(what=what, at=moment, clock_back=now < moment))


def _logged(sitting: Sitting, what: str, now: datetime, lang: Lang | None = None) -> Sitting:
    path = sitting.folder / SITTING_FOLDER / _LOG
    entries = _entries(sitting, what, now)
    before = cut = ""
    if path.exists():
        text = path.read_text("utf-8")
        lines = text.splitlines()
        cut = "" if not text or text.endswith("\n") else "\n"  # where the machine died in the middle of a line
        try:
            before = str(json.loads(lines[-1])["seal"])
        except (ValueError, KeyError, TypeError, IndexError):
            before = "?"
    data = entries[-1].model_dump(mode="json") | ({} if lang is None else {"lang": lang})
    line = json.dumps(data | {"seal": _seal(sitting.manifest, before, data)}, sort_keys=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{cut}{line}\n")
        file.flush()
        os.fsync(file.fileno())
    return Sitting(sitting.folder, sitting.paper, sitting.lang, entries, sitting.edited)


def _seal(manifest: Manifest, before: str, data: Mapping[str, object]) -> str:
    said = f"{before}\0{json.dumps(data, sort_keys=True)}".encode()
    return hmac.new(manifest.signing_key, b"gradekit.log\0" + said, hashlib.sha256).hexdigest()
