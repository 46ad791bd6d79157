"""gradekit exam: a group of commands, each imported when it is called."""

from __future__ import annotations

from typing import Final

import click

from gradekit.cli.lazy import LazyGroup

__all__ = ["COMMANDS", "command"]

# Name → module, the command in it, and the line that 'gradekit exam --help' shows.
COMMANDS: Final[dict[str, tuple[str, str, str]]] = {
    "check": ("gradekit.cli.exam_author", "check", "Prove an exam before anybody sees it."),
    "hand-out": ("gradekit.cli.exam_author", "hand_out", "Make a paper for each student of a roster."),
    "start": ("gradekit.cli.exam_student", "start", "Open your paper and start its clock."),
    "status": ("gradekit.cli.exam_student", "status", "Show the time and the attempts you have left."),
    "grade": ("gradekit.cli.exam_author", "grade", "Grade what was handed in."),
    "release": ("gradekit.cli.exam_author", "release", "Let students see their results."),
}


@click.command("exam", cls=LazyGroup, table=COMMANDS)
def command() -> None:
    """Exams: papers that differ from student to student, windows of time, attempts, late work, receipts, release.

    \b
    An instructor:  gradekit exam check midterm
                    gradekit exam hand-out midterm --roster roster.csv
                    gradekit exam grade midterm handed-in --roster roster.csv --out graded
                    gradekit exam release midterm --out graded
    A student:      gradekit exam start midterm-mina-9bb840df.paper
                    gradekit exam status
                    gradekit submit
    """
