"""gradekit gradebook: a group of commands, each imported when it is called."""

from __future__ import annotations

from typing import Final

import click

from gradekit.cli.lazy import LazyGroup

__all__ = ["COMMANDS", "command"]

# Name → module, the command in it, and the line that 'gradekit gradebook --help' shows.
COMMANDS: Final[dict[str, tuple[str, str, str]]] = {
    "init": ("gradekit.cli.gradebook_upkeep", "init", "Make a course's gradebook."),
    "import-roster": ("gradekit.cli.gradebook_work", "roster", "Enrol the students of a roster."),
    "add": ("gradekit.cli.gradebook_work", "add", "Keep submissions without grading them."),
    "show": ("gradekit.cli.gradebook_work", "show", "Show where a class, or a student, stands."),
    "adjust": ("gradekit.cli.gradebook_work", "adjust", "Add points to a score, or a comment."),
    "withdraw": ("gradekit.cli.gradebook_work", "withdraw", "Take an adjustment back."),
    "export": ("gradekit.cli.gradebook_work", "export", "Write results.json and grades.csv."),
    "check": ("gradekit.cli.gradebook_upkeep", "check", "Prove that nothing in it is damaged."),
    "migrate": ("gradekit.cli.gradebook_upkeep", "migrate", "Bring an older gradebook up to date."),
}


@click.command("gradebook", cls=LazyGroup, table=COMMANDS)
def command() -> None:
    """A course's gradebook: every attempt, every result, adjustments, and a log of who did what, in SQLite or PostgreSQL.

    It is gradebook.sqlite in the course's folder, or what --gradebook or GRADEKIT_GRADEBOOK names: a file, or a URL such as
    postgresql://grader@db.example.org/deep_learning. Needs the extra 'gradebook': pip install 'gradekit[gradebook]'.

    \b
    Once:           gradekit gradebook init
                    gradekit gradebook import-roster class.csv
    Every week:     gradekit grade submissions --out graded --record
                    gradekit gradebook show
    A suite mended: gradekit regrade softmax --dry-run
                    gradekit regrade softmax --yes
    At the end:     gradekit gradebook export --out final
    """
