"""gradekit similar."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import ExerciseName, console, course_option, json_option, lang_option, open_course, progress, say
from gradekit.errors import UsageError
from gradekit.text import Lang

__all__ = ["command"]


@click.command("similar", short_help="Rank the pairs whose work is alike.")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option("--exercise", "exercises", multiple=True, type=ExerciseName(), help="Compare only this exercise; may be given again.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder for similar.html, similar.json and pairs/.")
@click.option(
    "--top",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="Pairs listed: on the terminal altogether, in the report for each exercise.",
)
@lang_option
@course_option
@json_option
def command(
    submissions: Path,
    exercises: tuple[str, ...],
    out: Path | None,
    top: int,
    lang: Lang,
    course: Path | None,
    as_json: bool,
) -> None:
    """Rank the pairs of students whose programs are alike, against what is usual in their class: a ranking to look at, never a verdict.

    Reads every SUBMISSIONS/STUDENT/NAME.py and NAME.ipynb, runs nothing, and sends nothing anywhere. Needs the extra 'similar':
    pip install 'gradekit[similar]'.

    \b
    Example:
      gradekit similar submissions --exercise softmax --out alike
    """
    from gradekit.similar import collect, find
    from gradekit.similar.fingerprints import require_library
    from gradekit.similar.pages import write
    from gradekit.similar.terminal import summary

    require_library()
    opened = open_course(course)
    if out is not None and out.resolve().is_relative_to(submissions.resolve()):
        raise UsageError(f"{out}: lies inside {submissions}, where it would pass for a student's folder; choose another --out")
    collected = collect(submissions, opened, exercises or None)
    for name in collected.ignored:
        say(lang, f"not compared: {name}", f"비교하지 않음: {name}", err=True)
    for each in collected.unread:
        place = f"{each.student}/{each.file}"
        say(lang, f"{place}: {each.reason.en}", f"{place}: {each.reason.ko}", err=True)
    with progress({"compare": "비교" if lang == "ko" else "comparing"}) as bar:
        report = find(opened, collected, top=top, lang=lang, progress=bar)
    page = write(report, out) if out is not None else None
    if as_json:
        import json

        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=1, allow_nan=False))
        return
    screen = console()
    screen.print(summary(report, top, ascii_only=not screen.encoding.lower().startswith("utf")))
    if page is not None:
        say(lang, f"report: {page}", f"보고서: {page}")
