"""gradekit verify."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gradekit.cli.options import ExerciseName, console, course_option, jail_option, jailing, json_option, open_course, progress

if TYPE_CHECKING:
    from gradekit.sandbox.jail import Jailing

__all__ = ["command"]


@click.command("verify", short_help="Prove that exercises are sound.")
@click.argument("names", nargs=-1, type=ExerciseName(), metavar="[NAME]...")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Exercises proved at the same time (default: the cores).")
@jail_option
@course_option
@json_option
def command(names: tuple[str, ...], jobs: int | None, jail: Jailing, trust: bool, course: Path | None, as_json: bool) -> None:
    """Prove exercises (default: all): the stub scores 0, the solution full marks, each misconception is caught and named as itself.

    Lists every problem. Exit code 0 if there is none, 1 otherwise.

    \b
    Example:
      gradekit verify softmax
    """
    from gradekit.authoring.prove import prove_all
    from gradekit.engine.local import default_jobs

    jailed = jailing(jail, trust, "en")
    opened = open_course(course)
    with progress() as bar:
        proofs = prove_all(opened, names or opened.names, jobs=jobs or default_jobs(), jail=jailed, progress=bar)
    if as_json:
        import json

        click.echo(json.dumps([asdict(each) for each in proofs], ensure_ascii=False, indent=1))
    else:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        screen = console()
        table = Table(box=box.SIMPLE_HEAD)
        for title in ("exercise", "tests", "points", "misconceptions", "seconds", "proof"):
            table.add_column(title, justify="left" if title in ("exercise", "proof") else "right")
        for each in proofs:
            sound = Text("✗ " + f"{len(each.problems)} problems", style="red") if each.problems else Text("✓ sound", style="green")
            table.add_row(each.exercise, str(each.tests), f"{each.points:g}", str(each.misconceptions), f"{each.seconds:.2f}", sound)
        screen.print(table)
        for each in proofs:
            for problem in each.problems:
                click.echo(f"{each.exercise}: {problem}")
    raise SystemExit(1 if any(each.problems for each in proofs) else 0)
