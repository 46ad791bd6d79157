"""gradekit doctor."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import course_option, json_option, lang_option
from gradekit.text import Lang

__all__ = ["command"]


@click.command("doctor", short_help="Show what this machine can do.")
@lang_option
@course_option
@json_option
def command(lang: Lang, course: Path | None, as_json: bool) -> None:
    """Show what this machine can do: the jail and its walls, a GPU, data sets, versions, the course.

    Exit code 0 if submissions of others can be graded here, 1 if not.

    \b
    Example:
      gradekit doctor
    """
    from gradekit.engine.health import examine

    findings = examine(course)
    if as_json:
        import json

        rows = [{"name": each.name, "ok": each.good, "found": each.found.en, "advice": each.advice} for each in findings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        from gradekit.cli.options import console

        screen = console()
        from rich.text import Text

        from gradekit.printable import printable

        for each in findings:
            mark, style = {True: ("✓", "green"), False: ("✗", "red"), None: ("·", "")}[each.good]
            screen.print(
                Text(f"{mark} ", style=style) + Text(f"{each.name:<16}", style="bold") + Text(printable(each.found.to(lang))),
                soft_wrap=True,
            )
            if each.advice and each.good is False:
                screen.print(Text(f"                  {printable(each.advice)}"), soft_wrap=True)
    raise SystemExit(0 if all(each.good is not False for each in findings) else 1)
