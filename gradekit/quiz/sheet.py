"""The answers file: written empty for a student to fill in, and read back without trusting any of it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gradekit.printable import printable
from gradekit.quiz.answers import quoted
from gradekit.quiz.forms import BLANK, KINDS, Malformed, form_of, read_given
from gradekit.quiz.paper import Asked, Paper
from gradekit.quiz.questions import RESERVED
from gradekit.text import Lang, Text

__all__ = ["Sheet", "Unreadable", "blank_sheet", "form_faults", "is_for", "model_sheet", "read_sheet"]

SHEET_BYTES: Final = 65_536
# A key of n parts costs TOML's reader n² steps, and a quiz has no use for any beyond one.
_DOTS: Final = 400
_QUESTIONS: Final = 1_000
_PROMPT: Final = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an answers file says: for which quiz and student it was drawn (anything that TOML can hold), and its answers by question.

    forms: question → form, as the file was handed out with; only check looks at it, for it can be changed.
    """

    quiz: Any
    student: Any
    answers: Mapping[str, Any]
    forms: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The file is no answers file."""

    message: Text


def blank_sheet(paper: Paper, lang: Lang) -> str:
    """The answers file of a paper, with nothing answered."""
    return _sheet(paper, lang, {})


def model_sheet(paper: Paper, answers: Mapping[str, str] | None = None) -> str:
    """The answers file with the right answers, or with these (question → TOML value) in their place."""
    return _sheet(paper, "en", {each.id: each.answer.written() for each in paper.questions} | dict(answers or {}))


def _sheet(paper: Paper, lang: Lang, answers: Mapping[str, str]) -> str:
    head = Text(
        f"Answers to {paper.quiz}. The questions are in README.md; write each answer after its '='. Leave the next two lines as they are.",
        f"{paper.quiz}의 답안지입니다. 문제는 README.md에 있습니다. 답을 각 '=' 뒤에 쓰십시오. 다음 두 줄은 고치지 마십시오.",
    )
    lines = [f"# {head.to(lang)}", f"quiz = {quoted(paper.quiz)}", f"student = {quoted(paper.student)}", ""]
    for number, each in enumerate(paper.questions, 1):
        letters = f" ({', '.join(each.options)})" if each.options else ""
        lines += [
            f"# {number}. {_first_line(each.prompt.to(lang))}",
            f"#    {form_of(each.question.kind).to(lang)}{letters}",
            f"{each.id} = {answers.get(each.id, quoted(''))}",
            "",
        ]
    forms = Text(
        "The form of each answer, for 'gradekit check'. Leave it as it is.", "'gradekit check'가 볼 답의 형식입니다. 고치지 마십시오."
    )
    lines += [f"# {forms.to(lang)}", "[forms]"]
    lines += [f"{each.id} = {quoted(' '.join((each.question.kind, *each.options)))}" for each in paper.questions]
    return "\n".join(lines) + "\n"


def _first_line(text: str) -> str:
    line = printable(text.strip().splitlines()[0])
    return line if len(line) <= _PROMPT else line[: _PROMPT - 1] + "…"


def read_sheet(text: str) -> Sheet | Unreadable:
    """The answers in text. Never raises, and takes no longer than its size lets it, whatever the text is."""
    if len(text.encode("utf-8", "replace")) > SHEET_BYTES:
        return Unreadable(Text(f"the answers file is larger than {SHEET_BYTES:,} bytes", f"답안 파일이 {SHEET_BYTES:,}바이트보다 큽니다."))
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if line.count(".") > _DOTS:
            return Unreadable(
                Text(f"line {number} holds too many dots to be an answer", f"{number}행에 점이 너무 많아 답으로 읽을 수 없습니다.")
            )
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError, OverflowError) as fault:  # no TOML; too deep; a number of thousands of digits
        reason = "it nests too deeply" if isinstance(fault, RecursionError) else printable(" ".join(str(fault).split()))[:200]
        return Unreadable(
            Text(
                f'the answers file is no TOML ({reason}); write text between quotation marks, as in answer = "b"',
                f'답안 파일이 TOML 형식이 아닙니다({reason}). 글은 answer = "b"처럼 따옴표 안에 쓰십시오.',
            )
        )
    if len(data) > _QUESTIONS:
        return Unreadable(Text(f"the answers file has {len(data):,} keys", f"답안 파일에 키가 {len(data):,}개 있습니다."))
    forms = data.get("forms")
    answers = {name: value for name, value in data.items() if name not in RESERVED}
    return Sheet(data.get("quiz"), data.get("student"), answers, forms if isinstance(forms, dict) else {})


def is_for(sheet: Sheet, quiz: str, student: str) -> Text | None:
    """None where the file was drawn for this quiz and student; else what is wrong."""
    if sheet.quiz != quiz:
        return Text(
            f"this answers file is for the quiz {_named(sheet.quiz)}, not for {quiz!r}; hand in the one that was fetched for it",
            f"이 답안 파일은 {quiz!r}의 것이 아닙니다(quiz = {_named(sheet.quiz)}). 그 퀴즈를 받을 때 생긴 파일을 제출하십시오.",
        )
    if not isinstance(sheet.student, str) or unicodedata.normalize("NFC", sheet.student) != unicodedata.normalize("NFC", student):
        who = printable(repr(student))
        return Text(
            f"this paper was drawn for {_named(sheet.student)} and handed in by {who}; each student has a paper of their own",
            f"이 답안은 {_named(sheet.student)} 학생의 문제에 대한 것인데 {who} 학생이 제출했습니다. "
            "문제는 학생마다 다르므로 자기 이름으로 받은 파일을 제출하십시오.",
        )
    return None


def _named(value: Any) -> str:
    if not isinstance(value, str):
        return "''"
    shown = printable(repr(value))
    return shown if len(shown) <= 80 else shown[:79] + "…"


def form_faults(sheet: Sheet, asked: tuple[Asked, ...] | None = None) -> dict[str, Text | None]:
    """Question → what is wrong with its answer's form, or None. asked: the questions where they are known; else as the file names them."""
    if asked is not None:
        forms: dict[str, tuple[str, tuple[str, ...]]] = {each.id: (each.question.kind, tuple(each.options)) for each in asked}
    else:  # a student's machine has no questions
        named = {name: tuple(form.split()) for name, form in sheet.forms.items() if isinstance(form, str) and form.split()}
        forms = {name: (words[0], words[1:]) for name, words in named.items() if words[0] in KINDS}
    found: dict[str, Text | None] = {}
    for name, (kind, letters) in forms.items():
        given = read_given(kind, sheet.answers.get(name), letters)
        if given is BLANK:
            found[name] = Text("not answered yet", "아직 답하지 않았습니다")
        else:
            found[name] = given.message if isinstance(given, Malformed) else None
    for name in sheet.answers.keys() - forms.keys():
        found[name] = Text("there is no question of this name", "이런 이름의 문제는 없습니다")
    return found
