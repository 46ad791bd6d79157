"""The ranking for the terminal, as a rich renderable. Names come from submissions: they are shown printable, and never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradekit.printable import printable
from gradekit.results import clip
from gradekit.similar.models import ExerciseReport, Report, State
from gradekit.similar.words import Words

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["summary"]

_NAME_BYTES: Final = 60
_SHORT: Final = {State.UNIFORM: "uniform_short", State.FEW: "few_short", State.NOTHING: "nothing_short"}


def summary(report: Report, top: int, *, ascii_only: bool = False) -> RenderableType:
    """A line for each exercise, the first top pairs of all together, and what the ranking is not. ascii_only: how tables are ruled."""
    from rich import box
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    words = Words(report.lang)
    if not report.exercises:
        return Text(words["empty"])

    def plain_table() -> Table:
        return Table(box=box.ASCII2 if ascii_only else box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")

    exercises = plain_table()
    for head in ("exercise", "number_of_pairs", "ranking"):
        exercises.add_column(words[head], justify="right" if head == "number_of_pairs" else "left")
    for each in report.exercises:
        exercises.add_row(each.exercise, f"{sum(each.counts):,}", _state(each, words))
    parts: list[RenderableType] = [exercises]
    rows = report.ranking()[:top]
    if rows:
        pairs = plain_table()
        for head in ("exercise", "first", "second", "similarity", "of_both", "standing"):
            number = head in ("similarity", "of_both", "standing")
            pairs.add_column(words[head], justify="right" if number else "left", no_wrap=number)
        pairs.add_column("")
        for exercise, pair in rows:
            pairs.add_row(
                exercise.exercise,
                *(Text(clip(printable(side.student), _NAME_BYTES) or words["nameless"]) for side in (pair.first, pair.second)),
                percent(pair.similarity),
                percent(pair.both),
                "-" if pair.standing is None else f"{pair.standing:.1f}",
                words["stands_out"] if pair.stands_out else "",
                style="bold" if pair.stands_out else "",
            )
        parts += [Text(""), pairs]
    elif not all(each.state is State.UNIFORM for each in report.exercises):
        parts += [Text(""), Text(words["none_listed"])]
    return Group(*parts, Text(""), Text(words["verdict"]))


def percent(share: float) -> str:
    """A share in whole percent; 100 only for all of it, 0 only for none."""
    return f"{min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)}%"


def _state(exercise: ExerciseReport, words: Words) -> str:
    if exercise.state is State.RANKED:
        return words.count("above", exercise.above) if exercise.above else words["none_above"]
    return words[_SHORT[exercise.state]]
