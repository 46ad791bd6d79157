"""From a journal to results: in the order of the submissions, whatever finished first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from gradekit.course.models import Course
from gradekit.engine.journal import Journal
from gradekit.intake import Submission
from gradekit.results import Result, ResultSet, atomic_file
from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["collected", "write_collected"]


def collected(course: Course, submissions: Sequence[Submission], journal: Journal, lang: Lang) -> ResultSet:
    """All results at once, for a few."""
    keys = [(each.student, each.exercise) for each in submissions]
    return replace(_head(course, submissions, lang), results=tuple(Result.from_json(journal.row(key)) for key in keys))


def write_collected(path: Path, course: Course, submissions: Sequence[Submission], journal: Journal, lang: Lang) -> int:
    """Write results.json row by row, so that a class of any size needs no more memory than one row; returns the rows written.

    Submissions that the journal does not hold (a grading was interrupted) are left out. Whole or not at all; raises OSError.
    """
    opening = json.dumps(_head(course, submissions, lang).head(), ensure_ascii=False, indent=1)
    rows = 0
    with atomic_file(path) as file:
        file.write((opening.removesuffix("\n}") + ',\n "results": [').encode())
        for each in submissions:
            if (each.student, each.exercise) in journal:
                row = json.dumps(journal.row((each.student, each.exercise)), ensure_ascii=False, indent=1, allow_nan=False)
                file.write(((",\n" if rows else "\n") + row).encode())
                rows += 1
        file.write(b"\n ]\n}\n")
    return rows


def _head(course: Course, submissions: Iterable[Submission], lang: Lang) -> ResultSet:
    """Everything but the results."""
    names = {each.exercise for each in submissions}
    titles = {each.name: _words(each.title) for each in course.exercises if each.name in names}
    worth = {name: float(points) for name, points in course.file.points.items() if name in names}
    return ResultSet(course.name, (), lang, titles, _words(course.title), worth)


def _words(text: Text) -> dict[str, str]:
    return {lang: text.to(lang) for lang in LANGUAGES}
