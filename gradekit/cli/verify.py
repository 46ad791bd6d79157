"""gradekit verify."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gradekit.cli.options import ExerciseName, console, course_option, jail_option, jailing, json_option, open_course, progress

if TYPE_CHECKING:
    from rich.table import Table

    from gradekit.authoring.mutation import MutationScore
    from gradekit.course.models import Course
    from gradekit.engine.grade import Progress
    from gradekit.sandbox.jail import Jailing

__all__ = ["command"]


@click.command("verify", short_help="Prove that exercises are sound.")
@click.argument("names", nargs=-1, type=ExerciseName(), metavar="[NAME]...")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Exercises proved at the same time (default: the cores).")
@click.option("--mutants", is_flag=True, help="Also change each solution in every small way, and count which changes its suite catches.")
@jail_option
@course_option
@json_option
def command(
    names: tuple[str, ...], jobs: int | None, mutants: bool, jail: Jailing, trust: bool, course: Path | None, as_json: bool
) -> None:
    """Prove exercises (default: all): the stub scores 0, the solution full marks, each misconception is caught and named as itself.

    Lists every problem. Exit code 0 if there is none, 1 otherwise; with --mutants also 1 where a suite catches under 95 % of them.

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
        scores = (
            _mutants(
                opened,
                [each.exercise for each in proofs if not each.problems and not opened.exercise(each.exercise).is_quiz],
                jobs,
                jailed,
                bar,
            )
            if mutants
            else []
        )
    if as_json:
        import json

        by_name = {each.exercise: asdict(each) for each in scores}
        rows = [asdict(each) | ({"mutants": by_name.get(each.exercise)} if mutants else {}) for each in proofs]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
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
        if scores:
            screen.print(_mutant_table(scores))
        for score in scores:
            for change in score.survivors:
                click.echo(f"{score.exercise}: not caught: {change}")
            for change in score.stale:
                click.echo(f"{score.exercise}: equivalent_mutants.toml: no mutant that survives: {change}")
    raise SystemExit(1 if any(each.problems for each in proofs) or not all(each.enough for each in scores) else 0)


def _mutants(course: Course, names: list[str], jobs: int | None, jail: Jailing, bar: Progress) -> list[MutationScore]:
    from gradekit.authoring.mutation import score_mutants
    from gradekit.engine.local import default_jobs

    return score_mutants(course, names, jobs=jobs or default_jobs(), jail=jail, progress=bar)


def _mutant_table(scores: list[MutationScore]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD)
    for title in ("exercise", "mutants", "caught", "share", "equivalent"):
        table.add_column(title, justify="left" if title == "exercise" else "right")
    for each in scores:
        table.add_row(each.exercise, str(each.made), str(each.caught), f"{each.share:.1%}", str(each.equivalent))
    return table
