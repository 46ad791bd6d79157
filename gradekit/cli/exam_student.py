"""The exam commands of a student."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gradekit.cli.options import console, json_option, lang_option, say
from gradekit.errors import Refusal, UsageError
from gradekit.text import Lang, Text

if TYPE_CHECKING:
    from gradekit.exam.sitting import Sitting, SittingStatus

__all__ = ["pack_sitting", "start", "status"]

_PAPER_BYTES = 64 * 1024 * 1024


@click.command("start", short_help="Open your paper and start its clock.")
@click.argument("paper", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Where your work goes (default: here).")
@click.option("--accept", is_flag=True, help="Accept the honour statement without being asked.")
@lang_option
def start(paper: Path, to: Path, accept: bool, lang: Lang) -> None:
    """Open PAPER, the file that you were given, into a folder of its own. A sealed one asks for the passphrase that was announced.

    Your time begins now, if the exam gives each student so many minutes. Starting again goes on with what is there.

    \b
    Example:
      gradekit exam start midterm-mina-9bb840df.paper
    """
    from gradekit.cli.exam_asking import accepted, passphrase
    from gradekit.exam.paper import open_paper
    from gradekit.exam.seal import is_sealed, unsealed
    from gradekit.exam.sitting import start as begin

    try:
        with paper.open("rb") as file:
            content = file.read(_PAPER_BYTES + 1)
    except OSError as fault:
        raise UsageError(f"{paper}: cannot be read ({fault.strerror or fault}); give the file with your paper") from fault
    if is_sealed(content):
        content = unsealed(content, passphrase(lang, confirm=False), str(paper))
    manifest = open_paper(content, str(paper)).manifest
    if manifest.honour is not None and not accept:
        click.echo(manifest.honour.text.to(lang))
        if not accepted(lang):
            raise Refusal(
                Text(
                    "the exam was not started: accept the statement, or talk to your instructor",
                    "시험을 시작하지 않았습니다. 서약에 동의하거나 담당 교수자에게 문의하십시오",
                )
            )
    sitting = begin(content, str(paper), to, datetime.now(UTC), lang)
    typed = f'"{sitting.folder}"' if " " in str(sitting.folder) else str(sitting.folder)  # as any shell takes it
    say(
        lang,
        f"{sitting.folder}: read README.md; then write the files it names, and run 'gradekit submit {typed}'",
        f"{sitting.folder}: README.md를 읽고 거기에 적힌 파일을 작성한 다음 'gradekit submit {typed}' 명령을 실행하십시오",
    )
    _show(sitting, lang)


@click.command("status", short_help="Show the time and the attempts you have left.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@lang_option
@json_option
def status(folder: Path, lang: Lang, as_json: bool) -> None:
    """Show how the exam in FOLDER (default: here) stands: the time left, which files are saved and changed, the attempts left.

    \b
    Example:
      gradekit exam status midterm
    """
    from gradekit.exam.sitting import find_sitting
    from gradekit.exam.sitting import status as stands

    sitting = find_sitting(folder)
    if sitting is None:
        raise UsageError(f"{folder}: is no exam's folder; begin with 'gradekit exam start PAPER'")
    if as_json:
        import json

        seen = stands(sitting, datetime.now(UTC))
        click.echo(
            json.dumps(
                {
                    "exam": sitting.manifest.exam,
                    "student": sitting.manifest.student,
                    "deadline": seen.deadline.isoformat(),
                    "seconds_left": round(seen.left.total_seconds()),
                    "attempts": seen.attempts,
                    "attempts_left": seen.allowance.left,
                    "next_attempt": None if seen.allowance.next_at is None else seen.allowance.next_at.isoformat(),
                    "parts": {
                        each.part.name: {"changed": each.changed, "problem": each.problem and each.problem.en} for each in seen.parts
                    },
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    _show(sitting, lang)


def pack_sitting(folder: Path, out: Path | None, lang: Lang) -> None:
    """What 'gradekit submit' does in an exam's folder: one signed file to hand in, and a receipt beside it."""
    from gradekit.exam.pack import RECEIPT_SUFFIX
    from gradekit.exam.sitting import find_sitting, pack
    from gradekit.exam.words import receipt
    from gradekit.results import write_atomically

    sitting = find_sitting(folder)
    assert sitting is not None, "its folder has been found"
    done = pack(sitting, datetime.now(UTC), out or sitting.folder.parent)
    text = receipt(sitting.manifest, done, lang)
    write_atomically(done.path.with_suffix(RECEIPT_SUFFIX), text)
    click.echo(text, nl=False)
    if done.missing:
        names = ", ".join(done.missing)
        say(lang, f"not in it: {names}", f"들어 있지 않은 과제: {names}", err=True)
    untouched = sum(not each.changed for each in done.files)
    if untouched:
        say(lang, f"answered nothing: {untouched} of {len(done.files)}", f"답을 쓰지 않은 과제: {untouched}개", err=True)
    say(lang, f"hand in {done.path}; the receipt is beside it", f"{done.path} 파일을 제출하십시오. 접수증은 그 옆에 있습니다")
    left = done.allowance.left
    say(lang, f"attempts left: {left}", f"남은 제출 횟수: {left}")


def _show(sitting: Sitting, lang: Lang) -> None:
    from rich import box
    from rich.table import Table

    from gradekit.exam.sitting import status as stands
    from gradekit.exam.words import clock_text, length_text

    seen: SittingStatus = stands(sitting, datetime.now(UTC))
    zone = sitting.manifest.opens.tzinfo
    due = clock_text(seen.deadline.astimezone(zone))
    if seen.left.total_seconds() > 0:
        left = length_text(seen.left, lang)
        say(lang, f"due at {due}: {left} left", f"마감 {due}, 남은 시간 {left}")
    else:
        late = length_text(-seen.left, lang)
        say(
            lang,
            f"was due at {due}, {late} ago; late work can still be handed in",
            f"마감 {due}에서 {late} 지났습니다. 늦게라도 제출할 수 있습니다",
        )
    if seen.clock_back:
        say(
            lang,
            "this machine's clock was set back; the time counts as if it had not been",
            "컴퓨터의 시계가 뒤로 갔습니다. 시간은 계속 흐른 것으로 봅니다",
        )
    words = ("과제", "배점", "파일", "상태") if lang == "ko" else ("part", "points", "file", "state")
    table = Table(box=box.SIMPLE_HEAD)
    for word in words:
        table.add_column(word, justify="right" if word in ("points", "배점") else "left", overflow="fold")
    for each in seen.parts:
        state = (each.problem and each.problem.to(lang)) or (
            ("작성함" if lang == "ko" else "changed") if each.changed else ("배포된 그대로" if lang == "ko" else "as handed out")
        )
        table.add_row(each.part.title.text.to(lang), f"{each.part.points:g}", f"{each.part.name}/{each.part.file}", state)
    console().print(table)
    again = seen.allowance.next_at
    more = f" ({clock_text(again.astimezone(zone))})" if again is not None else ""
    say(
        lang,
        f"handed in {seen.attempts}×; attempts left: {seen.allowance.left}{more}",
        f"제출 {seen.attempts}번, 남은 제출 횟수 {seen.allowance.left}{more}",
    )
