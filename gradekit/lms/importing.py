"""A platform's download → SUBMISSIONS/STUDENT/NAME.py and import.json, which says of every entry what became of it."""

from __future__ import annotations

import contextlib
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final

from gradekit.course.models import Course
from gradekit.errors import UsageError
from gradekit.intake.download import Download
from gradekit.intake.files import SOURCE_BYTES
from gradekit.intake.notebook import NOTEBOOK_BYTES, NOTEBOOK_SUFFIX, NotebookUnreadable, Program, program
from gradekit.intake.reading import decoded
from gradekit.intake.submission import Refused
from gradekit.lms import reader
from gradekit.lms.models import Aside, Enrolled, HandIn, Outcome, Person, utc
from gradekit.lms.naming import Named, could_be, recognise, suffix_of
from gradekit.lms.people import Match, People, folder_of
from gradekit.lms.record import Facts, Record, digest_of
from gradekit.printable import printable
from gradekit.results import write_atomically
from gradekit.text import Text

__all__ = ["Row", "Summary", "import_download"]

_NOT_NAMED: Final = Text(
    en="is named for no exercise; give --exercise if all of it is for one",
    ko="과제 이름이 아닙니다. 모두 한 과제의 답이면 --exercise를 쓰십시오.",
)
_OTHER_KIND: Final = Text(en="is no Python file, notebook or quiz's answers", ko="파이썬 파일, 노트북, 퀴즈 답안 중 어느 것도 아닙니다.")
_ARCHIVE: Final = Text(
    en="is an archive, which is not opened; ask for the file itself", ko="압축 파일은 열지 않습니다. 파일 자체를 받으십시오."
)
_OF_A_MAC: Final = Text(en="is what a Mac keeps beside files", ko="맥이 파일과 함께 만든 것입니다.")
_NEWER: Final = Text(en="an earlier import brought a newer one", ko="앞서 가져온 것이 더 최신입니다.")
_STANDS: Final = Text(
    en="something that no import wrote stands in its place, and was left as it is",
    ko="가져오기로 만들지 않은 것이 그 자리에 있어 그대로 두었습니다.",
)
_NOTHING: Final = Facts({})


@dataclass(slots=True)
class Row:
    """What became of an entry, for one of those who handed it in. file: STUDENT/NAME.py, where it is theirs. facts: all else of it."""

    path: str
    outcome: Outcome
    why: Text | None = None
    student: str = ""
    exercise: str = ""
    file: str = ""
    facts: Facts = _NOTHING

    @property
    def more(self) -> dict[str, Any]:
        """What else import.json says of the entry."""
        return self.facts()

    def to_json(self) -> dict[str, Any]:
        told = {"student": self.student, "exercise": self.exercise, "file": self.file}
        row: dict[str, Any] = {"path": self.path, "outcome": self.outcome.value, **{key: value for key, value in told.items() if value}}
        if self.why is not None:
            row["why"] = {"en": self.why.en, "ko": self.why.ko}
        return row | self.more


@dataclass(frozen=True, slots=True)
class Summary:
    """An import. rows: by path. absent: students of the roster who handed in nothing that could be read as theirs."""

    record: Path
    rows: tuple[Row, ...]
    absent: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        counted = Counter(row.outcome.value for row in self.rows)
        return {each.value: counted[each.value] for each in Outcome}

    @property
    def students(self) -> int:
        return len({row.student for row in self.rows if row.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED)})


@dataclass(slots=True)
class _Candidate:
    """A file of a student's, which may be the one that counts."""

    given: HandIn
    person: Person
    match: Match
    named: Named | None

    def rank(self, order: tuple[int, ...]) -> tuple[Any, ...]:
        """The newest by the platform's numbering, then by the copy's number; then the rightly named, the outermost, the program."""
        named = self.named
        copies, exact = (named.copy, named.exact) if named else (0, False)
        return (
            order,
            copies,
            exact,
            -self.given.file.count("/"),
            suffix_of(self.given.file) != NOTEBOOK_SUFFIX,
            self.given.entry.path,
        )


def import_download(
    platform: str,
    source: Path,
    out: Path,
    course: Course,
    *,
    exercise: str | None = None,
    students: Iterable[Enrolled] = (),
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> Summary:
    """Write the work in a platform's download into out, one folder a student.

    exercise: the one that it is all for; None means as the files are named. students: the roster, where there is one. Nothing in out is
    overwritten but what an earlier import wrote there. Raises UsageError where source cannot be read or out cannot be written,
    UnknownExercise, and OSError (a full disk): import again, and it goes on.
    """
    wanted = None if exercise is None else course.exercise(exercise).name
    if out.resolve().is_relative_to(source.resolve()):
        raise UsageError(f"{printable(str(out))}: lies inside {printable(str(source))}, which is read; choose another --out")
    people = People(students)
    with Download(source) as download, Record(out) as record:
        rows = [Row(each.path, Outcome.IGNORED, _OF_A_MAC) for each in download.noise]
        candidates: list[_Candidate] = []
        for each in reader(platform)(download):
            if isinstance(each, Aside):
                rows.append(Row(each.entry.path, each.outcome, each.why))
            else:
                candidates += _candidates(each, people, course, rows)
        chosen = list(_chosen(_told_apart(candidates, rows), course, wanted, rows))
        earlier = _earlier(platform, record, course)
        targets = {_file_of(several[0].match.student, name, course) for name, several in chosen}
        for done, (name, several) in enumerate(chosen, start=1):
            for row, candidate in _bring(several, name, platform, download, record, course):
                rows.append(row)
                if row.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED):
                    rows += _moved(candidate, row, earlier, targets, record)
            progress("import", done, len(chosen))
        _quieten(rows)
        rows.sort(key=lambda row: (row.path, row.student))
        arrived = {row.student for row in rows if row.file}
        absent = tuple(each for each in people.ids if each not in arrived)
        summary = Summary(record.path, tuple(rows), absent)
        record.save(
            {
                "platform": platform,
                "download": source.name or source.resolve().name,
                "imported": utc(datetime.now(UTC)),
                "course": course.name,
                "exercise": wanted,
                "counts": summary.counts,
                "absent": list(absent),
            },
            (row.to_json() for row in rows),
        )
    return summary


def _candidates(given: HandIn, people: People, course: Course, rows: list[Row]) -> Iterator[_Candidate]:
    """The file as each of those who handed it in has it; what is no work, and whose owner cannot be told, goes to rows."""
    if not suffix_of(given.file):
        rows += _no_work(given, people, course)
        return
    for person in given.people:
        match = _matched(given, person, people)
        if match.student:
            yield _Candidate(given, person, match, recognise(given.file, course))
        else:
            rows.append(Row(given.entry.path, Outcome.AMBIGUOUS, _why_ambiguous(match), facts=Facts({"person": person.to_json()})))


def _no_work(given: HandIn, people: People, course: Course) -> Iterator[Row]:
    """What became of a file that is of no kind that is graded. One that is named for an exercise is some student's mistake."""
    path = given.entry.path
    hidden = any(part.startswith((".", "__MACOSX")) for part in given.file.split("/"))
    packed = given.file.lower().endswith((".zip", ".tar", ".gz", ".tgz", ".7z", ".rar"))
    plain = PurePosixPath(given.file)
    named = None if hidden else next(filter(None, (recognise(str(plain.with_suffix(each)), course) for each in (".py", ".toml"))), None)
    if packed:
        yield Row(path, Outcome.IGNORED if hidden else Outcome.MISNAMED, _ARCHIVE)
    elif named is None:
        yield Row(path, Outcome.IGNORED, _OTHER_KIND)
    else:
        why = Text(
            en=f"is named for {named.exercise}, but {_OTHER_KIND.en}; ask for it again as one",
            ko=f"{named.exercise} 과제의 이름이지만 {_OTHER_KIND.ko} 맞는 형식으로 다시 받으십시오.",
        )
        for person in given.people:
            yield Row(path, Outcome.MISNAMED, why, _matched(given, person, people).student, named.exercise)


def _quieten(rows: Iterable[Row]) -> None:
    """What is named for an exercise but of another kind is no mistake where the student's work on it came as well: a report, say."""
    arrived = {(row.student, row.exercise) for row in rows if row.file}
    for row in rows:
        if row.outcome is Outcome.MISNAMED and row.exercise and (row.student, row.exercise) in arrived:
            row.outcome, row.why = Outcome.IGNORED, _OTHER_KIND


def _matched(given: HandIn, person: Person, people: People) -> Match:
    """Whose the file is as this person's; nobody's where its name means somebody else of the roster as well."""
    match = people.match(person)
    others = [found.student for each in given.rivals if (found := people.match(each)).by and found.student != match.student]
    if not match.student or (not others and (match.by or not given.by_roster)):
        return match
    possible = [match.student, *(others or [each.key for each in given.rivals])]
    return Match("", "", tuple(sorted({each for each in possible if each})))


def _why_ambiguous(match: Match) -> Text:
    names = ", ".join(match.candidates[:8])
    if match.differs:
        return Text(
            en=f"has the number of {names} but another name; if it is the same student, correct the name in the roster",
            ko=f"번호는 {names} 학생의 것이지만 이름이 다릅니다. 같은 학생이면 명단의 이름을 고치십시오.",
        )
    return Text(en=f"could be the work of {names}; nobody was guessed", ko=f"{names} 중 누구의 것인지 알 수 없어 가져오지 않았습니다.")


def _told_apart(candidates: list[_Candidate], rows: list[Row]) -> Iterator[_Candidate]:
    """Without those who share a student of the roster with somebody whom the roster knows no worse: neither of them is guessed to be it."""
    sureness = {by: at for at, by in enumerate(("name", "email", "login", "github", "participant", "canvas", "id"))}
    owners: dict[str, dict[Person, int]] = {}
    for each in candidates:
        owners.setdefault(each.match.student, {})[each.person.itself] = sureness.get(each.match.by, -1)
    for each in candidates:
        rivals = owners[each.match.student]
        mine = rivals[each.person.itself]
        others = [person.key for person, theirs in rivals.items() if person != each.person.itself and theirs >= mine]
        if not others:
            yield each
            continue
        shown = ", ".join(others[:4])
        why = Text(
            en=f"{each.match.student} would be this account and {shown} at once",
            ko=f"이 계정과 {shown} 계정이 모두 {each.match.student} 학생으로 보입니다.",
        )
        rows.append(Row(each.given.entry.path, Outcome.AMBIGUOUS, why, facts=Facts({"person": each.person.to_json()})))


def _chosen(
    candidates: Iterable[_Candidate], course: Course, wanted: str | None, rows: list[Row]
) -> Iterator[tuple[str, list[_Candidate]]]:
    """Of each student for each exercise the files that may count, the newest first; what is for no exercise goes to rows."""
    students: dict[str, list[_Candidate]] = {}
    for each in candidates:
        students.setdefault(each.match.student, []).append(each)
    for student, files in students.items():
        found: dict[str, list[_Candidate]] = {}
        nameless: list[_Candidate] = []
        for each in files:
            name = _exercise_of(each, course, wanted)
            if name is None:
                nameless.append(each)
            elif wanted is not None and name != wanted:
                why = Text(en=f"is named for {name}, not {wanted}", ko=f"{wanted}이 아니라 {name} 과제의 이름입니다.")
                rows.append(Row(each.given.entry.path, Outcome.MISNAMED, why, student))
            else:
                found.setdefault(name, []).append(each)
        possible = [each for each in nameless if wanted is not None and could_be(each.given.file, course, wanted)]
        if wanted is not None and not found and len(possible) == 1:
            found[wanted] = possible
            nameless.remove(possible[0])
        for each in nameless:
            why = _why_nameless(each, 0 if found else len(possible), course, wanted)
            rows.append(Row(each.given.entry.path, Outcome.MISNAMED, why, student))
        for name, several in found.items():
            orders = _told_of_all([each.given.order for each in several])
            ranks = [each.rank(order) for each, order in zip(several, orders, strict=True)]
            yield name, [several[at] for at in sorted(range(len(several)), key=ranks.__getitem__, reverse=True)]


def _told_of_all(orders: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The orders without what one of them does not tell: by that nothing can be ordered."""
    places = [at for at in range(min(map(len, orders))) if all(order[at] for order in orders)]
    return [tuple(order[at] for at in places) for order in orders]


def _exercise_of(candidate: _Candidate, course: Course, wanted: str | None) -> str | None:
    """The exercise by the file's name, else by the assignment that the platform files it under, should that be one."""
    if candidate.named is not None:
        return candidate.named.exercise
    given = candidate.given
    by_assignment = recognise(f"{given.assignment.replace('/', '_')}{suffix_of(given.file)}", course) if given.assignment else None
    if by_assignment is None or wanted is not None or not could_be(given.file, course, by_assignment.exercise):
        return None
    return by_assignment.exercise


def _why_nameless(candidate: _Candidate, possible: int, course: Course, wanted: str | None) -> Text:
    """possible: how many such files of the student's could be the work, 0 where one that is named for it came."""
    if wanted is None:
        return _NOT_NAMED
    if not could_be(candidate.given.file, course, wanted):
        return Text(en=f"cannot be the work on {wanted}", ko=f"{wanted} 과제의 답이 될 수 없는 파일입니다.")
    if not possible:
        return Text(
            en=f"is not named for {wanted}, and another file is", ko=f"{wanted} 과제의 이름이 아니며, 그 이름인 파일이 따로 있습니다."
        )
    return Text(
        en=f"is one of {possible} files that could be {wanted}; none is named so",
        ko=f"{wanted}일 수 있는 파일 {possible}개 중 하나이지만 그 이름인 것이 없습니다.",
    )


def _file_of(student: str, name: str, course: Course) -> str:
    return f"{folder_of(student)}/{course.exercise(name).file_name}"


def _bring(
    several: list[_Candidate], name: str, platform: str, download: Download, record: Record, course: Course
) -> Iterator[tuple[Row, _Candidate]]:
    """Write the newest of several that can be read, where it may be written. What became of each of them."""
    refused: list[tuple[Row, _Candidate]] = []
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


def _read(candidate: _Candidate, name: str, download: Download) -> tuple[Row, bytes | Text]:
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


def _write(row: Row, content: bytes, candidate: _Candidate, platform: str, record: Record, course: Course) -> None:
    """Write a student's program, where it may be written; tells row what became of it."""
    given, name = candidate.given, row.exercise
    digest = hashlib.sha256(content).hexdigest()
    file = _file_of(row.student, name, course)
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


def _earlier(platform: str, record: Record, course: Course) -> dict[tuple[str, str, str], set[str]]:
    """The files that earlier imports from the platform wrote, by exercise and by what they came "from" or the "key" of who handed it in."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for file in record.files:
        about = record.about(file)
        student, name, person = about.get("student"), about.get("exercise"), about.get("person")
        if about.get("platform") != platform or not isinstance(student, str) or not isinstance(name, str) or name not in course.names:
            continue
        if file != _file_of(student, name, course):
            continue  # no import wrote that into import.json: what it names may lie anywhere
        for kind, told in (("from", about.get("from")), ("key", person.get("key") if isinstance(person, dict) else None)):
            if isinstance(told, str):
                found.setdefault((name, kind, told), set()).add(file)
    return found


def _moved(
    candidate: _Candidate, row: Row, earlier: dict[tuple[str, str, str], set[str]], targets: set[str], record: Record
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
    before, now = _told_of_all([tuple(known), order])
    return before > now
