"""gradekit grade."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from gradekit.cli.gradebook_options import gradebook_option, open_gradebook
from gradekit.cli.options import (
    ExerciseName,
    choose_device,
    cluster_jailing,
    cluster_option,
    console,
    course_option,
    device_option,
    jail_option,
    jailing,
    joined_cluster,
    json_option,
    lang_option,
    open_course,
    progress,
    say,
)
from gradekit.errors import UsageError, advise
from gradekit.text import Lang, Text

if TYPE_CHECKING:
    from gradekit.course.models import Course
    from gradekit.intake import Scan
    from gradekit.sandbox.jail import Jailing
    from gradekit.store.keeper import StoreKeeper
    from gradekit.store.opening import Database

__all__ = ["command"]

_LISTED: Final = 20
_KEPT: Final = Text("what was graded is kept: --resume goes on with it", "채점한 결과는 보관되어 있으며 --resume으로 이어 갈 수 있습니다")


@click.command("grade", short_help="Grade a class of submissions and write reports.")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder for results and reports.")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Submissions judged at the same time (default: the cores).")
@click.option("--exercise", "exercises", multiple=True, type=ExerciseName(), help="Only this exercise; may be given again.")
@cluster_option
@device_option
@lang_option
@course_option
@click.option("--resume", is_flag=True, help="Go on with a grading that was interrupted, where it was.")
@click.option("--record", is_flag=True, help="Keep attempts and results in the gradebook; what it has judged already is not run again.")
@gradebook_option
@jail_option
@json_option
def command(
    submissions: Path,
    out: Path,
    jobs: int | None,
    exercises: tuple[str, ...],
    cluster: str | None,
    device: str,
    lang: Lang,
    course: Path | None,
    resume: bool,
    record: bool,
    place: str | None,
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
    from gradekit.engine.classroom import JOURNAL, grade_class
    from gradekit.engine.local import default_jobs
    from gradekit.intake import scan
    from gradekit.report import class_summary, render_all
    from gradekit.results_file import open_results

    jailed = jailing(jail, trust, lang) if cluster is None else cluster_jailing(jail, trust, jobs)
    opened = open_course(course)
    if out.resolve().is_relative_to(submissions.resolve()):
        raise UsageError(f"{out}: lies inside {submissions}, where it would pass for a student's folder; choose another --out")
    found = scan(submissions, opened, exercises or None)
    _mention(found, lang)
    chosen = device if cluster else choose_device(device, lang)

    def report(path: Path) -> None:
        with open_results(path) as results:
            render_all(results, out)

    if not resume and _is_left(out / JOURNAL):
        say(
            lang,
            "an interrupted grading lies there; this one begins anew, --resume would have gone on with it",
            "중단된 채점이 있지만 처음부터 다시 채점합니다. 이어서 채점하려면 --resume을 쓰십시오",
            err=True,
        )
    names = list(dict.fromkeys(each.exercise for each in found.submissions))
    joining = nullcontext() if cluster is None else joined_cluster(cluster, opened, names, lang, device, jailed)
    recording = open_gradebook(opened, place) if record or place else nullcontext()
    with recording as database, joining as machines, progress({"grade": "채점" if lang == "ko" else "grading"}) as bar:
        keeper = _keeper(database, opened, submissions)
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
                cluster=machines,
                keeper=keeper,
            )
        except (KeyboardInterrupt, OSError) as ended:
            advise(ended, _KEPT)
            raise
        finally:
            if keeper is not None:
                _tell_falls(keeper, lang)  # whatever ended it: what fell is kept, and must not pass unnoticed
    with open_results(out / "results.json") as results:
        if as_json:
            import json

            told = {"results": str(out / "results.json"), "rows": len(results.results), "faults": faults}
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            console().print(class_summary(results, lang))
            say(lang, f"report: {out / 'report.html'}", f"보고서: {out / 'report.html'}")
    if keeper is not None:
        _tell_kept(keeper, lang)
    for name, fault in faults.items():
        say(lang, f"{name} could not be graded: {fault}", f"{name}: 채점하지 못했습니다. {fault}", err=True)
    for name in found.broken:
        fault = str(opened.broken[name])
        say(lang, f"{name} was not graded: {fault}", f"{name}: 채점하지 않았습니다. {fault}", err=True)
    if found.broken:
        raise SystemExit(1)  # some submissions have no row, and that must not pass unnoticed


def _keeper(database: Database | None, course: Course, submissions: Path) -> StoreKeeper | None:
    if database is None:
        return None
    from gradekit.store.handed_in import handed_in_by
    from gradekit.store.keeper import StoreKeeper

    return StoreKeeper(database, course, handed_in_by(submissions))


def _tell_kept(keeper: StoreKeeper, lang: Lang) -> None:
    say(
        lang,
        f"gradebook: {keeper.database.shown}: {keeper.new} new attempts; {keeper.known} were judged before and not run again",
        f"성적부: {keeper.database.shown}: 새 시도 {keeper.new}건, 이미 채점되어 다시 실행하지 않은 것 {keeper.known}건",
        err=True,
    )


def _is_left(journal: Path) -> bool:
    """Whether it is of a grading that was interrupted, and not of one that is under way."""
    from gradekit.locks import is_abandoned

    try:
        return is_abandoned(journal)
    except OSError:
        return False


def _tell_falls(keeper: StoreKeeper, lang: Lang) -> None:
    from gradekit.store.showing import step_texts

    for each in keeper.falls[:_LISTED]:
        fell = each.fell
        before, after = step_texts(fell.before, fell.max_before, fell.after, fell.max_after)
        say(
            lang,
            f"{each.student}, {each.exercise}: {before} → {after}, lower than before for the same work",
            f"{each.student}, {each.exercise}: {before} → {after}, 같은 제출물의 점수가 낮아졌습니다",
            err=True,
        )
    if len(keeper.falls) > _LISTED:
        more = len(keeper.falls) - _LISTED
        say(lang, f"and {more} more scores fell", f"그 밖에 {more}건의 점수가 낮아졌습니다", err=True)


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
