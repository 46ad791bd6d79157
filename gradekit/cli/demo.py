"""gradekit demo."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import console, course_option, lang_option, open_course, progress, say
from gradekit.text import Lang

__all__ = ["command"]


@click.command("demo", short_help="Grade and report a sample class, offline.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("gradekit-demo"),
    show_default=True,
    help="Where everything goes.",
)
@click.option("--jobs", type=click.IntRange(1, 1024), help="Submissions judged at the same time (default: the cores).")
@lang_option
@course_option
def command(out: Path, jobs: int | None, lang: Lang, course: Path | None) -> None:
    """Hand out the exercises, make up a class that has worked on them, grade it and write the reports. Needs no network.

    \b
    Example:
      gradekit demo --lang ko
    """
    import shutil
    import time

    from gradekit.demo import MARK, build_class
    from gradekit.engine.classroom import grade_class
    from gradekit.engine.local import default_jobs
    from gradekit.intake import scan
    from gradekit.report import class_summary, render_all
    from gradekit.results import read_results

    opened = open_course(course)
    if (out / MARK).is_file():
        shutil.rmtree(out)  # an earlier demo's, and nobody's work
    sample = build_class(opened, out, lang=lang)
    total = sum(sample.counts.values())
    say(
        lang,
        f"{len(sample.counts)} exercises handed out to {out / 'handouts'}; {sample.students} students handed in {total} submissions",
        f"과제 {len(sample.counts)}개를 {out / 'handouts'}에 배포했습니다. 학생 {sample.students}명이 제출물 {total}개를 제출했습니다.",
    )
    began = time.monotonic()
    with progress({"grade": "채점" if lang == "ko" else "grading"}) as bar:
        found = scan(sample.folder, opened)
        grade_class(opened, found.submissions, out / "graded", jobs=jobs or default_jobs(), lang=lang, progress=bar)
    results = read_results(out / "graded" / "results.json")
    render_all(results, out / "graded")
    seconds = time.monotonic() - began
    console().print(class_summary(results, lang))
    report = out / "graded" / "report.html"
    say(
        lang,
        f"{total} submissions graded and reported in {seconds:.0f} s; open {report}",
        f"제출물 {total}개를 {seconds:.0f}초 만에 채점하고 보고서를 만들었습니다. {report} 파일을 여십시오.",
    )
