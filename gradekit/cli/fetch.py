"""gradekit fetch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gradekit.cli.options import ExerciseName, course_option, lang_option, open_course, say
from gradekit.errors import DataError, GradekitError, UsageError
from gradekit.text import Lang, Text

if TYPE_CHECKING:
    from gradekit.course.handout import Handout
    from gradekit.course.models import Course, Exercise

__all__ = ["command"]


@click.command("fetch", short_help="Fetch exercises to work on, or a data set.")
@click.argument("names", nargs=-1, type=ExerciseName(), metavar="[exercise|data] [NAME]...")
@click.option("--unit", "units", multiple=True, type=int, metavar="N", help="All exercises of this unit; may be given again.")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The folder to put them in (default: here).")
@lang_option
@click.option("--notebook", is_flag=True, help="Hand out NAME.ipynb, a Jupyter notebook, in place of NAME.py.")
@click.option("--student", metavar="ID", help="Whose paper a quiz is drawn for: the name that the submission's folder will have.")
@click.option("--force", is_flag=True, help="Fetch anew over changed files; each is kept beside as FILE.bak.")
@course_option
def command(
    names: tuple[str, ...],
    units: tuple[int, ...],
    to: Path,
    lang: Lang,
    notebook: bool,
    student: str | None,
    force: bool,
    course: Path | None,
) -> None:
    """Fetch exercises, each into a folder of its own with a handout, a stub and public tests, or download a data set.

    A quiz's figures are drawn for one student, so it needs --student and, on this machine, the course's solutions/ folder.

    Files that you changed are never overwritten without --force.

    \b
    Examples:
      gradekit fetch exercise softmax cross_entropy --lang ko
      gradekit fetch softmax --to homework
      gradekit fetch exercise --unit 2
      gradekit fetch exercise softmax --notebook
      gradekit fetch exercise quiz_mlp --student mina
      gradekit fetch data mnist
    """
    kind, rest = (names[0], names[1:]) if names[:1] in (("exercise",), ("data",)) else ("exercise", names)
    if kind == "data" and units:
        raise UsageError(
            Text(
                en="fetch data: --unit is for exercises; name the data set (mnist, fashion)",
                ko="fetch data: --unit은 과제에 쓰는 옵션입니다. 데이터 세트의 이름(mnist, fashion)을 쓰십시오",
            )
        )
    if not rest and not units:
        raise UsageError(
            Text(
                en=f"fetch {kind}: no name was given ('gradekit list' shows the exercises; data sets are mnist and fashion)",
                ko=f"fetch {kind}: 이름이 없습니다 ('gradekit list' 명령으로 과제를 볼 수 있고, 데이터 세트는 mnist와 fashion입니다)",
            )
        )
    if kind == "data":
        _fetch_data(rest, lang)
    else:
        _fetch_exercises(rest, units, to, lang, notebook, student, force, course)


def _fetch_exercises(
    names: tuple[str, ...],
    units: tuple[int, ...],
    to: Path,
    lang: Lang,
    notebook: bool,
    student: str | None,
    force: bool,
    course: Path | None,
) -> None:
    from gradekit.course.handout import hand_out
    from gradekit.course.models import ANSWERS_FILE

    opened = open_course(course)
    # An unknown name or unit stops it before anything is written.
    named = [opened.exercise(name) for name in names]
    of_units = [each for unit in units for each in opened.in_unit(unit)]
    if not (student or "").strip():
        for each in (each for each in of_units if each.is_quiz and each not in named):
            say(
                lang,
                f"{each.name}: left out, for a quiz is drawn for one student: your instructor hands it out, with --student ID",
                f"{each.name}: 퀴즈는 학생마다 따로 만들므로 제외했습니다. 교수자가 --student ID로 만들어 배포합니다",
                err=True,
            )
        of_units = [each for each in of_units if not each.is_quiz]
    exercises = list({each.name: each for each in (*named, *of_units)}.values())
    quizzes = [each.name for each in exercises if each.is_quiz]
    if quizzes and not (student or "").strip():
        raise UsageError(
            Text(
                en=f"{quizzes[0]}: a quiz is drawn for one student; say for whom with --student ID",
                ko=f"{quizzes[0]}: 퀴즈는 학생마다 따로 만듭니다. --student ID로 어느 학생의 것인지 지정하십시오",
            )
        )
    opened.require_solutions(quizzes)
    faults: list[GradekitError] = []
    for exercise in exercises:
        try:
            if exercise.is_quiz:
                handout = _hand_out_quiz(opened, exercise, student or "", to, lang, force)
            else:
                handout = hand_out(exercise, to, lang=lang, force=force, notebook=notebook)
        except GradekitError as fault:
            faults.append(fault)
            continue
        for path in handout.kept:
            say(lang, f"your changed file was kept as {path}", f"변경한 파일을 {path}에 보관했습니다")
        file = ANSWERS_FILE if exercise.is_quiz else f"{exercise.name}.ipynb" if notebook else exercise.file_name
        say(
            lang,
            f"{handout.folder}: read README.md, write {file}, then run 'gradekit check {handout.folder}'",
            f"{handout.folder}: README.md를 읽고 {file}에 답을 작성한 다음 'gradekit check {handout.folder}' 명령을 실행하십시오",
        )
    for other in faults[:-1]:
        say(lang, f"gradekit: {other.text.en}", f"gradekit: {other.text.ko}", err=True)
    if faults:
        raise faults[-1]


def _hand_out_quiz(course: Course, exercise: Exercise, student: str, to: Path, lang: Lang, force: bool) -> Handout:
    from gradekit.course.places import secret
    from gradekit.quiz.handout import hand_out_quiz
    from gradekit.quiz.paper import Quiz

    return hand_out_quiz(Quiz(exercise, course.name, secret(course)), student, to, lang=lang, force=force)


def _fetch_data(names: tuple[str, ...], lang: Lang) -> None:
    from gradekit import datasets

    unknown = [name for name in names if name not in datasets.NAMES]
    if unknown:
        known = ", ".join(datasets.NAMES)
        raise UsageError(
            Text(
                en=f"no data set is called {unknown[0]!r}: known are {known}",
                ko=f"{unknown[0]!r} 데이터 세트는 없습니다. 있는 데이터 세트: {known}",
            )
        )
    for name in (each for each in datasets.NAMES if each in names):
        if name == "digits":
            say(lang, "digits: comes with gradekit, nothing to fetch", "digits: gradekit에 포함되어 있어 내려받을 필요가 없습니다")
            continue
        try:
            folder = datasets.fetch(name)
        except DataError as fault:
            raise DataError(Text(fault.text.en, f"{name}: 데이터 세트를 받지 못했습니다: {fault.text.ko}")) from fault
        say(lang, f"{name}: in {folder}", f"{name}: {folder}에 저장했습니다")
