"""gradekit regrade."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from gradekit.cli.gradebook_options import gradebook_option, open_gradebook
from gradekit.cli.options import (
    ExerciseName,
    cluster_jailing,
    cluster_option,
    console,
    course_option,
    device_option,
    jail_option,
    jailing,
    joined_cluster,
    json_option,
    open_course,
    progress,
    say,
)
from gradekit.errors import Refusal
from gradekit.text import LANGUAGES, Lang, default_lang

if TYPE_CHECKING:
    from gradekit.sandbox.jail import Jailing
    from gradekit.store.regrade import Difference, Regrade

__all__ = ["command"]

_LISTED: Final = 60


@click.command("regrade", short_help="Judge again what a gradebook holds.")
@click.argument("exercise", type=ExerciseName())
@click.option(
    "--only",
    multiple=True,
    metavar="latest|best|failed|all|STUDENT",
    help="Which attempts (default: those that may count), or only this student's; may be given again.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and keep nothing.")
@click.option("--yes", is_flag=True, help="Keep the new results without asking.")
@click.option("--lower", is_flag=True, help="Keep also those that are lower than before.")
@click.option("--again", is_flag=True, help="Judge also what has not changed.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write all differences to this CSV file.")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Submissions judged at the same time (default: the cores).")
@cluster_option
@gradebook_option
@device_option
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of messages and reports (default: that of the results so far).")
@course_option
@jail_option
@json_option
def command(
    exercise: str,
    only: tuple[str, ...],
    dry_run: bool,
    yes: bool,
    lower: bool,
    again: bool,
    out: Path | None,
    jobs: int | None,
    cluster: str | None,
    place: str | None,
    device: str,
    lang: Lang | None,
    course: Path | None,
    jail: Jailing,
    trust: bool,
    as_json: bool,
) -> None:
    """Judge the work on EXERCISE in the gradebook again where its suite, its reference, a library or the machine changed since, show what
    became of the scores and why, and keep it when you say so. What has not changed is not run.

    Earlier results stay on record. A score that would be lower is only kept with --lower. Exit code 1 if any was left out.

    \b
    Examples:
      gradekit regrade softmax --dry-run
      gradekit regrade softmax --only failed --yes
    """
    from gradekit.engine.local import choose_device, default_jobs
    from gradekit.engine.place import cluster_place, local_place
    from gradekit.store.regrade import keep_differences, plan, regrade, spoken_before

    opened = open_course(course)
    name = opened.exercise(exercise).name
    opened.require_solutions([name])
    if not (dry_run or yes or sys.stdin.isatty()):
        raise Refusal("regrade: nobody is here to be asked; add --dry-run to see what would change, or --yes to keep it")
    with open_gradebook(opened, place, to_write=not dry_run) as database:
        with database.reading() as connection:
            planned = plan(connection, name, only)
            spoken = lang or spoken_before(connection, name) or default_lang()
        if cluster is None:
            where = local_place(opened, [name], spoken, choose_device(device)[0], jailing(jail, trust, spoken), jobs or default_jobs())
        else:
            where = cluster_place(joined_cluster(cluster, opened, [name], spoken, device, cluster_jailing(jail, trust, jobs)))
        with progress({"grade": "채점" if spoken == "ko" else "grading"}) as bar, where as judges:
            done = regrade(database, opened, judges, name, planned, again=again, progress=bar)
        if out is not None:
            _write(done, out)
        if not as_json:
            _show(done, spoken)
        keepable = [each.submission for each in done.differences if each.is_sound and (lower or not each.falls)]
        kept = overtaken = 0
        decided = bool(not dry_run and done.differences and (yes or _agreed(spoken)))
        if decided:
            kept, overtaken = keep_differences(database, done, keepable, again=again)
    _end(done, kept, overtaken, decided=decided, lower=lower, lang=spoken, as_json=as_json)


def _agreed(lang: Lang) -> bool:
    return click.confirm("새 결과를 보관하시겠습니까?" if lang == "ko" else "Keep the new results?", err=True)


def _show(done: Regrade, lang: Lang) -> None:
    from rich.table import Table
    from rich.text import Text as Ink

    from gradekit.printable import printable
    from gradekit.store.showing import step_texts, why_text

    for made_with in done.before:
        why = why_text(made_with, done.terms, lang)
        if why:  # with --again it may be nothing
            say(lang, f"because {why}", f"이유: {why}")
    different = sorted((each for each in done.differences if each.differs), key=_first_what_falls)
    if different:
        table = Table(box=None, pad_edge=False)
        heads = ("student", "attempt", "before", "after", "") if lang == "en" else ("학번", "시도", "이전", "이후", "")
        for number, head in enumerate(heads):
            table.add_column(head, justify="right" if number in (1, 2, 3) else "left")
        for each in different[:_LISTED]:
            before, after = step_texts(each.before, each.max_before, each.after, each.max_score)
            note = each.status if each.status != "graded" else ("↓" if each.falls else "")
            cells = (printable(each.student), str(each.attempt), before, after, note)
            table.add_row(*(Ink(cell) for cell in cells), style="red" if each.falls else None)
        console().print(table)
        if len(different) > _LISTED:
            more = len(different) - _LISTED
            say(
                lang,
                f"and {more} more; --out FILE writes them all",
                f"그 밖에 {more}건이 더 있습니다. --out FILE로 모두 저장할 수 있습니다",
            )


def _first_what_falls(each: Difference) -> tuple[bool, float, str]:
    from gradekit.store.judged import share

    return (not each.falls, share(each.after, each.max_score) - share(each.before or 0.0, each.max_before), each.student)


def _write(done: Regrade, out: Path) -> None:
    """Every submission that was judged again, as CSV."""
    import csv
    import io

    from gradekit.report.scores import safe_cell
    from gradekit.results import write_atomically

    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(["student", "exercise", "attempt", "before", "max_before", "after", "max_score", "status_before", "status", "why"])
    for each in done.differences:
        before = ("", "") if each.before is None else (each.before, each.max_before)
        figures = (*before, each.after, each.max_score, each.status_before, each.status)
        writer.writerow([safe_cell(each.student), done.exercise, each.attempt, *figures, " ".join(each.why)])
    write_atomically(out, b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8"))


def _end(done: Regrade, kept: int, overtaken: int, *, decided: bool, lower: bool, lang: Lang, as_json: bool) -> None:
    falls = [each for each in done.differences if each.falls]
    unsound = [each for each in done.differences if not each.is_sound]
    counts = {
        "judged": len(done.differences),
        "same": done.same,
        "new": sum(each.before is None for each in done.differences),
        "higher": sum(each.rises for each in done.differences),
        "lower": len(falls),
        "not_judged": len(unsound),
        "kept": kept,
    }
    if as_json:
        import json

        click.echo(json.dumps(counts | {"exercise": done.exercise, "differences": _json_rows(done.differences)}, ensure_ascii=False))
    else:
        judged, same, new, higher, less, *_ = counts.values()
        kept_en, kept_ko = (f"{kept} kept", f"{kept}건을 보관했습니다") if kept else ("nothing was kept", "보관한 것이 없습니다")
        say(
            lang,
            f"{judged} judged, {same} unchanged and not run; {new} for the first time, {higher} higher, {less} lower; {kept_en}",
            f"{judged}건 채점, {same}건은 그대로여서 실행하지 않음. 처음 {new}건, 상승 {higher}건, 하락 {less}건. {kept_ko}",
        )
        for each in unsound[:10]:
            say(lang, f"{each.student}: could not be judged", f"{each.student}: 채점하지 못했습니다", err=True)
    left_out = bool(falls) and decided and not lower
    if left_out:
        say(
            lang,
            f"{len(falls)} scores would be lower and were left as they were; --lower keeps those too",
            f"점수가 낮아지는 {len(falls)}건은 그대로 두었습니다. --lower를 쓰면 그것도 보관합니다",
            err=True,
        )
    if overtaken:
        say(
            lang,
            f"{overtaken} were judged by somebody else meanwhile and were left as they are; run this again to compare with that",
            f"그사이 다른 사람이 채점한 {overtaken}건은 그대로 두었습니다. 다시 실행하여 그 결과와 비교하십시오",
            err=True,
        )
    if left_out or unsound or overtaken:
        raise SystemExit(1)


def _json_rows(differences: Sequence[Difference]) -> list[dict[str, Any]]:
    names = ("student", "attempt", "before", "max_before", "after", "max_score", "status_before", "status", "why")
    return [{name: getattr(each, name) for name in names} for each in differences]
