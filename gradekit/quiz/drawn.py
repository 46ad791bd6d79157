"""What a question's function returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gradekit.text import Text

__all__ = ["Drawn", "Wrong"]


@dataclass(frozen=True)
class Wrong:
    """A wrong answer that has a cause, of the same kind as the right one, and the words for a student who gives it.

    cause: a Python name; reports count it under QUESTION.CAUSE.
    """

    answer: Any
    cause: str
    en: str
    ko: str


@dataclass(frozen=True)
class Drawn:
    """One variant of a question.

    parameters: what the {placeholders} of the texts stand for: numbers, lists of them, strings, or Text where languages differ.
    answer: a number; a (nested) list or array for vector and matrix; an option's id for choice; ids for choices and for order, the
    latter in the right order; a string or several for text. options: id → what is shown, in place of those in questions.toml.
    """

    parameters: Mapping[str, Any]
    answer: Any
    wrong: Sequence[Wrong] = ()
    options: Mapping[str, str | Text] | None = field(default=None)
