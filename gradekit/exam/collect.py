"""What came back: work files found in a folder, read, and matched to students. Whatever is not accepted is listed with its reason."""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError
from gradekit.exam.clock import window
from gradekit.exam.draw import student_key
from gradekit.exam.models import Exam
from gradekit.exam.pack import RECEIPT_SUFFIX, SUFFIX, WORK_BYTES, Handed, read_work, signed_by, work_name
from gradekit.exam.roster import Roster
from gradekit.exam.tables import delimiter_of, table_text
from gradekit.exam.words import length_text
from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["Arrival", "Collected", "Rejected", "collect", "is_work", "read_arrivals"]

_DEPTH: Final = 4
_FILES_OF_ONE: Final = 50  # besides those that the limit on attempts asks for
_BEHIND: Final = timedelta(minutes=10)
_AHEAD: Final = timedelta(minutes=2)  # by which a student's clock may be wrong without anybody being told


@dataclass(frozen=True, slots=True)
class Arrival:
    """One attempt of one student. at: when it counts as handed in. known: whether that is the time of arrival, and not the student's word.

    remarks: what an instructor should know of it, which changes nothing by itself.
    """

    student: str
    file: str
    handed: Handed
    at: datetime
    known: bool
    remarks: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that is not graded, and why. student: where that much could be told. same_as: the file that it is a copy of."""

    file: str
    reason: Text
    student: str = ""
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """arrivals: by student and time."""

    arrivals: tuple[Arrival, ...]
    rejected: tuple[Rejected, ...]

    def of(self, student: str) -> tuple[Arrival, ...]:
        return tuple(each for each in self.arrivals if each.student == student)


def collect(
    folder: Path,
    exam: Exam,
    key: bytes,
    roster: Roster,
    papers: Mapping[str, tuple[str, ...]],
    received: Mapping[str, datetime],
) -> Collected:
    """Find every work file in folder, at most four folders down; any other file that is not hidden is rejected.

    key: the exam's; papers: student → the ids of the papers given out.

    received: times of arrival by the file's path below folder, or by its name. Links are not followed. Raises UsageError where folder
    cannot be listed, or none of received is there.
    """
    accepted: dict[str, dict[bytes, list[Arrival]]] = {}
    rejected: list[Rejected] = []
    times = {_spelt(file): moment for file, moment in received.items()}
    used: set[str] = set()
    found = list(_files(folder))
    names = Counter(_spelt(path.name) for path, problem in found if problem is None)
    for path, problem in found:
        file = path.relative_to(folder).as_posix()
        handed = Rejected(printable(file), problem) if problem is not None else _read(path, file, exam, key, roster, papers)
        if isinstance(handed, Rejected):
            rejected.append(handed)
            continue
        listed = _listed(file, handed, times, names)
        used |= set() if listed is None else {listed}
        arrival = _arrival(handed, file, None if listed is None else times[listed], exam)
        own = accepted.setdefault(arrival.student, {})
        if handed.said not in own and len(own) >= _FILES_OF_ONE + 2 * exam.file.attempts.most:
            text = Text("one of too many by this student", "한 학생의 파일이 너무 많아 읽지 않았습니다")
            rejected.append(Rejected(printable(file), text, arrival.student))
            continue
        own.setdefault(handed.said, []).append(arrival)
    if received and not used:
        raise UsageError(f"none of the files in the list of arrivals is in {printable(str(folder))}; name them as they are called there")
    ordered: list[Arrival] = []
    for student in roster.students:
        kept = []
        for copies in accepted.get(student.id, {}).values():
            # Whoever else has the file can hand in a copy, later or wrapped in another archive: it must not take the file's place.
            first = min(copies, key=lambda each: (not each.known, each.at, not each.handed.as_packed, each.file))
            kept.append(first)
            text = Text("the same file as another one", "다른 파일과 같은 답안입니다")
            rejected += [Rejected(each.file, text, student.id, first.file) for each in copies if each is not first]
        ordered += sorted(_told_apart(kept), key=lambda one: (one.at, one.handed.work.attempt, one.file))
    return Collected(tuple(ordered), tuple(sorted(rejected, key=lambda each: each.file)))


def read_arrivals(path: Path) -> dict[str, datetime]:
    """Times of arrival: a CSV with the columns file and received, the latter with its time zone. Raises UsageError."""
    shown = printable(str(path))
    text = table_text(path, shown)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)))
    except csv.Error as fault:
        raise UsageError(f"{shown}: no CSV ({fault}); give a CSV with the columns file and received") from fault
    times: dict[str, datetime] = {}
    for number, row in enumerate(rows, start=2):
        file, said = (row.get("file") or "").strip(), (row.get("received") or "").strip()
        try:
            moment = datetime.fromisoformat(said)
        except ValueError:
            moment = None
        if not file or moment is None or moment.tzinfo is None or not 2000 <= moment.year < 2200:
            raise UsageError(f"{shown}: row {number}: needs a file and when it was received, as 2026-04-20T11:58:00+09:00")
        if times.setdefault(file, moment) != moment:
            raise UsageError(f"{shown}: row {number}: {printable(file)} was received at another time above; name files with their folders")
    if not times:
        raise UsageError(f"{shown}: holds no times; give a CSV with the columns file and received")
    return times


def is_work(name: str) -> bool:
    """Whether a file of that name is taken for work, whatever was added to the name on the way ("x.work.zip")."""
    return not name.startswith(".") and SUFFIX in Path(name.lower()).suffixes


def _files(folder: Path) -> Iterator[tuple[Path, Text | None]]:
    """Every file below folder that is not hidden, and why it is not read, or None where it is work."""
    try:
        os.listdir(folder)
    except OSError as fault:
        raise UsageError(
            f"{printable(str(folder))}: cannot be listed ({fault.strerror or fault}); give the folder with the work"
        ) from fault
    no_file = Text("is a folder, and no file: ask for the file itself", "파일이 아니라 폴더입니다. 파일 자체를 받으십시오")
    too_deep = Text(
        f"a folder more than {_DEPTH} folders down, not looked into: move it up",
        f"{_DEPTH}단계보다 깊은 폴더라 읽지 않았습니다. 위로 옮기십시오",
    )
    no_work = Text(
        f"has no {SUFFIX} in its name: if it is a student's work, give it back the name that 'gradekit submit' gave it",
        f"이름에 {SUFFIX}가 없습니다. 학생의 답안이면 'gradekit submit'이 붙인 이름으로 되돌리십시오",
    )
    a_receipt = Text(f"is a receipt, and no work: the work is in a file *{SUFFIX}", f"접수증입니다. 답안은 *{SUFFIX} 파일에 있습니다")
    for place, folders, files in os.walk(folder, followlinks=False):
        here = Path(place)
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from ((here / name, no_file) for name in folders if is_work(name))
        if len(here.relative_to(folder).parts) >= _DEPTH:
            yield from ((here / name, too_deep) for name in folders if not is_work(name))
            folders[:] = []
        for name in sorted(files):
            if is_work(name):
                yield here / name, None
            elif not name.startswith("."):
                yield here / name, a_receipt if name.endswith(RECEIPT_SUFFIX) else no_work


def _spelt(file: str) -> str:
    """A file's name as any system may spell it, in one way."""
    return unicodedata.normalize("NFC", file.replace("\\", "/")).removeprefix("./")


def _listed(file: str, handed: Handed, times: Mapping[str, datetime], names: Mapping[str, int]) -> str | None:
    """The name by which the list of arrivals has the file.

    By its name without folders only where no other file has that name, or it is this student's: a name can be chosen, and nobody must
    take the time at which somebody else's work arrived.
    """
    path = _spelt(file)
    name = path.rpartition("/")[2]
    if path in times:
        return path
    own = work_name(handed.work.exam, handed.work.student, handed.work.attempt)
    return name if name in times and (names[name] == 1 or name == own) else None


def _read(path: Path, file: str, exam: Exam, key: bytes, roster: Roster, papers: Mapping[str, tuple[str, ...]]) -> Handed | Rejected:
    shown = printable(file)
    try:
        if path.is_symlink() or not path.is_file():
            return Rejected(shown, Text("is no regular file", "일반 파일이 아닙니다"))
        with path.open("rb") as opened:
            handed = read_work(opened.read(WORK_BYTES + 1), shown)
    except UsageError as fault:
        said = str(fault).removeprefix(f"{shown}: ")
        return Rejected(shown, Text(said, "gradekit이 묶은 그대로의 파일이 아니거나 손상되었습니다. 학생에게 다시 받으십시오"))
    except OSError as fault:
        return Rejected(shown, Text(f"cannot be read ({fault.strerror})", f"읽을 수 없습니다 ({fault.strerror})"))
    work = handed.work
    if (work.course, work.exam) != (exam.course.name, exam.name):
        other = printable(f"{work.exam} ({work.course})")[:200]
        return Rejected(shown, Text(f"is for another exam, {other}", f"다른 시험({other})의 답안입니다"))
    student = roster.find(work.student)
    if student is None:
        who = printable(work.student)[:100]
        return Rejected(shown, Text(f"is by {who}, who is not on the roster", f"명단에 없는 학생({who})의 답안입니다"))
    if not signed_by(handed, student_key(key, student.id)):
        text = Text(
            "its signature is wrong: it was changed after it was packed, or packed with another student's paper",
            "서명이 맞지 않습니다. 묶은 뒤에 바뀌었거나 다른 학생의 시험지로 묶은 파일입니다",
        )
        return Rejected(shown, text, student.id)
    if work.paper not in papers.get(student.id, ()):
        text = Text("answers a paper that this student was never given", "이 학생에게 배포하지 않은 시험지에 대한 답안입니다")
        return Rejected(shown, text, student.id)
    # As the roster spells the student, and of the files what an exam can ask for.
    parts = {*exam.points, *(each.name for each in exam.file.written)}
    files = {part: content for part, content in handed.files.items() if part in parts}
    return replace(handed, work=work.model_copy(update={"student": student.id}), files=files)


def _arrival(handed: Handed, file: str, received: datetime | None, exam: Exam) -> Arrival:
    work = handed.work
    # Whatever a clock says, nobody hands in before they may begin; else times made up would make up attempts.
    opens = window(exam.file, exam.accommodation(work.student)).opens
    return Arrival(
        student=work.student,
        file=printable(file),
        handed=handed,
        at=received or max(work.packed, opens),
        known=received is not None,
        remarks=tuple(_remarks(handed, received, exam)),
    )


def _remarks(handed: Handed, received: datetime | None, exam: Exam) -> Iterable[Text]:
    work = handed.work
    if received is not None and work.packed > received + _AHEAD:
        yield Text("packed after it arrived: the student's clock is ahead", "도착한 시각보다 나중에 묶었습니다. 학생의 시계가 빠릅니다")
    if received is not None and received - work.packed > _BEHIND:
        delay = received - work.packed
        yield Text(
            f"arrived {length_text(delay, 'en')} after it was packed: handed in late, or the student's clock is behind",
            f"묶은 지 {length_text(delay, 'ko')} 뒤에 도착했습니다. 늦게 제출했거나 학생의 시계가 느립니다",
        )
    if work.started < exam.file.opens and not _opens_earlier(exam, work.student, work.started):
        yield Text("begun before the exam opened: the student's clock is behind", "시험 시작 전에 열었습니다. 학생의 시계가 느립니다")
    if work.packed < work.started:
        yield Text("packed before it was begun: the student's clock was set", "시작하기 전에 묶었습니다. 학생이 시계를 바꾸었습니다")
    if any(each.clock_back for each in work.log):
        yield Text("the student's clock went back during the exam", "시험 중에 학생의 시계가 뒤로 갔습니다")
    if work.log_edited:
        yield Text("the log of the sitting was edited by hand", "응시 기록을 손으로 고쳤습니다")


def _opens_earlier(exam: Exam, student: str, moment: datetime) -> bool:
    own = exam.accommodation(student)
    return own is not None and own.opens is not None and moment >= own.opens


def _told_apart(arrivals: Iterable[Arrival]) -> list[Arrival]:
    """The arrivals, with a remark on those that claim to be the same attempt: two sittings of one paper."""
    listed = list(arrivals)
    numbers = [each.handed.work.attempt for each in listed]
    note = Text(
        "another file says that it is this attempt too: the paper was begun twice",
        "같은 회차라고 하는 파일이 또 있습니다. 시험지를 두 번 시작했습니다",
    )
    return [
        Arrival(each.student, each.file, each.handed, each.at, each.known, (*each.remarks, note)) if numbers.count(number) > 1 else each
        for each, number in zip(listed, numbers, strict=True)
    ]
