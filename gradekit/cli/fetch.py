"""gradekit fetch."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.options import ExerciseName, course_option, lang_option, open_course, say
from gradekit.errors import GradekitError, UsageError
from gradekit.text import Lang

__all__ = ["command"]


@click.command("fetch", short_help="Fetch exercises to work on, or a data set.")
@click.argument("names", nargs=-1, type=ExerciseName(), metavar="[exercise|data] [NAME]...")
@click.option("--unit", "units", multiple=True, type=int, metavar="N", help="All exercises of this unit; may be given again.")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The folder to put them in (default: here).")
@lang_option
@click.option("--force", is_flag=True, help="Fetch anew over changed files; each is kept beside as FILE.bak.")
@course_option
def command(names: tuple[str, ...], units: tuple[int, ...], to: Path, lang: Lang, force: bool, course: Path | None) -> None:
    """Fetch exercises, each into a folder of its own with a handout, a stub and public tests, or download a data set.

    Files that you changed are never overwritten without --force.

    \b
    Examples:
      gradekit fetch exercise softmax cross_entropy --lang ko
      gradekit fetch softmax --to homework
      gradekit fetch exercise --unit 2
      gradekit fetch data mnist
    """
    kind, rest = (names[0], names[1:]) if names[:1] in (("exercise",), ("data",)) else ("exercise", names)
    if kind == "data" and units:
        raise UsageError("fetch data: --unit is for exercises; name the data set (mnist, fashion)")
    if not rest and not units:
        raise UsageError(f"fetch {kind}: no name was given ('gradekit list' shows the exercises; data sets are mnist and fashion)")
    if kind == "data":
        _fetch_data(rest, lang)
    else:
        _fetch_exercises(rest, units, to, lang, force, course)


def _fetch_exercises(names: tuple[str, ...], units: tuple[int, ...], to: Path, lang: Lang, force: bool, course: Path | None) -> None:
    from gradekit.course.handout import hand_out

    opened = open_course(course)
    # An unknown name or unit stops it before anything is written.
    wanted = [opened.exercise(name) for name in names] + [each for unit in units for each in opened.in_unit(unit)]
    exercises = list({each.name: each for each in wanted}.values())
    faults: list[GradekitError] = []
    for exercise in exercises:
        try:
            handout = hand_out(exercise, to, lang=lang, force=force)
        except GradekitError as fault:
            faults.append(fault)
            continue
        for path in handout.kept:
            say(lang, f"your changed file was kept as {path}", f"변경한 파일을 {path}에 보관했습니다")
        say(
            lang,
            f"{handout.folder}: read README.md, write {exercise.file_name}, then run 'gradekit check {handout.folder}'",
            f"{handout.folder}: README.md를 읽고 {exercise.file_name}에 답을 작성한 다음 "
            f"'gradekit check {handout.folder}' 명령을 실행하십시오",
        )
    for each in faults[:-1]:
        say(lang, f"gradekit: {each}", f"gradekit: {each}", err=True)
    if faults:
        raise faults[-1]


def _fetch_data(names: tuple[str, ...], lang: Lang) -> None:
    from gradekit import datasets

    unknown = [name for name in names if name not in datasets.NAMES]
    if unknown:
        raise UsageError(f"no data set is called {unknown[0]!r}: known are {', '.join(datasets.NAMES)}")
    for name in (known for known in datasets.NAMES if known in names):
        if name == "digits":
            say(lang, "digits: comes with gradekit, nothing to fetch", "digits: gradekit에 포함되어 있어 내려받을 필요가 없습니다")
            continue
        folder = datasets.fetch(name)
        say(lang, f"{name}: in {folder}", f"{name}: {folder}에 저장했습니다")
