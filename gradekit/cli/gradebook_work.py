"""gradekit gradebook import-roster, add, show, adjust, withdraw and export."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from gradekit.cli.gradebook_options import gradebook_option, open_gradebook
from gradekit.cli.options import ExerciseName, console, course_option, json_option, lang_option, open_course, progress, say
from gradekit.text import Lang

__all__ = ["add", "adjust", "attempts_option", "export", "roster", "show", "withdraw"]

_LISTED: Final = 200  # students on a terminal


def attempts_option(command: Any) -> Any:
    return click.option(
        "--attempts", type=click.Choice(["latest", "best"]), help="Which attempt counts (default: as the gradebook was made)."
    )(command)


@click.command("import-roster", short_help="Enrol the students of a roster.")
@click.argument("roster_file", metavar="ROSTER", type=click.Path(path_type=Path))
@gradebook_option
@lang_option
@course_option
def roster(roster_file: Path, place: str | None, lang: Lang, course: Path | None) -> None:
    """Enrol the students of ROSTER, a CSV with a column for the id (or 학번), and any of names, e-mail addresses, sections and logins.

    Import it again when it changes. Who is no longer in it is shown as having left; their work stays.

    \b
    Example:
      gradekit gradebook import-roster class.csv
    """
    from gradekit.exam.roster import read_roster
    from gradekit.store.people import import_roster

    read = read_roster(roster_file)
    with open_gradebook(open_course(course), place) as database:
        change = import_roster(database, read.students)
    for text in read.remarks:
        say(lang, text.en, text.ko, err=True)
    say(
        lang,
        f"{change.total} students: {len(change.new)} new, {len(change.changed)} changed, {len(change.left)} left",
        f"학생 {change.total}명: 새로 등록 {len(change.new)}명, 변경 {len(change.changed)}명, 명단에서 빠짐 {len(change.left)}명",
    )


@click.command("add", short_help="Keep submissions without grading them.")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option("--exercise", "exercises", multiple=True, type=ExerciseName(), help="Only this exercise; may be given again.")
@gradebook_option
@lang_option
@course_option
def add(submissions: Path, exercises: tuple[str, ...], place: str | None, lang: Lang, course: Path | None) -> None:
    """Keep every SUBMISSIONS/STUDENT/NAME.py as an attempt. What is handed in again unchanged is the attempt that it was.

    'gradekit grade --record' does this too; 'gradekit regrade' grades what was not graded yet.

    \b
    Example:
      gradekit gradebook add submissions
    """
    from gradekit.intake import Kind, scan
    from gradekit.store.handed_in import handed_in_by
    from gradekit.store.work import take_in

    opened = open_course(course)
    found = scan(submissions, opened, exercises or None)
    for name in found.ignored:
        say(lang, f"not kept: {name}", f"보관하지 않음: {name}", err=True)
    wanted = [each for each in found.submissions if each.kind is not Kind.MISSING]
    new = done = 0
    with open_gradebook(opened, place) as database, progress({"keep": "보관" if lang == "ko" else "keeping"}) as bar:
        for taken in take_in(database, wanted, handed_in_by(submissions)):
            done += len(taken)
            new += sum(each.new for each in taken)
            bar("keep", done, len(wanted))
    say(lang, f"{done} submissions: {new} new attempts", f"제출물 {done}건: 새 시도 {new}건")


@click.command("show", short_help="Show where a class, or a student, stands.")
@click.argument("student", required=False)
@attempts_option
@gradebook_option
@lang_option
@course_option
@json_option
def show(student: str | None, attempts: str | None, place: str | None, lang: Lang, course: Path | None, as_json: bool) -> None:
    """Show everybody's scores; or of STUDENT every attempt, every result it had, adjustments, and what was done when.

    \b
    Examples:
      gradekit gradebook show
      gradekit gradebook show 2026001 --lang ko
    """
    from gradekit.store.showing import class_rows, class_table, student_facts, student_lines

    opened = open_course(course)
    more = 0
    shown: list[Any] = []
    # Nothing is printed while the database is being read: a pager that waits for a key would keep everybody else from writing.
    with open_gradebook(opened, place, to_write=False) as database, database.reading() as connection:
        facts: Any
        if student is not None:
            facts = student_facts(connection, student)
            shown = [] if as_json else [*student_lines(facts, lang)]
        elif as_json:
            facts = [*class_rows(connection, opened.names, attempts)]
        else:
            table, more = class_table(class_rows(connection, opened.names, attempts), lang, _LISTED)
            shown = [table]
    if as_json:
        _print_json(facts)
    for each in shown:
        console().print(each)
    if more:
        say(
            lang,
            f"and {more} students more; 'gradekit gradebook export' writes them all",
            f"그 밖에 학생이 {more}명 더 있습니다. 'gradekit gradebook export'로 모두 저장할 수 있습니다",
        )


@click.command("adjust", short_help="Add points to a score, or a comment.")
@click.argument("student")
@click.argument("exercise", type=ExerciseName())
@click.option("--points", type=float, help="Points to add; with a minus, to take away.")
@click.option("--comment", required=True, help="Why, for whoever reads it later.")
@gradebook_option
@lang_option
@course_option
def adjust(student: str, exercise: str, points: float | None, comment: str, place: str | None, lang: Lang, course: Path | None) -> None:
    """Add points to STUDENT's score in EXERCISE, or with no --points a comment alone. It stays when the exercise is graded again.

    \b
    Example:
      gradekit gradebook adjust 2026001 softmax --points 5 --comment "explained it well in the lab"
    """
    from gradekit.store.adjusting import adjust as add_one

    opened = open_course(course)
    name = opened.exercise(exercise).name
    with open_gradebook(opened, place) as database:
        identity = add_one(database, student, name, points, comment)
    say(
        lang,
        f"adjustment {identity}; 'gradekit gradebook withdraw {identity}' takes it back",
        f"조정 {identity}번입니다. 'gradekit gradebook withdraw {identity}'로 취소할 수 있습니다",
    )


@click.command("withdraw", short_help="Take an adjustment back.")
@click.argument("adjustment", type=int)
@click.option("--comment", default="", help="Why.")
@gradebook_option
@lang_option
@course_option
def withdraw(adjustment: int, comment: str, place: str | None, lang: Lang, course: Path | None) -> None:
    """Take back the adjustment of that number. It stays on record, as does who took it back.

    \b
    Example:
      gradekit gradebook withdraw 12 --comment "meant for another student"
    """
    from gradekit.store.adjusting import withdraw as take_back

    with open_gradebook(open_course(course), place) as database:
        was = take_back(database, adjustment, comment)
    say(lang, f"withdrawn: {was.student}, {was.exercise}", f"취소했습니다: {was.student}, {was.exercise}")


@click.command("export", short_help="Write results.json and grades.csv.")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder to write to.")
@click.option("--exercise", "exercises", multiple=True, type=ExerciseName(), help="Only this exercise; may be given again.")
@attempts_option
@gradebook_option
@lang_option
@course_option
@json_option
def export(
    out: Path,
    exercises: tuple[str, ...],
    attempts: str | None,
    place: str | None,
    lang: Lang,
    course: Path | None,
    as_json: bool,
) -> None:
    """Write to OUT the results that count: results.json, for 'gradekit report', and grades.csv, with adjustments, comments and totals.

    For a learning platform, 'gradekit export canvas GRADEBOOK …' and its kin read the gradebook itself, adjustments included.

    \b
    Example:
      gradekit gradebook export --out final
    """
    from gradekit.store.exporting import export_results, older_text

    opened = open_course(course)
    chosen = [opened.exercise(name).name for name in exercises]
    with open_gradebook(opened, place, to_write=False) as database:
        done = export_results(database, opened, out, attempts=attempts, exercises=chosen, lang=lang)
    if as_json:
        _print_json({"results": str(out / "results.json"), "grades": str(out / "grades.csv"), "rows": done.rows, "students": done.students})
    else:
        say(
            lang,
            f"{done.students} students, {done.rows} results: {out / 'results.json'}, {out / 'grades.csv'}",
            f"학생 {done.students}명, 결과 {done.rows}건: {out / 'results.json'}, {out / 'grades.csv'}",
        )
    if done.older:
        told = older_text(done.older)
        say(lang, told.en, told.ko, err=True)


def _print_json(content: Any) -> None:
    import json

    click.echo(json.dumps(content, ensure_ascii=False))
