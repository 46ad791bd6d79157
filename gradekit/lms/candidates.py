"""What an import looks at: files that may be a student's work, and what becomes of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from gradekit.intake.notebook import NOTEBOOK_SUFFIX
from gradekit.lms.models import HandIn, Outcome, Person
from gradekit.lms.naming import Named, suffix_of
from gradekit.lms.people import Match
from gradekit.lms.record import Facts
from gradekit.text import Text

__all__ = ["Candidate", "Row", "told_of_all"]

_NOTHING: Final = Facts({})


@dataclass(slots=True)
class Row:
    """What became of an entry, for one of those who handed it in. file: STUDENT/NAME.py, where it is theirs. facts: all else of it."""

    path: str
    outcome: Outcome
    why: Text | None = None
    student: str = ""
    exercise: str = ""
    file: str = ""
    facts: Facts = _NOTHING

    @property
    def more(self) -> dict[str, Any]:
        """What else import.json says of the entry."""
        return self.facts()

    def to_json(self) -> dict[str, Any]:
        told = {"student": self.student, "exercise": self.exercise, "file": self.file}
        row: dict[str, Any] = {"path": self.path, "outcome": self.outcome.value, **{key: value for key, value in told.items() if value}}
        if self.why is not None:
            row["why"] = {"en": self.why.en, "ko": self.why.ko}
        return row | self.more


@dataclass(slots=True)
class Candidate:
    """A file of a student's, which may be the one that counts."""

    given: HandIn
    person: Person
    match: Match
    named: Named | None

    def rank(self, order: tuple[int, ...]) -> tuple[Any, ...]:
        """The newest by the platform's numbering, then by the copy's number; then the rightly named, the outermost, the program."""
        named = self.named
        copies, exact = (named.copy, named.exact) if named else (0, False)
        return (
            order,
            copies,
            exact,
            -self.given.file.count("/"),
            suffix_of(self.given.file) != NOTEBOOK_SUFFIX,
            self.given.entry.path,
        )


def told_of_all(orders: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The orders without what one of them does not tell: by that nothing can be ordered."""
    places = [at for at in range(min(map(len, orders))) if all(order[at] for order in orders)]
    return [tuple(order[at] for at in places) for order in orders]
