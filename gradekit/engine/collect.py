"""From a journal to results: in the order of the submissions, whatever finished first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gradekit.course.models import Course
from gradekit.engine.journal import Journal
from gradekit.intake import Submission
from gradekit.results import Result, ResultSet, atomic_file
from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["collected", "head", "write_collected", "write_rows"]


def collected(course: Course, submissions: Sequence[Submission], journal: Journal, lang: Lang) -> ResultSet:
    """All results at once, for a few."""
    keys = [(each.student, each.exercise) for each in submissions]
    return replace(
        head(course, {each.exercise for each in submissions}, lang), results=tuple(Result.from_json(journal.row(key)) for key in keys)
    )


def write_collected(path: Path, course: Course, submissions: Sequence[Submission], journal: Journal, lang: Lang) -> int:
    """Write results.json row by row, so that a class of any size needs no more memory than one row; returns the rows written.

    Submissions that the journal does not hold (a grading was interrupted) are left out. Whole or not at all; raises OSError.
    """
    keys = ((each.student, each.exercise) for each in submissions)
    opening = head(course, {each.exercise for each in submissions}, lang)
    return write_rows(path, opening, (journal.row(key) for key in keys if key in journal))


def write_rows(path: Path, opening: ResultSet, rows: Iterable[Mapping[str, Any]]) -> int:
    """Write results.json from rows as they come; returns how many. Whole or not at all; raises OSError."""
    count = 0
    with atomic_file(path) as file:
        file.write((json.dumps(opening.head(), ensure_ascii=False, indent=1).removesuffix("\n}") + ',\n "results": [').encode())
        for row in rows:
            file.write(((",\n" if count else "\n") + json.dumps(row, ensure_ascii=False, indent=1, allow_nan=False)).encode())
            count += 1
        file.write(b"\n ]\n}\n")
    return count


def head(course: Course, names: Collection[str], lang: Lang) -> ResultSet:
    """Everything but the results of a ResultSet for the exercises of these names."""
    titles = {each.name: _words(each.title) for each in course.exercises if each.name in names}
    worth = {name: float(points) for name, points in course.file.points.items() if name in names}
    return ResultSet(course.name, (), lang, titles, _words(course.title), worth)


def _words(text: Text) -> dict[str, str]:
    return {lang: text.to(lang) for lang in LANGUAGES}
