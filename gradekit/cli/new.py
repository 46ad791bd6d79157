"""gradekit new."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import course_option, lang_option, open_course, say
from gradekit.text import Lang

__all__ = ["command"]


@click.command("new", short_help="Begin a new exercise from the skeleton.")
@click.argument("name")
@click.option("--runtime", type=click.Choice(["numpy", "torch"]), default="numpy", show_default=True, help="What its submissions may use.")
@lang_option
@course_option
def command(name: str, runtime: str, lang: Lang, course: Path | None) -> None:
    """Begin the exercise NAME: handouts, stub, public and hidden tests, solution, reference and a misconception, ready to be rewritten.

    \b
    Example:
      gradekit new relu
    """
    from gradekit.authoring.new import create

    opened = open_course(course)
    folder = create(opened, name, runtime)
    proof = f"gradekit verify {name}" + (f" --course {course}" if course else "")
    say(
        lang,
        f"{folder}: rewrite it, add {name!r} to a unit in course.toml, then run '{proof}'",
        f"{folder}: 내용을 고쳐 쓰고 course.toml의 단원에 {name!r} 과제를 추가한 다음 '{proof}' 명령을 실행하십시오",
    )
