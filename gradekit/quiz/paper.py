"""A student's paper: the questions with the figures drawn for that student, their right answers and the wrong ones that have a cause.

Everything follows from the course's secret and the names of course, exercise, student and question, so a paper need not be kept: grading
draws it again.
"""

from __future__ import annotations

import hashlib
import hmac
import importlib.util
import inspect
import string
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from gradekit.course.models import Exercise
from gradekit.errors import CourseError, UsageError
from gradekit.quiz.answers import Answer, answer_of, shown_number
from gradekit.quiz.drawn import Drawn, Wrong
from gradekit.quiz.questions import MOST_OPTIONS, Question, read_questions
from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["Asked", "Cause", "Paper", "Quiz", "filled", "student_name"]

_LETTERS: Final = string.ascii_lowercase
_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Cause:
    """A wrong answer, and what a student who gives it is told."""

    id: str
    answer: Answer
    message: Text


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as one student is asked it. options: letter → what is shown; answers speak of options by their letters.

    parameters: what the author's function drew, for `verify` to measure; drawn: its answer as drawn, likewise.
    """

    question: Question
    prompt: Text
    explanation: Text
    options: Mapping[str, Text]
    answer: Answer
    causes: tuple[Cause, ...]
    parameters: Mapping[str, Any] = field(compare=False)  # arrays, which have no one answer to ==
    drawn: Any = field(compare=False)

    @property
    def id(self) -> str:
        return self.question.id


@dataclass(frozen=True, slots=True)
class Paper:
    """Every question of a quiz, as one student is asked it."""

    quiz: str
    student: str
    questions: tuple[Asked, ...]


def student_name(name: str) -> str:
    """A student's name in the one form that papers are drawn for: however a system composes its characters, it is the same name."""
    return unicodedata.normalize("NFC", name)


class Quiz:
    """A quiz with its questions read and its draw.py imported. Raises CourseError, and UsageError where the solutions are elsewhere."""

    def __init__(self, exercise: Exercise, course: str, seed_key: bytes) -> None:
        self.exercise = exercise
        self.questions = read_questions(exercise.suite).question
        self.course = course
        self._seed_key = seed_key
        drawing = [each for each in self.questions if each.draw is not None]
        self._module = _imported(exercise) if drawing else None
        for each in drawing:
            if not inspect.isfunction(getattr(self._module, each.draw or "", None)):
                raise CourseError(f"{exercise.draw}: no function {each.draw!r}, which draws question {each.id!r}")

    def paper(self, student: str) -> Paper:
        """The paper of one student. Raises CourseError where a question cannot be drawn, UsageError where the name is no text."""
        name = student_name(student)
        try:
            name.encode("utf-8")
        except UnicodeEncodeError as fault:
            raise UsageError("--student: the name cannot be written in UTF-8; give it as the submission's folder has it") from fault
        return Paper(self.exercise.name, name, tuple(self._asked(each, name) for each in self.questions))

    def _asked(self, question: Question, student: str) -> Asked:
        where = f"{self.exercise.draw if question.draw else self.exercise.suite}: question {question.id!r}"
        try:
            drawn = self._drawn(question, student)
            return _asked(question, drawn, self._generator(student, question.id, "options"))
        except CourseError:
            raise
        except Exception as fault:  # an author's function, of which anything can be wrong
            raise CourseError(f"{where}: {type(fault).__name__}: {' '.join(str(fault).split())}") from fault

    def _drawn(self, question: Question, student: str) -> Drawn:
        if question.draw is None:
            wrong = tuple(Wrong(each.answer, each.cause, each.en, each.ko) for each in question.wrong)
            return Drawn({}, question.accepted or question.answer, wrong)
        drawn = getattr(self._module, question.draw)(self._generator(student, question.id))
        if not isinstance(drawn, Drawn):
            raise TypeError(f"draws a {type(drawn).__name__}, must be a gradekit.quiz.Drawn")
        return drawn

    def _generator(self, student: str, *rest: str) -> Any:
        import numpy as np

        message = "\0".join((self.course, self.exercise.name, student, *rest)).encode()
        return np.random.default_rng(int.from_bytes(hmac.new(self._seed_key, message, hashlib.sha256).digest(), "big"))


def _asked(question: Question, drawn: Drawn, rng: Any) -> Asked:
    shown = {each.id: each.text for each in question.options}
    if drawn.options is not None:
        shown = {str(name): text if isinstance(text, Text) else Text.same(str(text)) for name, text in drawn.options.items()}
    if len(shown) > MOST_OPTIONS:
        raise ValueError(f"has {len(shown)} options, must be at most {MOST_OPTIONS}")
    names = list(shown)
    letters = dict(zip([names[int(index)] for index in rng.permutation(len(names))], _LETTERS, strict=False))
    words = dict(drawn.parameters)
    answer = answer_of(question.kind, drawn.answer, letters, question.digits or _DIGITS, question.tolerance)
    from_file = question.draw is None
    causes = tuple(
        Cause(
            each.cause,
            answer_of(question.kind, each.answer, letters, question.digits or _DIGITS, question.tolerance),
            filled(Text(each.en, each.ko), words) if from_file else Text(each.en, each.ko),
        )
        for each in drawn.wrong
    )
    return Asked(
        question=question,
        prompt=filled(question.prompt.text, words),
        explanation=filled(question.explanation.text, words | {"answer": Text(*(answer.shown(lang) for lang in LANGUAGES))}),
        options={
            letter: shown[name] if drawn.options is not None else filled(shown[name], words)
            for name, letter in sorted(letters.items(), key=_second)
        },
        answer=answer,
        causes=causes,
        parameters=words,
        drawn=drawn.answer,
    )


def _second(pair: tuple[str, str]) -> str:
    return pair[1]


def filled(text: Text, words: Mapping[str, Any]) -> Text:
    """text with its {placeholders} filled in. Raises ValueError for one that has no value, and for a brace that stands alone."""
    return Text(*(_filled(text.to(lang), words, lang) for lang in LANGUAGES))


def _filled(text: str, words: Mapping[str, Any], lang: Lang) -> str:
    parts: list[str] = []
    for literal, name, form, conversion in string.Formatter().parse(text):
        parts.append(literal)
        if name is None:
            continue
        if form or conversion or name not in words:
            raise ValueError(f"{{{name}}} is no parameter; there are {', '.join(words) or 'none'}, and a brace itself is written twice")
        parts.append(_shown(words[name], lang))
    return "".join(parts)


def _shown(value: Any, lang: Lang) -> str:
    """A parameter as a text shows it; numbers alike in both languages."""
    if isinstance(value, Text):
        return value.to(lang)
    if isinstance(value, str):
        return value
    if hasattr(value, "tolist"):  # NumPy's own, without importing it
        value = value.tolist()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_shown(each, lang) for each in value) + "]"
    return shown_number(value)


def _imported(exercise: Exercise) -> ModuleType:
    path: Path = exercise.draw
    name = f"gradekit_draw_{exercise.name}"
    spec = importlib.util.spec_from_file_location(name, path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise CourseError(f"{path}: no such file; questions.toml names functions in it with draw")
    module = importlib.util.module_from_spec(spec)
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # nothing is written beside an author's files
    try:
        spec.loader.exec_module(module)
    except Exception as fault:
        raise CourseError(f"{path}: cannot be imported ({type(fault).__name__}: {' '.join(str(fault).split())})") from fault
    finally:
        sys.dont_write_bytecode = bytecode
    return module
