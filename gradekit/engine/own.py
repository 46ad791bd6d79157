"""One student's own submission, judged by the hidden suite in this process."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from gradekit.course.models import Course
from gradekit.engine.collect import collected
from gradekit.engine.grade import Grading, Progress, grade, journal_terms
from gradekit.engine.journal import Journal
from gradekit.engine.local import InlineExecutor, prepared
from gradekit.errors import CourseError, UsageError
from gradekit.intake import Kind, Submission, single
from gradekit.printable import printable
from gradekit.results import ResultSet
from gradekit.sandbox.jail import Jailing
from gradekit.text import Lang

__all__ = ["judge_own", "judge_submissions"]


def judge_own(path: Path, course: Course, student: str, *, lang: Lang, device: str, jail: Jailing, progress: Progress) -> ResultSet:
    """Judge what is at path. Raises UsageError where there is nothing or the hidden tests are elsewhere, CannotJail, CourseError."""
    submissions = single(path, course, student)
    for each in submissions:
        if each.kind is Kind.MISSING:
            raise UsageError(f"{printable(str(each.path))}: is not there; give the file you wrote, such as softmax.py, or its folder")
    return judge_submissions(submissions, course, lang=lang, device=device, jail=jail, progress=progress)


def judge_submissions(
    submissions: Sequence[Submission],
    course: Course,
    *,
    lang: Lang,
    device: str,
    jail: Jailing,
    progress: Progress = lambda what, done, total: None,
    seed_key: bytes | None = None,
) -> ResultSet:
    """Judge one student's submissions; one that is missing gets its row too. seed_key: as for prepared().

    Raises UsageError where the hidden tests are elsewhere, CannotJail, CourseError.
    """
    names = [each.exercise for each in submissions]
    course.require_solutions(names)
    with (
        prepared(course, names, lang=lang, device=device, jail=jail, preload=True, seed_key=seed_key) as setting,
        tempfile.TemporaryDirectory(prefix="gradekit-") as folder,
        Journal(Path(folder) / "journal", journal_terms(course, setting, names), resume=False) as journal,
    ):
        grading = Grading(course, setting, InlineExecutor, jobs=1, progress=progress)
        grade(grading, submissions, journal)
        if grading.faults:
            raise CourseError("; ".join(grading.faults.values()))
        return collected(course, submissions, journal, lang)
