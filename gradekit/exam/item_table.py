"""Sheets of an exam as plain data, and the same as arrays."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradekit.exam.item_measures import Floats

__all__ = ["Item", "Sheet", "Table"]


@dataclass(frozen=True, slots=True)
class Item:
    """One test of a code part or one question of a quiz. part: the exercise's name."""

    part: str
    name: str
    max_points: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One student's exam as counted.

    scores: (part, item name) → points, for the items of the parts on that student's paper and no others.
    variants: part → label of the variant drawn for that student, "" where there is none.
    total: in [0, 1], before penalties. seconds: time used, None where unknown.
    """

    student: str
    scores: Mapping[tuple[str, str], float]
    variants: Mapping[str, str]
    total: float
    seconds: float | None


class Table:
    """The sheets as arrays: points [students, items] clipped, 0 where had [students, items] is false; maxima [items]."""

    def __init__(self, items: Sequence[Item], sheets: Sequence[Sheet]) -> None:
        import numpy as np

        self.parts: list[str] = list(dict.fromkeys(item.part for item in items))
        places = {(item.part, item.name): place for place, item in enumerate(items)}
        if len(places) < len(items):
            twice = next(item for place, item in enumerate(items) if places[item.part, item.name] != place)
            raise ValueError(f"items: {twice.part!r} has {twice.name!r} twice; list each item once")
        self.maxima: Floats = np.array([item.max_points for item in items], dtype=float)
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, sheet in enumerate(sheets):
            try:
                columns += [places[key] for key in sheet.scores]
            except KeyError as fault:
                raise ValueError(f"sheet of {sheet.student!r}: points for {fault.args[0]!r}, which is no item; list it") from None
            rows += [row] * len(sheet.scores)
            values += sheet.scores.values()
        points = np.array(values, dtype=float)
        known = [sheet.total for sheet in sheets] + [sheet.seconds for sheet in sheets if sheet.seconds is not None]
        if not (np.isfinite(points).all() and np.isfinite(self.maxima).all() and all(map(math.isfinite, known))):
            raise ValueError("items and sheets: got points, a total or seconds that are not finite; pass numbers")
        self.had: NDArray[np.bool_] = np.zeros((len(sheets), len(items)), dtype=bool)
        self.points: Floats = np.zeros((len(sheets), len(items)))
        self.had[rows, columns] = True
        self.points[rows, columns] = np.clip(points, 0.0, np.maximum(self.maxima[columns], 0.0))
        # An item that is worth nothing has no share; it is on the list of items and nowhere else.
        self.counted = self.had & (self.maxima > 0)
        self.out_of: Floats = np.where(self.counted, self.maxima, 0.0)
        self._columns = {part: np.flatnonzero([item.part == part for item in items]) for part in self.parts}
        self.part_had: NDArray[np.bool_] = np.array([self.counted[:, self._columns[part]].any(axis=1) for part in self.parts]).reshape(
            len(self.parts), len(sheets)
        )

    def columns(self, parts: Sequence[str]) -> NDArray[np.intp]:
        """The columns of the parts' items that are worth something."""
        import numpy as np

        found: NDArray[np.intp] = np.concatenate([self._columns[part] for part in parts])
        worth: NDArray[np.intp] = found[self.maxima[found] > 0]
        return worth

    def share(self, parts: Sequence[str]) -> tuple[Floats, NDArray[np.intp]]:
        """The share of these parts' points [n], and whose it is [n]: those who had any of them."""
        import numpy as np

        columns = self.columns(parts)
        most = self.out_of[:, columns].sum(axis=1)
        rows = np.flatnonzero(most > 0)
        return self.points[np.ix_(rows, columns)].sum(axis=1) / most[rows], rows

    def pools(self) -> list[list[str]]:
        """Guessed from who had what; see statistics."""
        import numpy as np

        had = self.part_had[:, self.part_had.any(axis=0)].astype(int)
        number = had.sum(axis=1)
        some = [place for place in range(len(self.parts)) if 0 < number[place] < had.shape[1]]
        never = had[some] @ had[some].T == 0
        found: list[list[str]] = []
        alone: list[str] = []
        left = set(range(len(some)))
        while left:
            pool = {min(left)}
            while more := {int(place) for each in pool for place in np.flatnonzero(never[each])} - pool:
                pool |= more
            left -= pool
            names = [self.parts[some[place]] for place in sorted(pool)]
            if len(names) > 1:
                found.append(names)
            else:
                alone += names
        return [*found, alone] if alone else found
