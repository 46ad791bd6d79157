"""gradekit list."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import course_option, json_option, lang_option, open_course
from gradekit.text import Lang

__all__ = ["command"]


@click.command("list", short_help="List the exercises with their points.")
@lang_option
@course_option
@json_option
def command(lang: Lang, course: Path | None, as_json: bool) -> None:
    """List the exercises of the course, one line each: name, points, runtime, what it is about.

    \b
    Example:
      gradekit list --lang ko
    """
    opened = open_course(course)
    if as_json:
        import json

        rows = [
            {
                "name": each.name,
                "unit": unit.id,
                "points": opened.worth(each),
                "runtime": each.runtime,
                "title": {"en": each.title.en, "ko": each.title.ko},
            }
            for unit in opened.units
            for each in opened.exercises
            if each.name in unit.exercises
        ]
        click.echo(json.dumps({"course": opened.name, "exercises": rows, "broken": sorted(opened.broken)}, ensure_ascii=False, indent=1))
        return
    points, broken = ("점", "고장") if lang == "ko" else ("points", "broken")
    width = max((len(name) for name in opened.names), default=0)
    for unit in opened.units:
        if not unit.exercises:
            continue
        click.echo(f"{unit.id}. {unit.title.text.to(lang)}")
        for name in unit.exercises:
            if name in opened.broken:
                click.echo(f"   {name:<{width}}  {broken}: {opened.broken[name]}")
                continue
            each = opened.exercise(name)
            click.echo(f"   {name:<{width}}  {opened.worth(each):>4} {points}  {each.runtime:<5}  {each.summary.to(lang)}")
