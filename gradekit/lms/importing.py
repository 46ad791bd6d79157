"""A platform's download → SUBMISSIONS/STUDENT/NAME.py and import.json, which says of every entry what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from gradekit.course.models import Course
from gradekit.errors import UsageError
from gradekit.intake.download import Download
from gradekit.lms import reader
from gradekit.lms.bringing import bring, earlier_files, file_of, moved
from gradekit.lms.candidates import Candidate, Row, told_of_all
from gradekit.lms.models import Aside, Enrolled, HandIn, Outcome, Person, utc
from gradekit.lms.naming import could_be, recognise, suffix_of
from gradekit.lms.people import Match, People
from gradekit.lms.record import Facts, Record
from gradekit.printable import printable
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
        candidates: list[Candidate] = []
        for each in reader(platform)(download):
            if isinstance(each, Aside):
                rows.append(Row(each.entry.path, each.outcome, each.why))
            else:
                candidates += _candidates(each, people, course, rows)
        chosen = list(_chosen(_told_apart(candidates, rows), course, wanted, rows))
        earlier = earlier_files(platform, record, course)
        targets = {file_of(several[0].match.student, name, course) for name, several in chosen}
        for done, (name, several) in enumerate(chosen, start=1):
            for row, candidate in bring(several, name, platform, download, record, course):
                rows.append(row)
                if row.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED):
                    rows += moved(candidate, row, earlier, targets, record)
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


def _candidates(given: HandIn, people: People, course: Course, rows: list[Row]) -> Iterator[Candidate]:
    """The file as each of those who handed it in has it; what is no work, and whose owner cannot be told, goes to rows."""
    if not suffix_of(given.file):
        rows += _no_work(given, people, course)
        return
    for person in given.people:
        match = _matched(given, person, people)
        if match.student:
            yield Candidate(given, person, match, recognise(given.file, course))
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


def _told_apart(candidates: list[Candidate], rows: list[Row]) -> Iterator[Candidate]:
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


def _chosen(candidates: Iterable[Candidate], course: Course, wanted: str | None, rows: list[Row]) -> Iterator[tuple[str, list[Candidate]]]:
    """Of each student for each exercise the files that may count, the newest first; what is for no exercise goes to rows."""
    students: dict[str, list[Candidate]] = {}
    for each in candidates:
        students.setdefault(each.match.student, []).append(each)
    for student, files in students.items():
        found: dict[str, list[Candidate]] = {}
        nameless: list[Candidate] = []
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
            orders = told_of_all([each.given.order for each in several])
            ranks = [each.rank(order) for each, order in zip(several, orders, strict=True)]
            yield name, [several[at] for at in sorted(range(len(several)), key=ranks.__getitem__, reverse=True)]


def _exercise_of(candidate: Candidate, course: Course, wanted: str | None) -> str | None:
    """The exercise by the file's name, else by the assignment that the platform files it under, should that be one."""
    if candidate.named is not None:
        return candidate.named.exercise
    given = candidate.given
    by_assignment = recognise(f"{given.assignment.replace('/', '_')}{suffix_of(given.file)}", course) if given.assignment else None
    if by_assignment is None or wanted is not None or not could_be(given.file, course, by_assignment.exercise):
        return None
    return by_assignment.exercise


def _why_nameless(candidate: Candidate, possible: int, course: Course, wanted: str | None) -> Text:
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
