"""A student's own check during an exam: the paper's public tests, where the exam allows it."""

from __future__ import annotations

import os
from pathlib import Path

from gradekit.engine.public import check_by
from gradekit.errors import Refusal, UsageError
from gradekit.exam.paper import PaperPart
from gradekit.exam.sitting import Sitting, find_sitting
from gradekit.intake import Kind, Submission
from gradekit.judge.quiz import check_form
from gradekit.results import Result
from gradekit.text import Lang

__all__ = ["check_sitting"]

_TESTS = "test_public.py"


def check_sitting(path: Path, lang: Lang) -> list[Result]:
    """Check the part at path, or every part where path is the exam's own folder; written parts have nothing to check.

    The tests are those of the paper as it was handed out, whatever became of the copy beside the work. Raises Refusal where the exam
    allows no public tests, UsageError where path is no part's.
    """
    sitting = find_sitting(path)
    if sitting is None:
        raise UsageError(f"{path}: is no exam's folder; begin with 'gradekit exam start PAPER'")
    place = Path(os.path.abspath(path))
    parts = [part for part in sitting.manifest.parts if place == sitting.folder or place.is_relative_to(sitting.folder / part.name)]
    if not parts:
        names = ", ".join(part.name for part in sitting.manifest.parts)
        raise UsageError(f"{path}: is no part of the paper; give one of {names}, or the exam's folder")
    checked = [part for part in parts if part.kind == "quiz" or (part.kind == "code" and _TESTS in part.files)]
    if not checked and not sitting.manifest.public_tests:
        raise Refusal("this exam allows no public tests; 'gradekit exam status' shows what is saved")
    return [_checked(sitting, part, lang) for part in checked]


def _checked(sitting: Sitting, part: PaperPart, lang: Lang) -> Result:
    exercise = sitting.paper.exercise(part)
    file = sitting.folder / part.name / part.file
    kind = Kind.LINK if file.is_symlink() else Kind.FILE if file.is_file() else Kind.FOLDER if file.is_dir() else Kind.MISSING
    submission = Submission(sitting.manifest.student, part.name, file, kind, f"{part.name}/{part.file}" if exercise.is_quiz else part.file)
    if exercise.is_quiz:
        return check_form(exercise, submission, lang)
    return check_by(exercise, submission, sitting.paper.files[f"{part.name}/{_TESTS}"], lang)
