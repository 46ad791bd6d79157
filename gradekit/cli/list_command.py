"""gradekit list."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import course_option, json_option, lang_option, open_course, say
from gradekit.errors import UNWRITABLE, UsageError, in_the_way
from gradekit.printable import printable
from gradekit.results import write_atomically
from gradekit.text import Lang, Text

__all__ = ["command"]


@click.command("list", short_help="List the exercises with their points.")
@lang_option
@course_option
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the course's syllabus to this file, as a page.")
@json_option
def command(lang: Lang, course: Path | None, html: Path | None, as_json: bool) -> None:
    """List the exercises of the course, one line each: name, points, runtime (or quiz), what it is about.

    \b
    Examples:
      gradekit list --lang ko
      gradekit list --html syllabus.html
    """
    opened = open_course(course)
    if html is not None:
        from gradekit.report.syllabus import render_syllabus

        try:
            write_atomically(html, render_syllabus(opened, lang).encode("utf-8"))
        except OSError as fault:
            advice = Text("choose another file with --html", "--html로 다른 파일을 지정하십시오")
            raise UsageError(in_the_way(html, UNWRITABLE, fault, advice)) from fault
        say(lang, f"syllabus: {html}", f"강의 계획: {html}")
        return
    if as_json:
        import json

        rows = [
            {
                "name": each.name,
                "unit": unit.id,
                "points": opened.worth(each),
                "kind": each.kind,
                "runtime": each.runtime,
                "requires": list(each.requires),
                "title": {"en": each.title.en, "ko": each.title.ko},
            }
            for unit in opened.units
            for each in opened.exercises
            if each.name in unit.exercises
        ]
        click.echo(json.dumps({"course": opened.name, "exercises": rows, "broken": sorted(opened.broken)}, ensure_ascii=False, indent=1))
        return
    points, broken = ("점", "고장") if lang == "ko" else (" points", "broken")
    width = max((len(name) for name in opened.names), default=0)
    for unit in opened.units:
        if not unit.exercises:
            continue
        click.echo(f"{unit.id}. {unit.title.text.to(lang)}")
        for name in unit.exercises:
            if name in opened.broken:
                click.echo(f"   {name:<{width}}  {broken}: {printable(opened.broken[name].text.to(lang))}")
                continue
            each = opened.exercise(name)
            click.echo(f"   {name:<{width}}  {opened.worth(each):>4}{points}  {each.runtime or each.kind:<5}  {each.summary.to(lang)}")
