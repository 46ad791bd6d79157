"""A report in GitHub's Markdown, for a job's summary and a comment on a pull request.

What comes from a submission stands in code spans and fenced blocks alone: there GitHub makes no link, no mention, no reference to an
issue and no HTML of it. No such text can end its span or block, so it can notify nobody and close nothing.
"""

from __future__ import annotations

import re
from typing import Final

from gradekit.export.order import Exported, Order
from gradekit.printable import printable
from gradekit.report.gradebook import points_text
from gradekit.report.words import STATUSES, VERDICTS
from gradekit.results import Result, Status, TestOutcome, Verdict, clip
from gradekit.text import Lang, Text

__all__ = ["BODY_BYTES", "MARK", "code", "export_markdown", "fenced"]

MARK: Final = "<!-- gradekit -->"  # the first line, by which the comment is found again
BODY_BYTES: Final = 60_000  # GitHub takes 65,536 characters
_SPAN_BYTES: Final = 500
_PRINTED_BYTES: Final = 4000
_TESTS: Final = 50
_MORE: Final = Text("… and {n} more", "… 외 {n}개")
_PASSED: Final = Text("{passed} of {all} tests pass", "테스트 {all}개 중 {passed}개 통과")
_HINT: Final = Text("Hint", "힌트")
_PRINTED: Final = Text("Printed output", "출력 내용")
_TITLE: Final = Text("Report", "채점 보고서")
_LONG: Final = Text("The report is too long for a comment; the rest is left out.", "보고서가 길어 나머지를 생략했습니다.")


def export_markdown(order: Order) -> Exported:
    """The report of every result, no longer than a comment may be."""
    lang = order.lang
    pieces = [MARK, f"## gradekit: {_TITLE.to(lang)}"]
    size = sum(len(piece.encode()) + 2 for piece in pieces) + 200
    for result in order.grades.each_result():
        piece = _section(result, lang, several=len(order.grades.students) > 1)
        size += len(piece.encode()) + 2
        if size > BODY_BYTES:
            pieces.append(_LONG.to(lang))
            break
        pieces.append(piece)
    return Exported(("\n\n".join(pieces) + "\n").encode(), sum(bool(each.results) for each in order.grades.students))


def code(text: str) -> str:
    """text as a code span of one line; "" where there is nothing to show."""
    # A grave accent would end the span; its modifier letter looks the same and ends nothing.
    plain = printable(clip(text, _SPAN_BYTES)).replace("`", "\u02cb").strip()
    return f"`{plain}`" if plain else ""


def fenced(text: str) -> str:
    """text as a block that nothing in it can end."""
    plain = printable(clip(text, _PRINTED_BYTES), keep="\n").strip("\n")
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", plain)), default=0))
    return f"{fence}text\n{plain}\n{fence}"


def _section(result: Result, lang: Lang, *, several: bool) -> str:
    passed = sum(test.outcome is Verdict.PASSED for test in result.tests)
    who = f"{code(result.student)} " if several else ""
    said = _PASSED.to(lang).format(passed=passed, all=len(result.tests))
    if result.status is not Status.GRADED:
        said = STATUSES[result.status].to(lang)
    if result.max_score:
        said += f" ({points_text(result.score, result.max_score)}/{points_text(result.max_score)})"
    lines = [f"### {who}{code(result.exercise)}: {said}", ""]
    wanting = [test for test in result.tests if test.outcome is not Verdict.PASSED]
    for test in wanting[:_TESTS]:
        lines += _test(test, lang)
    if len(wanting) > _TESTS:
        lines.append(f"- {_MORE.to(lang).format(n=len(wanting) - _TESTS)}")
    lines += [f"- ◆ {code(each.message)}" for each in result.diagnosis[:_TESTS]]
    if result.output.strip():
        lines += ["", f"{_PRINTED.to(lang)}:", "", fenced(result.output)]
    return "\n".join(lines).rstrip()


def _test(test: TestOutcome, lang: Lang) -> list[str]:
    lines = [f"- ✗ {code(test.name)} {VERDICTS[test.outcome].to(lang)}"]
    if test.message:
        lines.append(f"  - {code(test.message)}")
    if test.hint:
        lines.append(f"  - {_HINT.to(lang)}: {code(test.hint)}")
    return lines
