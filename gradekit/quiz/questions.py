"""questions.toml as a checked model."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from gradekit.course.load import read_toml
from gradekit.course.words import Authored
from gradekit.text import Text

__all__ = ["RESERVED", "Option", "Prose", "Question", "QuestionKind", "QuestionsFile", "StaticWrong", "read_questions"]

QuestionKind = Literal["number", "integer", "choice", "choices", "vector", "matrix", "text", "order"]

# What an answers file says of itself, so that no question may be called so.
RESERVED: Final = ("quiz", "student", "forms")
_WITH_OPTIONS: Final = ("choice", "choices", "order")
_MEASURED: Final = ("number", "vector", "matrix")
MOST_OPTIONS: Final = 26  # each has a letter


def _name(name: str) -> str:
    if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name) or len(name) > 64:
        raise ValueError("must be a Python name of ASCII letters, digits and _, at most 64")
    if name in RESERVED:
        raise ValueError(f"is a key of the answers file itself; {', '.join(RESERVED)} are")
    return name


def _written(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


Name = Annotated[str, AfterValidator(_name)]
Written = Annotated[str, AfterValidator(_written)]
Limit = Annotated[float, Field(allow_inf_nan=False)]


class Prose(Authored):
    """Words in both languages, of several lines where need be, with {placeholders}; a brace itself is written twice."""

    en: Written
    ko: Written

    @property
    def text(self) -> Text:
        return Text(en=self.en, ko=self.ko)


class Option(Authored):
    """One of the options of a choice, or one of the things to put in order."""

    id: Name
    en: Written
    ko: Written

    @property
    def text(self) -> Text:
        return Text(en=self.en, ko=self.ko)


class StaticWrong(Authored):
    """A wrong answer that has a cause, where nothing is drawn."""

    answer: Any
    cause: Name
    en: Written
    ko: Written


class Question(Authored):
    """One question.

    draw: the function in draw.py that draws its figures. digits: significant digits asked; tolerance: how far an answer may be from the
    right one, in place of digits. bounds: what the parameters and the answer must keep to in every variant, for `verify`.
    """

    id: Name
    points: Annotated[int, Field(ge=1, le=10_000)]
    kind: QuestionKind
    prompt: Prose
    explanation: Prose
    draw: Name | None = None
    digits: Annotated[int, Field(ge=1, le=12)] | None = None
    tolerance: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    options: Annotated[tuple[Option, ...], Field(strict=False, max_length=MOST_OPTIONS)] = ()
    answer: Any = None
    accepted: Annotated[tuple[Written, ...], Field(strict=False)] = ()
    bounds: Mapping[str, Annotated[tuple[Limit, Limit], Field(strict=False)]] = Field(default_factory=dict)
    wrong: Annotated[tuple[StaticWrong, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        where = f"question {self.id!r}"
        if self.kind not in _WITH_OPTIONS and self.options:
            raise ValueError(f"{where}: options: got some, must be only where kind is {', '.join(_WITH_OPTIONS)}")
        if self.kind not in _MEASURED and (self.digits is not None or self.tolerance is not None):
            raise ValueError(f"{where}: digits and tolerance must be only where kind is {', '.join(_MEASURED)}")
        if self.digits is not None and self.tolerance is not None:
            raise ValueError(f"{where}: digits and tolerance are two ways to say the same; give one")
        if self.kind != "text" and self.accepted:
            raise ValueError(f"{where}: accepted: got some, must be only where kind is text")
        has_answer = self.answer is not None or bool(self.accepted)
        if self.draw is not None and (has_answer or self.wrong):
            raise ValueError(f"{where}: answer, accepted and wrong come from the function where draw is given")
        if self.draw is None and not has_answer:
            raise ValueError(f"{where}: answer: is missing; give it, or name a function with draw")
        if self.kind == "text" and self.answer is not None:
            raise ValueError(f"{where}: answer: a text's answers go into accepted")
        if self.draw is None and self.kind in _WITH_OPTIONS and len(self.options) < 2:
            raise ValueError(f"{where}: options: must be at least two")
        return self

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for what, found in (("option", [each.id for each in self.options]), ("cause", [each.cause for each in self.wrong])):
            twice = [each for index, each in enumerate(found) if each in found[:index]]
            if twice:
                raise ValueError(f"question {self.id!r}: the {what} {twice[0]!r} is there twice")
        return self


class QuestionsFile(Authored):
    """questions.toml."""

    format_version: Literal[1]
    question: Annotated[tuple[Question, ...], Field(strict=False, min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        found = [each.id for each in self.question]
        twice = [each for index, each in enumerate(found) if each in found[:index]]
        if twice:
            raise ValueError(f"question {twice[0]!r} is there twice; each needs an id of its own")
        return self


def read_questions(path: Path) -> QuestionsFile:
    """The questions at path. Raises CourseError, in one line that says what is wrong and where."""
    return read_toml(path, QuestionsFile)
