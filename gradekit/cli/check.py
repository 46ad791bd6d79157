"""gradekit check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gradekit.cli.options import console, course_option, json_option, lang_option, open_course, say
from gradekit.exam import sitting_folder
from gradekit.text import Lang

if TYPE_CHECKING:
    from gradekit.course.models import Course
    from gradekit.results import Result

__all__ = ["command"]


@click.command("check", short_help="Run the public tests on your work.")
@click.argument("path", type=click.Path(path_type=Path), default=Path())
@lang_option
@course_option
@json_option
def command(path: Path, lang: Lang, course: Path | None, as_json: bool) -> None:
    """Run the public tests of the exercises at PATH: a file, its folder, or a folder of fetched exercises (default: here).

    Of a quiz it says whether every answer is there and in the right form, not whether it is right.

    In the folder of an exam it checks the paper's parts, if the exam allows it.

    Your code runs on this machine as it is, without a jail. Exit code 0 if all pass, 1 if not.

    \b
    Example:
      gradekit check softmax
    """
    if sitting_folder(path) is not None:
        from gradekit.exam.public import check_sitting

        results = check_sitting(path, lang)
    else:
        from gradekit.engine.public import check_public

        opened = open_course(course)
        results = check_public(path, opened, lang)
        if not as_json and not all(test.outcome == "passed" for each in results for test in each.tests):
            _tell_cells(path, opened, lang)
    if as_json:
        import json

        click.echo(json.dumps([each.to_json() for each in results], ensure_ascii=False, indent=1))
    else:
        _show(results, lang)
    passed = all(test.outcome == "passed" for each in results for test in each.tests) and all(each.status == "graded" for each in results)
    raise SystemExit(0 if passed else 1)


def _tell_cells(path: Path, course: Course, lang: Lang) -> None:
    """Of a notebook, which lines of the program that messages speak of are which cell's."""
    from gradekit.intake import Source, read, single

    for submission in single(path, course):
        source = read(submission)
        if isinstance(source, Source) and source.cells:
            word = "셀" if lang == "ko" else "cell"
            cells = ", ".join(f"{word} {cell.number} = {cell.first}–{cell.last}" for cell in source.cells)
            say(lang, f"{source.name}, its cells by lines: {cells}", f"{source.name}의 셀과 행 번호: {cells}", err=True)


def _show(results: list[Result], lang: Lang) -> None:
    from rich.text import Text

    from gradekit.printable import printable

    screen = console()
    for result in results:
        passed = sum(test.outcome == "passed" for test in result.tests)
        total = len(result.tests)
        screen.print(Text(f"{result.exercise}: {passed}/{total} " + ("통과" if lang == "ko" else "passed"), style="bold"))
        for test in result.tests:
            good = test.outcome == "passed"
            mark = Text("  ✓ " if good else "  ✗ ", style="green" if good else "red")
            screen.print(mark + Text(test.name, style=""))
            if not good:
                for line in (test.message, test.hint):
                    if line:
                        screen.print(Text("      " + printable(line)), soft_wrap=True)
        if result.output:
            screen.print(Text("  출력:" if lang == "ko" else "  printed:"))
            for line in result.output.splitlines()[:20]:
                screen.print(Text("      " + printable(line)), soft_wrap=True)
