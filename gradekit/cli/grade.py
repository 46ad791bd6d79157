"""gradekit grade."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gradekit.cli.options import (
    ExerciseName,
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
from gradekit.errors import UsageError
from gradekit.text import Lang

if TYPE_CHECKING:
    from gradekit.intake import Scan
    from gradekit.sandbox.jail import Jailing

__all__ = ["command"]


@click.command("grade", short_help="Grade a class of submissions and write reports.")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder for results and reports.")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Submissions judged at the same time (default: the cores).")
@click.option("--exercise", "exercises", multiple=True, type=ExerciseName(), help="Only this exercise; may be given again.")
@device_option
@lang_option
@course_option
@click.option("--resume", is_flag=True, help="Go on with a grading that was interrupted, where it was.")
@jail_option
@json_option
def command(
    submissions: Path,
    out: Path,
    jobs: int | None,
    exercises: tuple[str, ...],
    device: str,
    lang: Lang,
    course: Path | None,
    resume: bool,
    jail: Jailing,
    trust: bool,
    as_json: bool,
) -> None:
    """Grade every SUBMISSIONS/STUDENT/NAME.py, where NAME is an exercise, and write results.json, scores.csv and report pages to OUT.

    A quiz is handed in as NAME.toml, or in its folder as NAME/answers.toml.

    What was graded is kept at once; after an interruption, --resume goes on. Exit code 0 when every submission has a row, whatever
    the scores.

    \b
    Example:
      gradekit grade submissions --out graded --jobs 2 --lang ko
    """
    from gradekit.engine.classroom import grade_class
    from gradekit.engine.local import choose_device, default_jobs
    from gradekit.intake import scan
    from gradekit.report import class_summary, render_all
    from gradekit.results import read_results

    jailed = jailing(jail, trust, lang)
    opened = open_course(course)
    if out.resolve().is_relative_to(submissions.resolve()):
        raise UsageError(f"{out}: lies inside {submissions}, where it would pass for a student's folder; choose another --out")
    found = scan(submissions, opened, exercises or None)
    _mention(found, lang)
    chosen, note = choose_device(device)
    if note:
        say(lang, note, "GPU를 찾지 못하여 CPU에서 실행합니다", err=True)

    def report(path: Path) -> None:
        render_all(read_results(path), out)

    with progress({"grade": "채점" if lang == "ko" else "grading"}) as bar:
        try:
            faults = grade_class(
                opened,
                found.submissions,
                out,
                jobs=jobs or default_jobs(),
                lang=lang,
                device=chosen,
                jail=jailed,
                resume=resume,
                progress=bar,
                report=report,
            )
        except OSError as full:
            full.add_note("with --resume, which keeps what was graded")
            raise
    results = read_results(out / "results.json")
    if as_json:
        import json

        click.echo(json.dumps({"results": str(out / "results.json"), "rows": len(results.results), "faults": faults}, ensure_ascii=False))
    else:
        console().print(class_summary(results, lang))
        say(lang, f"report: {out / 'report.html'}", f"보고서: {out / 'report.html'}")
    for name, fault in faults.items():
        say(lang, f"{name} could not be graded: {fault}", f"{name}: 채점하지 못했습니다. {fault}", err=True)
    for name in found.broken:
        fault = str(opened.broken[name])
        say(lang, f"{name} was not graded: {fault}", f"{name}: 채점하지 않았습니다. {fault}", err=True)
    if found.broken:
        raise SystemExit(1)  # some submissions have no row, and that must not pass unnoticed


def _mention(found: Scan, lang: Lang) -> None:
    """Name what is not graded, so that nobody wonders about a missing row."""
    for name in found.ignored:
        say(lang, f"not graded: {name}", f"채점하지 않음: {name}", err=True)
    if not found.submissions:
        say(
            lang,
            "no submission was found: a submission is SUBMISSIONS/STUDENT/NAME.py, where NAME is an exercise ('gradekit list')",
            "제출물을 찾지 못했습니다. 제출물은 SUBMISSIONS/STUDENT/NAME.py 형식이며 NAME은 과제 이름입니다 ('gradekit list')",
            err=True,
        )
