"""Judging again: which submissions, what became of their scores and why, and only then what of it is kept.

What has not changed is not run again. What was run is in a journal in the user's cache folder until it is kept, so neither a look
beforehand (--dry-run) nor a process that was killed costs a second run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from gradekit.course.models import Course
from gradekit.course.places import cache_folder
from gradekit.engine.grade import Grading, Progress, grade, journal_terms, terms_of
from gradekit.engine.journal import Journal
from gradekit.engine.place import Place
from gradekit.errors import CourseError, Refusal, UsageError
from gradekit.intake import Submission
from gradekit.results import Result, Status
from gradekit.store.judged import Current, Judged, current_of, falls, keep, key_of
from gradekit.store.opening import Database
from gradekit.store.standing import best, fact
from gradekit.store.tables import results, students, submissions
from gradekit.store.work import batches, stored
from gradekit.text import LANGUAGES, Lang

__all__ = ["CHOICES", "Difference", "Regrade", "changed", "keep_differences", "plan", "regrade", "spoken_before"]

CHOICES: Final = ("latest", "best", "failed", "all")
_AT_ONCE: Final = 200
_JOURNAL_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Planned:
    """A submission that was chosen, and the result it has."""

    submission: int
    student: str
    attempt: int
    current: Current | None

    @property
    def score(self) -> float | None:
        return None if self.current is None else self.current.score

    @property
    def max_score(self) -> float | None:
        return None if self.current is None else self.current.max_score


@dataclass(frozen=True, slots=True)
class Difference:
    """What judging again made of a submission. why: the names of what changed since, as in judge.fingerprint.made_with; result: the id
    of the one that it had.
    """

    submission: int
    student: str
    attempt: int
    result: int | None
    before: float | None
    max_before: float
    status_before: str
    after: float
    max_score: float
    status: str
    why: tuple[str, ...]

    @property
    def falls(self) -> bool:
        return self.before is not None and self.is_sound and falls(self.before, self.max_before, self.after, self.max_score)

    @property
    def rises(self) -> bool:
        return self.before is not None and self.is_sound and falls(self.after, self.max_score, self.before, self.max_before)

    @property
    def differs(self) -> bool:
        return (self.before, self.max_before, self.status_before) != (self.after, self.max_score, self.status)

    @property
    def is_sound(self) -> bool:
        """Whether it was judged at all; what the grader failed at is never kept."""
        return self.status != Status.GRADER_ERROR.value


@dataclass(frozen=True, slots=True)
class Regrade:
    """What was looked at. same: submissions whose results are up to date, which were not run. journal: where the new results are."""

    exercise: str
    differences: tuple[Difference, ...]
    same: int
    terms: dict[str, str]
    before: tuple[dict[str, str], ...]
    journal: Path
    journal_terms: dict[str, object]


def plan(connection: Connection, exercise: str, only: Sequence[str]) -> list[Planned]:
    """The submissions to an exercise that are meant, by student and attempt.

    only: "latest", "best", "failed" (latest ones short of full marks, or not judged) or "all", and any students' ids. By default those
    that may count: the latest, or all where the best one does. Raises UsageError for a student without work on it.
    """
    words = [each for each in only if each in CHOICES]
    if len(words) > 1:
        raise UsageError(f"--only {' --only '.join(words)}: choose one of them; students may be named besides")
    chosen = words[0] if words else "all" if fact(connection, "attempts") == "best" else "latest"
    wanted = {each for each in only if each not in CHOICES}
    columns = submissions.c
    query = (
        select(columns.id, columns.student, columns.attempt).where(columns.exercise == exercise).order_by(columns.student, columns.attempt)
    )
    if wanted:
        query = query.where(columns.student.in_(wanted))
    found = connection.execute(query).all()
    absent = sorted(wanted - {row.student for row in found})
    if absent:
        known = set(connection.execute(select(students.c.id).where(students.c.id.in_(absent))).scalars())
        what = "has handed in nothing for" if absent[0] in known else "is not known; nobody has handed in work under that id for"
        raise UsageError(f"--only {absent[0]}: that student {what} {exercise}; 'gradekit gradebook show' lists them all")
    current: dict[int, Current] = {}
    for some in batches((row.id for row in found), _AT_ONCE):
        current |= current_of(connection, some)
    by_student: dict[str, list[Planned]] = {}
    for row in found:
        by_student.setdefault(row.student, []).append(Planned(row.id, row.student, row.attempt, current.get(row.id)))
    return [each for attempts in by_student.values() for each in _chosen(attempts, chosen)]


def _chosen(attempts: Sequence[Planned], word: str) -> Sequence[Planned]:
    if word == "all":
        return attempts
    if word == "best":
        return [best(attempts)]
    last = attempts[-1]
    now = last.current
    if word == "failed" and now is not None and now.status == Status.GRADED.value and now.score >= now.max_score:
        return []
    return [last]


def regrade(
    database: Database,
    course: Course,
    place: Place,
    exercise: str,
    planned: Sequence[Planned],
    *,
    again: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> Regrade:
    """Judge those of planned whose results are not up to date, and keep nothing of it. again: the others too.

    Raises CourseError for a suite that is broken, ResultsError where somebody else here is at the same, StoreError, OSError.
    """
    setting = place.setting
    terms = terms_of(course, setting, exercise)
    key = key_of(terms)
    waiting = [each for each in planned if again or each.current is None or key_of(each.current.made_with) != key]
    with database.reading() as connection:
        identity = fact(connection, "id")
    conditions = journal_terms(course, setting, [exercise]) | {"gradebook": identity, "exercise": exercise}
    path = _journal(exercise, conditions)
    if again:
        path.unlink(missing_ok=True)
    differences: list[Difference] = []
    if waiting:
        with Journal(path, conditions, resume=True) as journal:
            grading = Grading(course, setting, place.make_executor, jobs=place.jobs, progress=progress, threads=place.threads)
            grading.carry = lambda each: _carried(database, each)
            todo = [_token(each, exercise) for each in waiting]
            for each in todo:
                if (each.student, exercise) in journal and journal.row((each.student, exercise))["status"] == Status.GRADER_ERROR.value:
                    journal.forget((each.student, exercise))  # it may well go better this time
            _grade(grading, todo, journal)
            if grading.faults:
                raise CourseError("; ".join(grading.faults.values()))
            differences = [_difference(each, journal.row((str(each.submission), exercise)), terms) for each in waiting]
    before = {key_of(each.current.made_with): dict(each.current.made_with) for each in waiting if each.current is not None}
    return Regrade(exercise, tuple(differences), len(planned) - len(waiting), terms, tuple(before.values()), path, conditions)


def keep_differences(database: Database, done: Regrade, wanted: Collection[int], *, again: bool = False) -> tuple[int, int]:
    """Keep the new results of the submissions of these ids. Returns how many were, and how many have another result by now than the one
    that the difference is to. These and those left out stay in the journal, to be looked at again without another run. Raises Refusal where
    somebody else has kept them meanwhile, StoreError, OSError; kept again, nothing is doubled.
    """
    by_id = {each.submission: each for each in done.differences if each.submission in wanted and each.is_sound}
    if not by_id:
        return 0, 0
    with Journal(done.journal, done.journal_terms, resume=True) as journal:
        if any((str(identity), done.exercise) not in journal for identity in by_id):
            raise Refusal(f"regrade: somebody else has just regraded {done.exercise} and kept it; run this again to see what is left to do")
        kept, overtaken = 0, set(by_id)
        for some in batches(by_id.values(), _AT_ONCE):
            rows = [(each, Result.from_json(journal.row((str(each.submission), done.exercise)))) for each in some]
            judged = [Judged(each.submission, replace(result, student=each.student), done.terms) for each, result in rows]
            expected = {each.submission: each.result for each in some}
            now = keep(database, judged, action="regrade", again=again, expected=expected)
            kept += len(now.submissions)
            overtaken -= now.submissions | now.same
    if all((each.submission in by_id and each.submission not in overtaken) or not each.is_sound for each in done.differences):
        done.journal.unlink(missing_ok=True)
    return kept, len(overtaken)


def spoken_before(connection: Connection, exercise: str) -> Lang | None:
    """The language of the newest result on the exercise, which a regrade keeps to: in another one every message would differ."""
    joined = results.join(submissions, submissions.c.id == results.c.submission)
    query = select(results.c.made_with).select_from(joined).where(submissions.c.exercise == exercise).order_by(results.c.id.desc()).limit(1)
    made = connection.execute(query).scalar()
    with contextlib.suppress(ValueError):  # a damaged one, which is told of elsewhere
        lang = json.loads(made).get("lang") if made is not None else None
        return lang if lang in LANGUAGES else None
    return None


def changed(before: dict[str, str], after: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(name, then, now) of what two results do not have in common."""
    for name in dict.fromkeys([*after, *before]):
        if before.get(name) != after.get(name):
            yield name, before.get(name, ""), after.get(name, "")


def _grade(grading: Grading, todo: Sequence[Submission], journal: Journal) -> None:
    # grade() asks whether files changed since the journal was written; these are immutable, so whoever is in it is done.
    grade(grading, [each for each in todo if (each.student, each.exercise) not in journal], journal)


def _token(planned: Planned, exercise: str) -> Submission:
    """Stands for a submission until it is carried; named by its id, since a student may have several."""
    return Submission(str(planned.submission), exercise, Path(), drawn_for=planned.student)


def _carried(database: Database, token: Submission) -> Submission:
    with database.reading() as connection:
        kept = stored(connection, int(token.student))
    return replace(kept, student=token.student, drawn_for=kept.drawn_for or kept.student)


def _difference(planned: Planned, row: dict[str, object], terms: dict[str, str]) -> Difference:
    result = Result.from_json(row)
    now = planned.current
    return Difference(
        submission=planned.submission,
        student=planned.student,
        attempt=planned.attempt,
        result=now.id if now else None,
        before=now.score if now else None,
        max_before=now.max_score if now else result.max_score,
        status_before=now.status if now else "",
        after=result.score,
        max_score=result.max_score,
        status=result.status.value,
        why=tuple(name for name, _, _ in changed(dict(now.made_with), terms)) if now else (),
    )


def _journal(exercise: str, conditions: dict[str, object]) -> Path:
    """Where results of a regrade on these terms are; journals that nobody came back to go."""
    folder = cache_folder() / "regrade"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in folder.glob("*.jsonl"):
        with contextlib.suppress(FileNotFoundError):  # another regrade has ended
            if time.time() - path.stat().st_mtime > _JOURNAL_DAYS * 86400:
                path.unlink()
    digest = hashlib.sha256(json.dumps(conditions, sort_keys=True).encode()).hexdigest()
    return folder / f"{exercise}-{digest[:24]}.jsonl"
