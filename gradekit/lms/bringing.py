"""The work that counts, into its place: nothing that no import wrote is overwritten or removed."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from typing import Any, Final

from gradekit.course.models import Course
from gradekit.intake.download import Download
from gradekit.intake.files import SOURCE_BYTES
from gradekit.intake.notebook import NOTEBOOK_BYTES, NOTEBOOK_SUFFIX, NotebookUnreadable, Program, program
from gradekit.intake.reading import decoded
from gradekit.intake.submission import Refused
from gradekit.lms.candidates import Candidate, Row, told_of_all
from gradekit.lms.models import HandIn, Outcome
from gradekit.lms.naming import suffix_of
from gradekit.lms.people import folder_of
from gradekit.lms.record import Facts, Record, digest_of
from gradekit.results import write_atomically
from gradekit.text import Text

__all__ = ["bring", "earlier_files", "file_of", "moved"]

_NEWER: Final = Text(en="an earlier import brought a newer one", ko="앞서 가져온 것이 더 최신입니다.")
_STANDS: Final = Text(
    en="something that no import wrote stands in its place, and was left as it is",
    ko="가져오기로 만들지 않은 것이 그 자리에 있어 그대로 두었습니다.",
)


def file_of(student: str, name: str, course: Course) -> str:
    return f"{folder_of(student)}/{course.exercise(name).file_name}"


def bring(
    several: list[Candidate], name: str, platform: str, download: Download, record: Record, course: Course
) -> Iterator[tuple[Row, Candidate]]:
    """Write the newest of several that can be read, where it may be written. What became of each of them."""
    refused: list[tuple[Row, Candidate]] = []
    waiting = iter(several)
    for candidate in waiting:
        row, content = _read(candidate, name, download)
        if isinstance(content, Text):
            row.why = content
            refused.append((row, candidate))
            continue
        _write(row, content, candidate, platform, record, course)
        yield row, candidate
        shown = row.path
        for newer, _ in refused:
            assert newer.why is not None
            newer.why = Text(en=f"{newer.why.en}; {shown} counts instead", ko=f"{newer.why.ko} 대신 {shown} 파일을 채점합니다.")
        why = Text(en=f"{shown} counts", ko=f"{shown} 파일을 채점합니다.")
        for older in waiting:
            yield Row(older.given.entry.path, Outcome.SUPERSEDED, why, older.match.student, name), older
    yield from refused


def _read(candidate: Candidate, name: str, download: Download) -> tuple[Row, bytes | Text]:
    """What import.json is to say of a file, as one that is refused, and its program or why there is none."""
    given = candidate.given
    facts: dict[str, Any] = {"person": candidate.person.to_json()}
    facts |= {"matched_by": candidate.match.by} if candidate.match.by else {}
    facts |= {"submitted": given.submitted} if given.submitted else {}
    facts |= {"late": given.late} if given.late is not None else {}
    facts |= {"group": given.group} if given.group else {}
    content = _content_of(given, download, facts)
    facts |= {"sha256": hashlib.sha256(content).hexdigest()} if isinstance(content, bytes) else {}
    return Row(given.entry.path, Outcome.REFUSED, None, candidate.match.student, name, "", Facts(facts)), content


def _write(row: Row, content: bytes, candidate: Candidate, platform: str, record: Record, course: Course) -> None:
    """Write a student's program, where it may be written; tells row what became of it."""
    given, name = candidate.given, row.exercise
    digest = hashlib.sha256(content).hexdigest()
    file = file_of(row.student, name, course)
    target = record.folder / file
    known = record.about(file)
    if target.parent.is_symlink() or (target.parent.exists() and not target.parent.is_dir()):
        row.outcome, row.why = Outcome.KEPT, _STANDS
        return
    present = digest_of(target)
    if present != digest and (target.is_symlink() or target.exists()):
        if present is None or not record.wrote(file, present):
            row.outcome, row.why = Outcome.KEPT, _STANDS
            return
        if known.get("platform") == platform and _is_newer(known.get("order"), given.order):
            row.outcome, row.why = Outcome.SUPERSEDED, _NEWER
            return
    if present == digest:
        row.outcome = Outcome.UNCHANGED
    else:
        record.note(file, digest)
        target.parent.mkdir(exist_ok=True)
        write_atomically(target, content)
        row.outcome = Outcome.WRITTEN
    row.file = file
    if row.outcome is Outcome.WRITTEN or record.wrote(file, digest):
        origin = {"student": row.student, "exercise": name, "platform": platform, "from": row.path, "order": list(given.order)}
        record.files[file] = (Facts(origin), row.facts)


def earlier_files(platform: str, record: Record, course: Course) -> dict[tuple[str, str, str], set[str]]:
    """The files that earlier imports from the platform wrote, by exercise and by what they came "from" or the "key" of who handed it in."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for file in record.files:
        about = record.about(file)
        student, name, person = about.get("student"), about.get("exercise"), about.get("person")
        if about.get("platform") != platform or not isinstance(student, str) or not isinstance(name, str) or name not in course.names:
            continue
        if file != file_of(student, name, course):
            continue  # no import wrote that into import.json: what it names may lie anywhere
        for kind, told in (("from", about.get("from")), ("key", person.get("key") if isinstance(person, dict) else None)):
            if isinstance(told, str):
                found.setdefault((name, kind, told), set()).add(file)
    return found


def moved(
    candidate: Candidate, row: Row, earlier: dict[tuple[str, str, str], set[str]], targets: set[str], record: Record
) -> Iterator[Row]:
    """Remove what an earlier import wrote of this work for somebody else, as it does without a roster; what was changed since is kept."""
    before = set(earlier.get((row.exercise, "key", candidate.person.key), ()))
    alone = earlier.get((row.exercise, "from", row.path), set())
    if len(alone) == len(candidate.given.people) == 1:  # of a group's file nobody could say whose is whose
        before |= alone
    for file in sorted(before - targets):
        path = record.folder / file
        digest = None if path.parent.is_symlink() else digest_of(path)
        if digest is not None and _is_newer(record.about(file).get("order"), candidate.given.order):
            why = Text(
                en=f"is newer than {row.file}, the same student's, and was left; import what it came from again",
                ko=f"같은 학생의 {row.file}보다 최신이므로 그대로 두었습니다. 이 파일이 들어 있던 내려받은 파일을 다시 가져오십시오.",
            )
            yield Row(file, Outcome.KEPT, why, row.student, row.exercise)
            continue
        if digest is not None and record.wrote(file, digest):
            path.unlink()
            with contextlib.suppress(OSError):  # something else lies there
                path.parent.rmdir()
            why = Text(en=f"is {row.file} now, and was removed", ko=f"이제 {row.file}이므로 지웠습니다.")
            yield Row(file, Outcome.SUPERSEDED, why, row.student, row.exercise)
        elif digest is not None:
            why = Text(
                en=f"is {row.file} now, but was changed since it was imported, and was left; remove one of them",
                ko=f"이제 {row.file}이지만 가져온 뒤에 바뀌어 그대로 두었습니다. 둘 중 하나를 지우십시오.",
            )
            yield Row(file, Outcome.KEPT, why, row.student, row.exercise)
            continue
        record.files.pop(file, None)


def _content_of(given: HandIn, download: Download, facts: dict[str, Any]) -> bytes | Text:
    """The program that was handed in, or why it cannot be read."""
    notebook = suffix_of(given.file) == NOTEBOOK_SUFFIX
    raw = download.read(given.entry, NOTEBOOK_BYTES if notebook else SOURCE_BYTES)
    content = _program_of(raw, given, facts) if notebook and isinstance(raw, bytes) else raw
    if isinstance(content, bytes):
        refused = decoded(given.file.rsplit("/", 1)[-1], content)
        content = refused.message if isinstance(refused, Refused) else content
    return content


def _program_of(raw: bytes, given: HandIn, facts: dict[str, Any]) -> bytes | Text:
    """The program in a notebook; adds to facts where its cells went."""
    name = given.file.rsplit("/", 1)[-1]
    source = decoded(name, raw)
    if isinstance(source, Refused):
        return source.message
    try:
        made: Program = program(source.text)
    except NotebookUnreadable as fault:
        return Text(en=f"{name} {fault.reason.en}", ko=f"{name}: {fault.reason.ko}.")
    content = made.text.encode()
    if len(content) > SOURCE_BYTES:
        return Text(en=f"{name}: its code is larger than {SOURCE_BYTES:,} bytes", ko=f"{name}: 코드가 {SOURCE_BYTES:,}바이트보다 큽니다.")
    facts["cells"] = [{"cell": cell.number, "first": cell.first, "last": cell.last} for cell in made.cells]
    facts |= {"notes": [{"en": note.en, "ko": note.ko} for note in made.notes]} if made.notes else {}
    return content


def _is_newer(known: Any, order: tuple[int, ...]) -> bool:
    """Whether an earlier import's order is above this one's, both being of one kind."""
    if not isinstance(known, list) or len(known) != len(order) or not all(isinstance(each, int) for each in known):
        return False
    before, now = told_of_all([tuple(known), order])
    return before > now
