"""gradekit import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from gradekit.cli.options import ExerciseName, course_option, json_option, lang_option, open_course, progress, say
from gradekit.text import Lang

if TYPE_CHECKING:
    from gradekit.lms.importing import Summary

__all__ = ["command"]

_PLATFORMS: Final = ("canvas", "moodle", "gradescope", "nbgrader", "github")
_LISTED: Final = 100


@click.command("import", short_help="Bring in work from a learning platform.")
@click.argument("platform", type=click.Choice(_PLATFORMS))
@click.argument("download", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder of submissions to write to.")
@click.option("--exercise", type=ExerciseName(), help="All of it is work on this exercise, whatever a student's only file is called.")
@click.option("--roster", type=click.Path(path_type=Path), help="Who is who: a CSV with ids, and any of names, e-mail addresses, logins.")
@lang_option
@course_option
@json_option
def command(
    platform: str,
    download: Path,
    out: Path,
    exercise: str | None,
    roster: Path | None,
    lang: Lang,
    course: Path | None,
    as_json: bool,
) -> None:
    """Bring the work in DOWNLOAD, a platform's bulk download as a zip or unpacked, into OUT/STUDENT/NAME.py, for grade to read.

    Code cells of a notebook become a program. OUT/import.json says of every entry what became of it, and when it was handed in where
    the platform tells. Nothing that was handed in is run.

    Of several attempts the newest counts. Nothing in OUT is overwritten but what an earlier import wrote there. Exit code 1 if no work
    was found.

    \b
    Examples:
      gradekit import canvas submissions.zip --exercise softmax --roster class.csv --out submissions
      gradekit import moodle downloads/softmax --out submissions --lang ko
    """
    from gradekit.exam.roster import read_roster
    from gradekit.lms.importing import import_download

    opened = open_course(course)
    students = () if roster is None else read_roster(roster).students
    with progress({"import": "가져오기" if lang == "ko" else "importing"}) as bar:
        summary = import_download(platform, download, out, opened, exercise=exercise, students=students, progress=bar)
    counts = summary.counts
    if as_json:
        import json

        click.echo(json.dumps({"record": str(summary.record), "counts": counts, "absent": list(summary.absent)}, ensure_ascii=False))
    else:
        _show(summary, lang)
    raise SystemExit(0 if summary.students else 1)


def _show(summary: Summary, lang: Lang) -> None:
    """What came of it in lines: a count, and whatever somebody should look at."""
    from gradekit.lms.models import Outcome

    quiet = (Outcome.WRITTEN, Outcome.UNCHANGED, Outcome.IGNORED, Outcome.SUPERSEDED)
    listed = [row for row in summary.rows if row.outcome not in quiet]
    for row in listed[:_LISTED]:
        assert row.why is not None
        say(lang, f"not imported: {row.path}: {row.why.en}", f"가져오지 않음: {row.path}: {row.why.ko}", err=True)
    if len(listed) > _LISTED:
        more = len(listed) - _LISTED
        say(lang, f"and {more} more, all in {summary.record}", f"그 밖에 {more}건이 더 있으며 모두 {summary.record}에 있습니다", err=True)
    if summary.absent:
        names = ", ".join(summary.absent[:10]) + ("…" if len(summary.absent) > 10 else "")
        say(
            lang,
            f"nothing came from {len(summary.absent)} students of the roster: {names}",
            f"명단의 학생 {len(summary.absent)}명에게서 받은 것이 없습니다: {names}",
            err=True,
        )
    counts = summary.counts
    say(
        lang,
        f"{summary.students} students: {counts['written']} files written, {counts['unchanged']} unchanged, {len(listed)} not imported; "
        f"the record: {summary.record}",
        f"학생 {summary.students}명: 파일 {counts['written']}개를 저장했고 {counts['unchanged']}개는 그대로이며 {len(listed)}개는 가져오지 "
        f"않았습니다. 기록: {summary.record}",
    )
