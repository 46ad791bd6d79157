"""gradekit gradebook init, check and migrate."""

from __future__ import annotations

from pathlib import Path

import click

from gradekit.cli.gradebook_options import gradebook_option, open_gradebook, require_library
from gradekit.cli.options import course_option, json_option, lang_option, open_course, say
from gradekit.text import Lang

__all__ = ["check", "init", "migrate"]


@click.command("init", short_help="Make a course's gradebook.")
@gradebook_option
@click.option(
    "--attempts",
    type=click.Choice(["latest", "best"]),
    default="latest",
    show_default=True,
    help="Which of a student's attempts counts; all are kept.",
)
@lang_option
@course_option
def init(place: str | None, attempts: str, lang: Lang, course: Path | None) -> None:
    """Make an empty gradebook for the course. One that is there already is left as it is.

    \b
    Examples:
      gradekit gradebook init --attempts best
      gradekit gradebook init --gradebook postgresql://grader@db.example.org/deep_learning
    """
    require_library()
    from gradekit.course.places import gradebook_place
    from gradekit.store.opening import create

    opened = open_course(course)
    with create(gradebook_place(opened, place), opened.name, attempts) as database:
        say(lang, f"gradebook: {database.shown}", f"성적부: {database.shown}")


@click.command("check", short_help="Prove that nothing in it is damaged.")
@gradebook_option
@lang_option
@course_option
@json_option
def check(place: str | None, lang: Lang, course: Path | None, as_json: bool) -> None:
    """Read all of the gradebook: every submission must have the hash it is filed under, every result its submission, and the log's
    seals must hold, which they do not if an entry was changed or removed. Exit code 1 if anything is wrong.

    \b
    Example:
      gradekit gradebook check
    """
    from gradekit.store.checking import examine

    with open_gradebook(open_course(course), place, to_write=False) as database, database.reading() as connection:
        found = examine(connection)
    if as_json:
        import json

        faults = [{"en": each.en, "ko": each.ko} for each in found.faults]
        click.echo(json.dumps({"counts": found.counts, "faults": faults}, ensure_ascii=False))
    else:
        for each in found.faults:
            say(lang, each.en, each.ko, err=True)
        counts = found.counts
        say(
            lang,
            f"{counts['students']} students, {counts['submissions']} submissions, {counts['results']} results, {counts['log']} entries "
            f"in the log: {'sound' if not found.faults else f'{len(found.faults)} faults'}",
            f"학생 {counts['students']}명, 제출물 {counts['submissions']}건, 결과 {counts['results']}건, 기록 {counts['log']}건: "
            f"{'이상이 없습니다' if not found.faults else f'문제가 {len(found.faults)}건 있습니다'}",
        )
    raise SystemExit(1 if found.faults else 0)


@click.command("migrate", short_help="Bring an older gradebook up to date.")
@gradebook_option
@click.option("--backed-up", is_flag=True, help="Make no backup first: there is one.")
@lang_option
@course_option
def migrate(place: str | None, backed_up: bool, lang: Lang, course: Path | None) -> None:
    """Bring a gradebook that an older gradekit wrote to this one's form, after a backup. Commands that write to it do the same.

    A backup of a file lies beside it; of a PostgreSQL database, which pg_dump makes, in the user's cache folder.

    \b
    Example:
      gradekit gradebook migrate
    """
    require_library()
    from gradekit.course.places import gradebook_place
    from gradekit.store.opening import migrate as bring_up
    from gradekit.store.opening import needs_migration, open_as_it_is

    with open_as_it_is(gradebook_place(open_course(course), place)) as database:
        if not needs_migration(database):
            say(lang, f"{database.shown}: is up to date", f"{database.shown}: 이미 최신입니다")
            return
        backup = bring_up(database, backed_up=backed_up)
        if backup is not None:
            say(lang, f"backup: {backup}", f"백업: {backup}")
        say(lang, f"{database.shown}: is up to date now", f"{database.shown}: 최신 형식으로 바꾸었습니다")
