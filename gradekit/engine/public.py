"""A student's own check: the public tests, on the student's machine, without a jail."""

from __future__ import annotations

import contextlib
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

__all__ = ["check_public", "check_public_file"]


def check_public(path: Path, course: Course, lang: Lang) -> list[Result]:
    """Run the public tests of what is at path. Raises UsageError where there is nothing, and CourseError."""
    return [_checked(course.exercise(each.exercise), each, lang) for each in single(path, course)]


def check_public_file(exercise: Exercise, path: Path, lang: Lang = "en") -> Result:
    """Run one exercise's public tests against the file at path, whatever its name."""
    return _checked(exercise, Submission("", exercise.name, path), lang)


def _checked(exercise: Exercise, submission: Submission, lang: Lang) -> Result:
    if exercise.is_quiz:
        return check_form(exercise, submission, lang)
    with contextlib.ExitStack() as stack:
        tests = exercise.public_tests
        if exercise.default_variant:
            content = rendered_content(exercise, tests)
            tests = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gradekit-"))) / tests.name
            tests.write_bytes(content)
        return Judge(exercise, plain_start(exercise), seed_key=b"public", lang=lang, public=tests).check(submission)
