"""A student's own check: the public tests, on the student's machine, without a jail."""

from __future__ import annotations

import tempfile
from pathlib import Path

from gradekit.course.handout import rendered_content
from gradekit.course.models import Course, Exercise
from gradekit.engine.setting import plain_start
from gradekit.intake import Submission, single
from gradekit.judge.judge import Judge
from gradekit.judge.quiz import check_form
from gradekit.results import Result
from gradekit.text import Lang

__all__ = ["check_by", "check_public", "check_public_file"]


def check_public(path: Path, course: Course, lang: Lang) -> list[Result]:
    """Run the public tests of what is at path. Raises UsageError where there is nothing, and CourseError."""
    return [_checked(course.exercise(each.exercise), each, lang) for each in single(path, course)]


def check_public_file(exercise: Exercise, path: Path, lang: Lang = "en") -> Result:
    """Run one exercise's public tests against the file at path, whatever its name."""
    return _checked(exercise, Submission("", exercise.name, path), lang)


def _checked(exercise: Exercise, submission: Submission, lang: Lang) -> Result:
    if exercise.is_quiz:
        return check_form(exercise, submission, lang)
    if exercise.default_variant:
        return check_by(exercise, submission, rendered_content(exercise, exercise.public_tests), lang)
    return _by_file(exercise, submission, exercise.public_tests, lang)


def check_by(exercise: Exercise, submission: Submission, tests: bytes, lang: Lang) -> Result:
    """Run public tests with that content against the submission."""
    with tempfile.TemporaryDirectory(prefix="gradekit-") as folder:
        path = Path(folder) / "test_public.py"
        path.write_bytes(tests)
        return _by_file(exercise, submission, path, lang)


def _by_file(exercise: Exercise, submission: Submission, tests: Path, lang: Lang) -> Result:
    return Judge(exercise, plain_start(exercise), seed_key=b"public", lang=lang, public=tests).check(submission)
