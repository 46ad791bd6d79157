"""The table of a large class as data, of which the page shows some rows at a time: a table of ten thousand is too slow to open and scroll.

The data stand in the page as JSON, in a script element that no browser runs. So nothing in them may end that element or open another:
every character that means something to HTML is written as its escape.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gradekit.printable import printable
from gradekit.report.gradebook import Cell, Gradebook, Misconception, Student, points_text
from gradekit.results import Status, clip

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["PAGE_ROWS", "WHOLE_STUDENTS", "Idea", "Roll", "roll", "short_name"]

WHOLE_STUDENTS: Final = 500  # up to so many stand in the page as a plain table
PAGE_ROWS: Final = 100  # rows that are shown at a time
DATA_BYTES: Final = 2_400_000  # of the table's data: the page stays under 3 MB, however large the class and long its names
NAME_BYTES: Final = 240  # of a student's or a test's name on a page; a folder's name can hold no more
DATA_NAME_BYTES: Final = 120  # of a student's name in the table's data
FILTERS: Final = 60  # misconceptions that the table can be filtered by
LOW: Final = 0.6

_ESCAPES: Final = str.maketrans({each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"})
_MISCONCEPTION, _LOW, _UNGRADED = 1, 2, 4  # what the page's filters ask for


@dataclass(frozen=True, slots=True)
class Idea:
    """A misconception that the table can be filtered by. number: its place in the data."""

    number: int
    title: str
    name: str
    students: int


@dataclass(frozen=True, slots=True)
class Roll:
    """data: what the page's script reads. held: how many students it has, from the first on; all, but in a class of many thousands."""

    data: Markup
    held: int
    ideas: tuple[Idea, ...]


def roll(book: Gradebook, misconceptions: Sequence[Misconception], nameless: str) -> Roll:
    """The table of a class. nameless: what a student without a name is called. misconceptions: the book's.

    A row is [name, page, flags, total, cell…]. A cell is null, or points; [points, misconception…] where there are any; [status, points]
    where it has no score of its own. Points are as they are shown, so that the order is that of what is seen.
    """
    from markupsafe import Markup

    numbers = {(each.exercise.name, each.name): number for number, each in enumerate(misconceptions)}
    head = {
        "size": PAGE_ROWS,
        "most": [exercise.max_score for exercise in book.exercises] + [book.max_score],
        "ideas": [short_name(each.name) for each in misconceptions],
    }
    rows: list[str] = []
    left = DATA_BYTES
    for student in book.students:
        row = _text(_row(student, book, numbers, nameless))
        left -= len(row.encode()) + 2
        if left < 0:
            break
        rows.append(row)
    ideas = tuple(
        Idea(number, each.exercise.title, short_name(each.name), len(each.students)) for number, each in enumerate(misconceptions[:FILTERS])
    )
    joined = ",\n".join(rows)
    return Roll(Markup(f'{_text(head)[:-1]},"rows":[\n{joined}]}}'), len(rows), ideas)  # escaped by _text


def short_name(name: str) -> str:
    """A name as pages show it: its controls visible, and not too long."""
    return clip(printable(name), NAME_BYTES)


def _row(student: Student, book: Gradebook, numbers: dict[tuple[str, str], int], nameless: str) -> list[Any]:
    flags = _MISCONCEPTION * student.has_misconception + _LOW * (student.fraction < LOW) + _UNGRADED * student.has_ungraded
    cells = [
        None if cell is None else _cell(cell, [numbers[exercise.name, name] for name in dict.fromkeys(cell.misconceptions)])
        for exercise, cell in zip(book.exercises, student.cells, strict=True)
    ]
    name = clip(printable(student.name), DATA_NAME_BYTES) or nameless
    return [name, student.page.removesuffix(".html"), flags, _points(student.score, student.max_score), *cells]


def _cell(cell: Cell, misconceptions: list[int]) -> Any:
    points = _points(cell.score, cell.max_score)
    if cell.status is not Status.GRADED:
        return [cell.status.value, points]
    return [points, *misconceptions] if misconceptions else points


def _points(points: float, max_points: float) -> float | int:
    """The number that points_text shows."""
    text = points_text(points, max_points)
    return float(text) if "." in text else int(text)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)
