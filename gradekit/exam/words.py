"""What a student reads while sitting an exam: the cover of the paper, times, the receipt."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from gradekit.printable import printable
from gradekit.text import Lang, Text

if TYPE_CHECKING:
    from gradekit.exam.paper import Manifest
    from gradekit.exam.sitting import PackedWork

__all__ = ["attempts_text", "clock_text", "length_text", "receipt", "sitting_readme"]


def clock_text(moment: datetime) -> str:
    """A moment as people read it, with its zone: "2026-04-20 10:00 (+09:00)"."""
    zone = moment.strftime("%z")
    return f"{moment:%Y-%m-%d %H:%M} ({zone[:3]}:{zone[3:5]})"


def length_text(length: timedelta, lang: Lang) -> str:
    """A stretch of time in its two largest units: "1 h 20 min", "2일 3시간"; under a minute in seconds."""
    seconds = max(0, round(length.total_seconds()))
    units = ((86400, Text(" d", "일")), (3600, Text(" h", "시간")), (60, Text(" min", "분")), (1, Text(" s", "초")))
    shown: list[str] = []
    for size, name in units:
        number, seconds = divmod(seconds, size)
        if number and not (size == 1 and shown):
            shown.append(f"{number}{name.to(lang)}")
    return " ".join(shown[:2]) or Text("0 min", "0분").to(lang)


def attempts_text(manifest: Manifest, lang: Lang) -> str:
    """How often work may be handed in, and what of it counts."""
    policy = manifest.attempts
    counts = {"best": Text("the best counts", "가장 높은 점수를 인정합니다"), "last": Text("the last counts", "마지막 제출을 인정합니다")}
    what = counts.get(policy.counts, Text("their average counts", "평균 점수를 인정합니다")).to(lang)
    times = f"{policy.most} time{'s' * (policy.most != 1)}"
    if policy.every_minutes is None:
        return Text(f"You may hand in {times}; {what}.", f"{policy.most}번까지 제출할 수 있으며 {what}.").to(lang)
    every = timedelta(minutes=policy.every_minutes)
    return Text(
        f"You may hand in {times}, and once more after each {length_text(every, 'en')}; {what}.",
        f"{policy.most}번까지 제출할 수 있고 {length_text(every, 'ko')}마다 한 번씩 더 제출할 수 있으며 {what}.",
    ).to(lang)


def sitting_readme(manifest: Manifest, started: datetime, lang: Lang) -> str:
    """The cover of the paper, as Markdown."""
    zone = manifest.opens.tzinfo
    due = clock_text(manifest.window.deadline(started).astimezone(zone))
    lines = [f"# {manifest.title.text.to(lang)}", f"{printable(manifest.name)} (`{printable(manifest.student)}`)"]
    begun = clock_text(started.astimezone(zone))
    lines.append(Text(f"Begun at {begun}; due at {due}.", f"시작 {begun}, 마감 {due}.").to(lang))
    grace = timedelta(minutes=manifest.late.grace_minutes)
    if grace:
        lines.append(
            Text(
                f"Up to {length_text(grace, 'en')} after that nothing is lost.",
                f"마감 뒤 {length_text(grace, 'ko')}까지는 감점이 없습니다.",
            ).to(lang)
        )
    lines.append(attempts_text(manifest, lang))
    if manifest.honour is not None:
        lines.append("> " + manifest.honour.text.to(lang))
    heads = Text("| Part | Points | You write |", "| 과제 | 배점 | 작성할 파일 |").to(lang)
    rows = [f"| {part.title.text.to(lang)} | {part.points:g} | `{part.name}/{part.file}` |" for part in manifest.parts]
    lines.append("\n".join((heads, "|---|---|---|", *rows)))
    packages = ", ".join(manifest.packages)
    lines.append(
        Text(
            f"Allowed besides the standard library, where a part does not say less: {packages}.",
            f"표준 라이브러리 외에 쓸 수 있는 패키지(과제에서 더 제한할 수 있습니다): {packages}.",
        ).to(lang)
    )
    steps = Text(
        "`gradekit exam status` shows the time that is left; `gradekit submit` packs your work into one file and gives you a receipt."
        " Hand in that file as you were told, and keep the receipt.",
        "`gradekit exam status`는 남은 시간을 보여 주고, `gradekit submit`은 답안을 파일 하나로 묶고 접수증을 만듭니다."
        " 안내받은 방법으로 그 파일을 제출하고 접수증을 보관하십시오.",
    )
    lines.append(steps.to(lang))
    return "\n\n".join(lines) + "\n"


def receipt(manifest: Manifest, done: PackedWork, lang: Lang) -> str:
    """What a student keeps: what was packed, when, and the hash by which the file is known."""
    zone = manifest.opens.tzinfo
    lines = [
        Text("gradekit receipt", "gradekit 접수증").to(lang),
        f"{Text('exam', '시험').to(lang)}: {manifest.title.text.to(lang)} ({manifest.exam})",
        f"{Text('student', '학생').to(lang)}: {printable(manifest.name)} ({printable(manifest.student)})",
        Text(f"attempt: {done.attempt}", f"{done.attempt}번째 제출").to(lang),
        f"{Text('packed', '묶은 시각').to(lang)}: {clock_text(done.at.astimezone(zone))}",
        f"{Text('file', '파일').to(lang)}: {done.path.name}",
        f"SHA-256: {done.digest}",
    ]
    if done.late_by:
        lines.append(
            Text(f"late: {length_text(done.late_by, 'en')} after the deadline", f"지각: 마감 뒤 {length_text(done.late_by, 'ko')}").to(lang)
        )
    for file in done.files:
        note = "" if file.changed else Text(" (as it was handed out)", " (배포된 그대로)").to(lang)
        lines.append(f"  {file.name}: {file.bytes} B, {file.sha256[:16]}{note}")
    lines += [f"  {name}: {Text('MISSING', '없음').to(lang)}" for name in done.missing]
    return "\n".join(lines) + "\n"
