"""Handing out a quiz: a student's own paper to read, and the answers file to fill in."""

from __future__ import annotations

from pathlib import Path

from gradekit.course.handout import Handout, content_of, put_out
from gradekit.course.models import ANSWERS_FILE
from gradekit.errors import CourseError
from gradekit.quiz.paper import Asked, Paper, Quiz
from gradekit.quiz.sheet import blank_sheet
from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["hand_out_quiz", "readme_of"]


def hand_out_quiz(quiz: Quiz, student: str, to: Path, *, lang: Lang, force: bool = False) -> Handout:
    """Write README.md and answers.toml, with the questions drawn for student, into to/NAME. Raises as put_out, and CourseError."""
    paper = quiz.paper(student)
    wanted = {
        "README.md": tuple(readme_of(quiz, paper, each).encode() for each in _first(lang)),
        ANSWERS_FILE: tuple(blank_sheet(paper, each).encode() for each in _first(lang)),
    }
    return put_out(to / quiz.exercise.name, {name: (contents[0], contents[1:]) for name, contents in wanted.items()}, force=force)


def _first(lang: Lang) -> tuple[Lang, ...]:
    return (lang, *(other for other in LANGUAGES if other != lang))


def readme_of(quiz: Quiz, paper: Paper, lang: Lang) -> str:
    """The quiz's introduction and all questions, in lang, as Markdown."""
    path = quiz.exercise.readme(lang)
    try:
        introduction = content_of(path).decode("utf-8-sig").replace("\r\n", "\n").rstrip()
    except UnicodeDecodeError as fault:
        raise CourseError(f"{path}: byte {fault.start} is not UTF-8; save the file as UTF-8") from fault
    parts = [introduction, f"## {Text('The questions', '문제').to(lang)}"]
    for number, each in enumerate(paper.questions, 1):
        points = each.question.points
        worth = Text(f"{points} point{'s' * (points != 1)}", f"{points}점").to(lang)
        parts += [f"### {number}. `{each.id}` ({worth})", each.prompt.to(lang)]
        if each.options:
            parts.append("\n".join(f"- ({letter}) {text.to(lang)}" for letter, text in each.options.items()))
        parts.append(_asked_for(each, lang))
    return "\n\n".join(parts) + "\n"


def _asked_for(asked: Asked, lang: Lang) -> str:
    question = asked.question
    form = {
        "number": Text("One number", "숫자 하나"),
        "integer": Text("One whole number", "정수 하나"),
        "choice": Text("One letter", "글자 하나"),
        "choices": Text("Every letter that applies", "해당하는 글자 모두"),
        "vector": Text("A list of numbers", "숫자의 목록"),
        "matrix": Text("A list of rows", "행의 목록"),
        "text": Text("A word or two", "낱말 한두 개"),
        "order": Text("Every letter, in order", "모든 글자를 순서대로"),
    }[question.kind].to(lang)
    if question.kind in ("number", "vector", "matrix"):
        digits = asked.answer.digits
        exact = Text(f", to {digits} significant digits", f", 유효숫자 {digits}자리").to(lang)
        if question.tolerance is not None:
            exact = Text(f", within {question.tolerance:g}", f", 허용 오차 {question.tolerance:g}").to(lang)
        form += exact
    return f"*{form}.*"
