"""What a grading asks of whatever keeps results beyond it, such as a gradebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from gradekit.engine.journal import Journal
from gradekit.engine.setting import GradingSetting
from gradekit.intake import Submission
from gradekit.results import Result

__all__ = ["Keeper", "reconcile"]

_AT_ONCE = 200


class Keeper(Protocol):
    """Keeps submissions and results; used by one process, the one that began the grading."""

    def begin(self, setting: GradingSetting, submissions: Sequence[Submission]) -> Iterator[list[Result]]:
        """Take in the submissions; gives, some at a time, the results that are kept of the same work, suite and environment."""
        ...

    def carry(self, submission: Submission) -> Submission:
        """The submission with its content as it was taken in, whatever became of its file since."""
        ...

    def resumed(self, results: list[Result]) -> None:
        """Results that begin gave, of a grading that was interrupted and goes on: it ended before it could tell what became of them."""
        ...

    def keep(self, results: list[Result]) -> None:
        """Keep results of submissions that were taken in. A result that is kept already is not kept twice."""
        ...


def reconcile(keeper: Keeper, setting: GradingSetting, submissions: Sequence[Submission], journal: Journal) -> int:
    """Let journal and keeper know what the other has; returns how many results came from the keeper.

    A killed grading may have left results in its journal that were not kept yet.
    """
    found = 0
    known: set[tuple[str, str]] = set()
    for results in keeper.begin(setting, submissions):
        known |= {(each.student, each.exercise) for each in results}
        new = [each for each in results if (each.student, each.exercise) not in journal]
        found += len(new)
        if len(new) < len(results):
            keeper.resumed([each for each in results if (each.student, each.exercise) in journal])
        if new:
            journal.add(new)
    left = [key for each in submissions if (key := (each.student, each.exercise)) in journal and key not in known]
    for first in range(0, len(left), _AT_ONCE):
        keeper.keep([Result.from_json(journal.row(key)) for key in left[first : first + _AT_ONCE]])
    return found
