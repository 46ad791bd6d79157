"""Grading an exam: work files in, a record out. What was judged once is not judged again, however often marks are worked out anew."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from gradekit.course.models import ANSWERS_FILE
from gradekit.course.parameters import variant_text
from gradekit.engine.grade import Grading, Progress, grade, journal_terms
from gradekit.engine.journal import Journal
from gradekit.engine.local import local_executor, prepared
from gradekit.errors import ResultsError, UsageError
from gradekit.exam.clock import Lateness, counted, lateness, window
from gradekit.exam.collect import Arrival, Collected, collect
from gradekit.exam.draw import DrawnPart, drawn_parts, pseudonym
from gradekit.exam.hand_out import Ledger, papers_of, require_announced
from gradekit.exam.manual import Manual
from gradekit.exam.marks import AttemptMark, mark
from gradekit.exam.models import Exam
from gradekit.exam.record import (
    AttemptRecord,
    Both,
    ExamRecord,
    ManualRecord,
    MarkRecord,
    PartRecord,
    RejectedRecord,
    StudentRecord,
    require_own,
)
from gradekit.exam.roster import Roster, Student
from gradekit.intake import Kind, Submission
from gradekit.report.gradebook import fraction
from gradekit.report.names import page_names
from gradekit.results import Result
from gradekit.sandbox.jail import Jailing
from gradekit.text import Lang

__all__ = ["ExamGrading", "grade_exam"]

_JOURNAL: Final = ".exam-journal.jsonl"
_WORK: Final = "work"
_TEXT_CHARACTERS: Final = 100_000


@dataclass(frozen=True, slots=True)
class ExamGrading:
    """What grading an exam needs. key: the exam's; ledger: of the papers handed out, where there is one; received: times of arrival."""

    exam: Exam
    key: bytes
    roster: Roster
    submissions: Path
    out: Path
    ledger: Ledger | None = None
    received: Mapping[str, datetime] = field(default_factory=dict)
    manual: Sequence[Manual] = ()
    lang: Lang = "en"
    jobs: int = 1
    device: str = "cpu"
    jail: Jailing = None
    progress: Progress = lambda what, done, total: None
    make_executor: Callable[[], Executor] | None = None


def grade_exam(work: ExamGrading) -> ExamRecord:
    """Grade every accepted attempt and work out everybody's mark.

    Raises Refusal where the exam has changed since papers were handed out and does not say so, UsageError, CannotJail and OSError.
    """
    exam = work.exam
    exam.course.require_solutions(exam.points)
    require_own(work.out, exam.course.name, exam.name)
    papers = papers_of(exam, work.key, work.roster)
    require_announced(exam, papers, work.ledger)
    known: dict[str, tuple[str, ...]] = {student: (paper.manifest.id,) for student, paper in papers.items()}
    if work.ledger is not None:
        known |= {student: ids for student, ids in work.ledger.papers.items() if student in known}
    collected = collect(work.submissions, exam, work.key, work.roster, known, work.received)
    drawn = {student.id: drawn_parts(exam, work.key, student.id) for student in work.roster.students}
    results, faults = _judged(work, collected, drawn)
    students = tuple(_student(work, student, collected.of(student.id), drawn[student.id], results) for student in work.roster.students)
    return ExamRecord(
        course=exam.course.name,
        exam=exam.name,
        title=Both.of(exam.title),
        lang=work.lang,
        most=exam.most_points,
        scale_to=exam.file.grades.scale_to,
        counts=exam.file.attempts.counts,
        blind=exam.file.blind,
        during=exam.file.feedback.during,
        after=exam.file.feedback.after,
        students=students,
        rejected=tuple(
            RejectedRecord(file=each.file, reason=Both.of(each.reason), student=each.student, same_as=each.same_as)
            for each in collected.rejected
        ),
        remarks=tuple(Both.of(each) for each in work.roster.remarks),
        faults=faults,
    )


def _judged(
    work: ExamGrading, collected: Collected, drawn: Mapping[str, Sequence[DrawnPart]]
) -> tuple[dict[tuple[str, str], Result], dict[str, str]]:
    """(the work file's digest, part) → result, and the exercises that could not be graded, with the reason."""
    exam = work.exam
    try:
        work.out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(f"{work.out}: cannot be made ({fault.strerror or fault}); choose another folder with --out") from fault
    # What came over the limit on attempts is listed, and not judged: nobody can keep the machine busy by handing in.
    submissions = [
        each
        for student, parts in drawn.items()
        for arrival, counts in _with_counts(exam, collected.of(student))
        if counts
        for each in _submissions(work, arrival, parts)
    ]
    names = list(dict.fromkeys(each.exercise for each in submissions))
    # Always with the same exercises, or one that nobody has handed in yet would make it another grading.
    with prepared(exam.course, names, lang=work.lang, device=work.device, jail=work.jail, seed_key=work.key) as setting:
        terms = journal_terms(exam.course, setting, exam.points)
        with _journal(work.out / _JOURNAL, terms) as journal:
            grading = Grading(exam.course, setting, work.make_executor or (lambda: local_executor(work.jobs)), work.jobs, work.progress)
            grade(grading, submissions, journal)
            rows = {(each.student, each.exercise): journal.row((each.student, each.exercise)) for each in submissions}
    return {key: Result.from_json(row) for key, row in rows.items()}, grading.faults


def _with_counts(exam: Exam, arrivals: Sequence[Arrival]) -> list[tuple[Arrival, bool]]:
    """Each arrival with whether it was within the limit on attempts."""
    return list(zip(arrivals, counted(exam.file.attempts, [each.at for each in arrivals]), strict=True))


def _journal(path: Path, terms: Mapping[str, object]) -> Journal:
    """What was judged before, where nothing that decides a score has changed since."""
    try:
        return Journal(path, terms, resume=True)
    except ResultsError:
        return Journal(path, terms, resume=False)


def _submissions(work: ExamGrading, arrival: Arrival, drawn: Sequence[DrawnPart]) -> list[Submission]:
    """The attempt's files, written to where judges read them. Each goes by the work file's digest, so that it is judged once."""
    folder = work.out / _WORK / page_names([arrival.student])[arrival.student].removesuffix(".html") / arrival.handed.digest[:16]
    found: dict[str, Submission] = {}
    for part in drawn:
        content = arrival.handed.files.get(part.name)
        if content is None:
            continue
        file = f"{part.name}/{ANSWERS_FILE}" if part.exercise.is_quiz else part.exercise.file_name
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            if path.read_bytes() != content:
                path.unlink()
        if not path.exists():
            path.write_bytes(content)
        found[part.name] = Submission(
            arrival.handed.digest, part.name, path, Kind.FILE, file, (), arrival.student, () if part.exercise.is_quiz else part.variant
        )
    return [_with_earlier(each, found, work.exam) for each in found.values()]


def _with_earlier(submission: Submission, beside: Mapping[str, Submission], exam: Exam) -> Submission:
    built_on = exam.course.built_on_by(exam.exercise(submission.exercise))
    return replace(submission, earlier=tuple(beside[each.name] for each in built_on if each.name in beside))


def _student(
    work: ExamGrading,
    student: Student,
    arrivals: Sequence[Arrival],
    drawn: Sequence[DrawnPart],
    results: Mapping[tuple[str, str], Result],
) -> StudentRecord:
    exam = work.exam
    when = window(exam.file, exam.accommodation(student.id))
    attempts = []
    for number, (arrival, counts) in enumerate(_with_counts(exam, arrivals), start=1):
        due = when.deadline(arrival.handed.work.started)
        late = lateness(exam.file.late, due, arrival.at)
        attempts.append(_attempt(exam, number, arrival, due, late, counts, drawn, results))
    manual = [each for each in work.manual if each.student == student.id]
    given = {each.part: each.points for each in manual if exam.written(each.part) is not None and each.points is not None}
    adjusted = sum(each.points or 0.0 for each in manual if exam.written(each.part) is None)
    policy, grades = exam.file.attempts, exam.file.grades
    marks = [AttemptMark(each.points, each.factor, each.counts) for each in attempts]
    got = mark(policy, grades, exam.most_points, marks, sum(given.values()), adjusted)
    return StudentRecord(
        id=student.id,
        name=student.name,
        pseudonym=pseudonym(work.key, student.id),
        parts=tuple(_parts(exam, drawn)),
        opens=when.opens,
        closes=when.closes,
        duration_seconds=None if when.duration is None else when.duration.total_seconds(),
        attempts=tuple(attempts),
        mark=MarkRecord(**asdict(got)),
        manual=tuple(ManualRecord(**{name: getattr(each, name) for name in ManualRecord.model_fields}) for each in manual),
        to_mark=tuple(each.name for each in exam.file.written if each.name not in given) if attempts else (),
    )


def _parts(exam: Exam, drawn: Sequence[DrawnPart]) -> list[PartRecord]:
    pools = {name: ", ".join(part.pool) for part in exam.file.parts for name in part.names}
    parts = [
        PartRecord(
            name=each.name,
            kind=each.exercise.kind,
            title=Both.of(each.exercise.title),
            points=each.points,
            variant=variant_text(each.variant),
            pool=pools[each.name],
        )
        for each in drawn
    ]
    return parts + [
        PartRecord(name=each.name, kind="written", title=Both.of(each.title.text), points=each.points) for each in exam.file.written
    ]


def _attempt(
    exam: Exam,
    number: int,
    arrival: Arrival,
    due: datetime,
    late: Lateness,
    counts: bool,
    drawn: Sequence[DrawnPart],
    results: Mapping[tuple[str, str], Result],
) -> AttemptRecord:
    handed = arrival.handed
    own = {part.name: results.get((handed.digest, part.name)) for part in drawn}
    points = {
        part.name: round(part.points * fraction(result.score, result.max_score), 4) if (result := own[part.name]) is not None else 0.0
        for part in drawn
    }
    written = {
        each.name: handed.files[each.name].decode("utf-8", "replace")[:_TEXT_CHARACTERS]
        for each in exam.file.written
        if each.name in handed.files
    }
    return AttemptRecord(
        number=number,
        file=arrival.file,
        digest=handed.digest,
        at=arrival.at,
        known=arrival.known,
        started=handed.work.started,
        due=due,
        late_seconds=late.late.total_seconds(),
        factor=late.factor,
        past_cutoff=late.past_cutoff,
        counts=counts,
        remarks=tuple(Both.of(each) for each in arrival.remarks),
        points=points,
        rows=tuple({**result.to_json(), "student": arrival.student} for result in own.values() if result is not None),
        written=written,
    )
