"""What came back: work files found in a folder, read, and matched to students. Whatever is not accepted is listed with its reason."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError
from gradekit.exam.draw import student_key
from gradekit.exam.models import Exam
from gradekit.exam.pack import SUFFIX, WORK_BYTES, Handed, read_work, signed_by
from gradekit.exam.roster import Roster
from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["Arrival", "Collected", "Rejected", "collect", "read_arrivals"]

_DEPTH: Final = 4
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
    """A file that is not graded, and why. student: where that much could be told."""

    file: str
    reason: Text
    student: str = ""


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
    """Find every work file in folder, at most four folders down. key: the exam's; papers: student → the ids of the papers given out.

    received: times of arrival by the file's path below folder, or by its name. Links are not followed. Raises UsageError where folder
    cannot be listed, or none of received is there.
    """
    accepted: dict[str, list[Arrival]] = {}
    rejected: list[Rejected] = []
    used: set[str] = set()
    for path in _work_files(folder):
        file = path.relative_to(folder).as_posix()
        found = _read(path, file, exam, key, roster, papers)
        if isinstance(found, Rejected):
            rejected.append(found)
            continue
        name = next((each for each in (file, path.name) if each in received), None)
        used |= set() if name is None else {name}
        arrival = _arrival(found, file, None if name is None else received[name], exam)
        same = next((each for each in accepted.get(arrival.student, ()) if each.handed.digest == found.digest), None)
        if same is not None:
            text = Text(f"the same file as {printable(same.file)}", f"{printable(same.file)}와 같은 파일입니다")
            rejected.append(Rejected(printable(file), text, arrival.student))
            continue
        accepted.setdefault(arrival.student, []).append(arrival)
    if received and not used:
        raise UsageError(f"none of the files in the list of arrivals is in {printable(str(folder))}; name them as they are called there")
    ordered = [
        each
        for student in roster.students
        for each in sorted(_told_apart(accepted.get(student.id, [])), key=lambda one: (one.at, one.handed.work.attempt, one.file))
    ]
    return Collected(tuple(ordered), tuple(sorted(rejected, key=lambda each: each.file)))


def read_arrivals(path: Path) -> dict[str, datetime]:
    """Times of arrival: a CSV with the columns file and received, the latter with its time zone. Raises UsageError."""
    shown = printable(str(path))
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise UsageError(f"{shown}: cannot be read ({fault}); give a CSV with the columns file and received") from fault
    times: dict[str, datetime] = {}
    for number, row in enumerate(rows, start=2):
        file, said = (row.get("file") or "").strip(), (row.get("received") or "").strip()
        try:
            moment = datetime.fromisoformat(said)
        except ValueError:
            moment = None
        if not file or moment is None or moment.tzinfo is None:
            raise UsageError(f"{shown}: row {number}: needs a file and when it was received, as 2026-04-20T11:58:00+09:00")
        times[file] = moment
    if not times:
        raise UsageError(f"{shown}: holds no times; give a CSV with the columns file and received")
    return times


def _work_files(folder: Path) -> Iterator[Path]:
    try:
        os.listdir(folder)
    except OSError as fault:
        raise UsageError(
            f"{printable(str(folder))}: cannot be listed ({fault.strerror or fault}); give the folder with the work"
        ) from fault
    for place, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        if len(Path(place).relative_to(folder).parts) >= _DEPTH:
            folders[:] = []
        for name in sorted(files):
            if name.endswith(SUFFIX) and not name.startswith("."):
                yield Path(place) / name


def _read(path: Path, file: str, exam: Exam, key: bytes, roster: Roster, papers: Mapping[str, tuple[str, ...]]) -> Handed | Rejected:
    shown = printable(file)
    try:
        if path.is_symlink() or not path.is_file():
            return Rejected(shown, Text("is no regular file", "일반 파일이 아닙니다"))
        with path.open("rb") as opened:
            handed = read_work(opened.read(WORK_BYTES + 1), shown)
    except UsageError as fault:
        return Rejected(shown, Text.same(str(fault).removeprefix(f"{shown}: ")))
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
    return handed


def _arrival(handed: Handed, file: str, received: datetime | None, exam: Exam) -> Arrival:
    work = handed.work
    return Arrival(
        student=work.student,
        file=printable(file),
        handed=handed,
        at=received or work.packed,
        known=received is not None,
        remarks=tuple(_remarks(handed, received, exam)),
    )


def _remarks(handed: Handed, received: datetime | None, exam: Exam) -> Iterable[Text]:
    work = handed.work
    if received is not None and work.packed > received + _AHEAD:
        yield Text("packed after it arrived: the student's clock is ahead", "도착한 시각보다 나중에 묶었습니다. 학생의 시계가 빠릅니다")
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
