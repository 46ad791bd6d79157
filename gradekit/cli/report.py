"""gradekit report."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import console, say
from gradekit.text import LANGUAGES, Lang

__all__ = ["command"]


@click.command("report", short_help="Write the reports again from results.json.")
@click.argument("results", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder for the reports.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of the pages (default: that of the grading).")
def command(results: Path, out: Path, lang: Lang | None) -> None:
    """Write report.html, students/*.html and scores.csv again from a results.json alone. RESULTS is that file, or its folder.

    \b
    Example:
      gradekit report graded/results.json --out pages
    """
    from dataclasses import replace

    from gradekit.report import class_summary, render_all
    from gradekit.results_file import open_results

    if results.is_dir():
        results = results / "results.json"
    with open_results(results) as read:
        if lang is not None:
            read = replace(read, lang=lang)
        render_all(read, out)
        console().print(class_summary(read, read.lang))
    say(read.lang, f"report: {out / 'report.html'}", f"보고서: {out / 'report.html'}")
