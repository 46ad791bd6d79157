"""gradekit submit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gradekit.cli.options import (
    choose_device,
    console,
    course_option,
    device_option,
    jail_option,
    jailing,
    json_option,
    lang_option,
    open_course,
    progress,
    say,
)
from gradekit.exam import sitting_folder
from gradekit.text import Lang

if TYPE_CHECKING:
    from gradekit.sandbox.jail import Jailing

__all__ = ["command"]


@click.command("submit", short_help="Judge your work by the hidden tests.")
@click.argument("path", type=click.Path(path_type=Path), default=Path())
@click.option("--student", default="student", show_default=True, help="Whose work it is, as the report shows it.")
@device_option
@lang_option
@course_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where the report goes (default: gradekit-report, beside your work)."
)
@jail_option
@json_option
def command(
    path: Path, student: str, device: str, lang: Lang, course: Path | None, out: Path | None, jail: Jailing, trust: bool, as_json: bool
) -> None:
    """Judge the work at PATH (a file, its folder, or a folder of fetched exercises) by the hidden tests, and write a report.

    This needs the course's solutions/ folder on this machine, as where the course runs a shared server.

    In the folder of an exam it packs your work into one signed file to hand in, and gives you a receipt.

    \b
    Example:
      gradekit submit softmax --student mina --lang ko
    """
    from gradekit.engine.own import judge_own
    from gradekit.report import render_all, student_summary
    from gradekit.results import write_results

    if sitting_folder(path) is not None:
        from gradekit.cli.exam_student import pack_sitting

        pack_sitting(path, out, lang)
        return
    jailed = jailing(jail, trust, lang)
    opened = open_course(course)
    chosen = choose_device(device, lang)
    with progress({"grade": "채점" if lang == "ko" else "judging"}) as bar:
        results = judge_own(path, opened, student, lang=lang, device=chosen, jail=jailed, progress=bar)
    if as_json:
        import json

        click.echo(json.dumps(results.to_json(), ensure_ascii=False, indent=1))
    else:
        screen = console()
        for result in results.results:
            screen.print(student_summary(result, lang))
    folder = out or (path if path.is_dir() else path.parent) / "gradekit-report"
    pages = render_all(results, folder, ["html"])
    write_results(folder / "results.json", results)
    report = next(each for each in pages if each.parent.name == "students")
    say(lang, f"report: {report}", f"보고서: {report}", err=as_json)
    if any(result.status != "graded" for result in results.results):
        raise SystemExit(1)
