"""Submissions → texts to compare, and what could not be read. Nothing of a submission is imported, run or followed as a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradekit.course.models import Course, Exercise
from gradekit.intake import Kind, Missing, Refused, Submission, read, scan
from gradekit.similar.models import Unread, Work
from gradekit.similar.tokens import LINE_CHARACTERS, TEXT_CHARACTERS
from gradekit.text import LANGUAGES, Text

__all__ = ["Collected", "collect", "given_texts"]

_FENCED: Final = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Collected:
    """A folder of submissions, read. exercises: those handed in by anybody, in the course's order. ignored: printable names of the rest."""

    exercises: tuple[Exercise, ...]
    works: tuple[Work, ...]
    unread: tuple[Unread, ...]
    ignored: tuple[str, ...]


def collect(folder: Path, course: Course, exercises: Sequence[str] | None = None) -> Collected:
    """Read every SUBMISSIONS/STUDENT/NAME.py and NAME.ipynb in folder; where a student has both, both are one program.

    exercises: only these. Quizzes are left out: their answers are figures, drawn for each student. Raises what scan() raises.
    """
    asked = [course.exercise(name).name for name in exercises] if exercises else [each.name for each in course.exercises]
    programs = {name: exercise for name in asked if not (exercise := course.exercise(name)).is_quiz}
    found = scan(folder, course, list(programs))
    works: list[Work] = []
    unread: list[Unread] = []
    for submission in found.submissions:
        work = _work(submission, unread)
        if work is not None:
            works.append(work)
    handed_in = {work.exercise for work in works} | {each.exercise for each in unread}
    notebooks = tuple(f"/{each.name}.ipynb" for each in course.exercises)
    return Collected(
        tuple(exercise for name, exercise in programs.items() if name in handed_in),
        tuple(works),
        tuple(unread),
        tuple(name for name in found.ignored if not name.endswith(notebooks)),
    )


def given_texts(exercise: Exercise) -> list[str]:
    """What everybody was given of exercise, as far as it is on this machine: stub, public tests, code in the handouts; and its solution."""
    files = [exercise.stub, exercise.public_tests]
    if exercise.has_solution:
        files += [exercise.solution, exercise.reference]
    texts = [path.read_text("utf-8", "replace") for path in files if path.is_file()]
    for lang in LANGUAGES:
        readme = exercise.readme(lang)
        if readme.is_file():
            texts += _FENCED.findall(readme.read_text("utf-8", "replace"))
    return texts


def _work(submission: Submission, unread: list[Unread]) -> Work | None:
    """What a student handed in for an exercise; None for nothing, or nothing that can be read, which goes to unread."""
    parts: list[tuple[str, str]] = []

    def leave_out(file: str, reason: Text) -> None:
        unread.append(Unread(submission.student, submission.exercise, file, reason))

    program = read(submission)
    if isinstance(program, Refused):
        leave_out(submission.shown, program.message)
    elif not isinstance(program, Missing):
        parts.append((submission.shown, program.text))
    if submission.kind is not Kind.UNREADABLE:
        name = f"{submission.exercise}.ipynb"
        notebook = read(Submission(submission.student, submission.exercise, submission.path.with_name(name), Kind.FILE, name))
        if isinstance(notebook, Refused):
            leave_out(name, notebook.message)
        elif not isinstance(notebook, Missing):
            parts.append((name, notebook.text))
    if not parts:
        return None
    files = tuple(file for file, _ in parts)
    text = parts[0][1] if len(parts) == 1 else "\n\n".join(f"# {file}\n{part}" for file, part in parts)
    if len(text) > TEXT_CHARACTERS or any(len(line) > LINE_CHARACTERS for line in text.split("\n")):
        leave_out(
            files[0],
            Text(
                en=f"only the first {TEXT_CHARACTERS:,} characters, and {LINE_CHARACTERS:,} of each line, were compared",
                ko=f"처음 {TEXT_CHARACTERS:,}자, 각 줄에서는 {LINE_CHARACTERS:,}자까지만 비교했습니다.",
            ),
        )
    return Work(submission.student, submission.exercise, files, text)
