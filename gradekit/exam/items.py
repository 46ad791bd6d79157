"""Item statistics of an exam: how hard its items are, which tell students apart, how far its scores can be relied upon, whether papers
that differ were equally hard.

Pure functions over plain data. Every number that cannot be had is None, and nothing depends on the order of students.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from gradekit.exam.item_measures import (
    FEWEST,
    cronbach_alpha,
    fisher_interval,
    holm,
    pearson,
    permutation_p,
    quartiles,
    smallest_difference,
    spearman,
    upper_lower,
    varies,
)
from gradekit.exam.item_table import Item, Sheet, Table
from gradekit.exam.item_words import ITEM_WORDS, filled
from gradekit.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradekit.exam.item_measures import Floats

__all__ = [
    "Alpha",
    "Comparison",
    "Flag",
    "Group",
    "Item",
    "ItemRow",
    "ItemStatistics",
    "PartRow",
    "Sheet",
    "Summary",
    "TimeUsed",
    "statistics",
]

BINS: Final = 10  # of the distribution of totals, as on the class page
HARD, EASY, WEAK = 0.2, 0.95, 0.1  # bounds of what is worth a look
SHARED: Final = 0.9  # of students; an item that fewer have belongs to a pool or a variant, and a sheet that lacks one of these is odd
LEVEL: Final = 0.05
POWER: Final = 0.8
_WHOLE: Final = 1 - 1e-9  # sums of points that are full marks may fall short by rounding


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares of points in short. sd: with n − 1. None where there are too few students for one (none; for sd, one)."""

    number: int
    mean: float | None
    sd: float | None
    quartiles: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something worth a look in an item: its kind, and what it may mean."""

    kind: Literal["hard", "easy", "weak", "negative"]
    said: Text


@dataclass(frozen=True, slots=True)
class ItemRow:
    """How one item did among the students who had it.

    difficulty: the classical p value, the mean share of its points in [0, 1]: a high one is an easy item (Lord and Novick 1968, 15.2).
    discrimination: corrected item-rest correlation, Pearson's of the item's share with the share of all other points on the same
    student's paper (Henrysson, Correction of item-total correlations in item analysis, 1963). Of all, and not only those of the item's
    own part. None where either does not vary or fewer than five students have both. interval: where it may truly lie, at 95 %.
    upper_lower: mean share of the best 27 % by total less that of the last 27 % (Kelley 1939).
    full, zero: shares of students with all of its points, with none. All are None for an item that nobody had or that is worth nothing.
    """

    item: Item
    number: int
    difficulty: float | None
    discrimination: float | None
    interval: tuple[float, float] | None
    upper_lower: float | None
    full: float | None
    zero: float | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha of the points of some items, and how it was had.

    Of the items that SHARED of the students have, and of the students who have all of these: where papers differ by pool that is the
    parts all share; parts_left_out have no item among them. items of all_items, students of all_students. reason: why value is None.
    error: standard error of measurement, sd · √(1 − alpha) (Lord and Novick 1968, 7.2), as a share of those items' points. As alpha
    is a lower bound of the reliability, this is an upper one; a negative alpha counts as 0 in it.
    """

    value: float | None
    error: float | None
    reason: Text | None
    items: int
    all_items: int
    students: int
    all_students: int
    parts_left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """How one part did among the students who had it; alpha is of its own items."""

    part: str
    scores: Summary
    alpha: Alpha


@dataclass(frozen=True, slots=True)
class Group:
    """Students with the same variant of a part, or the same parts of a pool. labels: the variant's, or the names of those parts."""

    labels: tuple[str, ...]
    scores: Summary


@dataclass(frozen=True, slots=True)
class Comparison:
    """Were groups formed by lot equally hard? The hardest group comes first.

    parts: the one with variants, or those of the pool; their points are compared, as a share. p: of a permutation test of the sum of
    squares between groups of at least two students; adjusted: for all comparisons of the exam (Holm 1979). found: adjusted is below 5 %.
    detectable: the difference of two groups' means that this class would have shown four times in five, at 5 % over all comparisons:
    roughly, and a cautious guess. A difference that is not found may well be as large. said: all of this in words.
    """

    parts: tuple[str, ...]
    groups: tuple[Group, ...]
    p: float | None
    adjusted: float | None
    found: bool
    detectable: float | None
    said: Text


@dataclass(frozen=True, slots=True)
class TimeUsed:
    """Seconds used by those of whom it is known; correlation: Spearman's with the total."""

    number: int
    quartiles: tuple[float, float, float] | None
    correlation: float | None


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """All of it. counts: totals in BINS equal ranges of [0, 1], the last of which includes 1."""

    students: int
    totals: Summary
    counts: tuple[int, ...]
    alpha: Alpha
    items: tuple[ItemRow, ...]
    parts: tuple[PartRow, ...]
    variants: tuple[Comparison, ...]
    pools: tuple[Comparison, ...]
    time: TimeUsed


def statistics(items: Sequence[Item], sheets: Sequence[Sheet], *, pools: Sequence[Sequence[str]] | None = None) -> ItemStatistics:
    """What the sheets say of the items. Points are clipped to [0, max_points].

    pools: the names of each pool's parts. Where it is None they are worked out: parts that only some have and that are never on one paper
    are a pool, and all others that only some have are one together. A wrong guess makes a comparison coarser, never wrong.
    Raises ValueError where an item is listed twice, a sheet has points for one that is not listed, or a number is not finite.
    """
    import numpy as np

    table = Table(items, sheets)
    totals = np.array([sheet.total for sheet in sheets], dtype=float)
    comparisons, apart = _comparisons(table, sheets, table.pools() if pools is None else pools)
    bins = (np.clip(totals, 0.0, 1.0 - 1e-6) * BINS + 1e-9).astype(int)  # a whisker more, as on the class page
    return ItemStatistics(
        students=len(sheets),
        totals=_summary(totals),
        counts=tuple(int(count) for count in np.bincount(bins, minlength=BINS)),
        alpha=_alpha(table, np.flatnonzero(table.maxima > 0)),
        items=tuple(_item_row(table, column, item, totals) for column, item in enumerate(items)),
        parts=tuple(PartRow(part, _summary(table.share([part])[0]), _alpha(table, table.columns([part]))) for part in table.parts),
        variants=tuple(comparisons[:apart]),
        pools=tuple(comparisons[apart:]),
        time=_time_used(sheets),
    )


def _summary(shares: Floats) -> Summary:
    import numpy as np

    if not shares.size:
        return Summary(0, None, None, None)
    sd = float(np.std(shares, ddof=1)) if shares.size > 1 else None
    return Summary(int(shares.size), float(shares.mean()), sd, quartiles(shares))


def _item_row(table: Table, column: int, item: Item, totals: Floats) -> ItemRow:
    import numpy as np

    number = int(np.count_nonzero(table.had[:, column]))
    rows = np.flatnonzero(table.counted[:, column])
    if not rows.size:
        return ItemRow(item, number, None, None, None, None, None, None, ())
    shares = table.points[rows, column] / item.max_points
    whole = table.out_of[rows].sum(axis=1)
    # "More than rounding": an item that is all of a paper has no rest.
    rest = whole - item.max_points
    has_rest = rest > whole * 1e-9
    rest_points = table.points[rows].sum(axis=1) - table.points[rows, column]
    r = pearson(shares[has_rest], rest_points[has_rest] / rest[has_rest])
    p = float(shares.mean())
    interval = None if r is None else fisher_interval(r, int(np.count_nonzero(has_rest)))
    return ItemRow(
        item=item,
        number=number,
        difficulty=p,
        discrimination=r,
        interval=interval,
        upper_lower=upper_lower(shares, totals[rows]),
        full=float((shares >= _WHOLE).mean()),
        zero=float((shares <= 1 - _WHOLE).mean()),
        flags=_flags(p, r, interval) if number >= FEWEST else (),
    )


def _flags(p: float, r: float | None, interval: tuple[float, float] | None) -> tuple[Flag, ...]:
    found = []
    if p < HARD:
        found.append(Flag("hard", ITEM_WORDS["hard_said"]))
    if p > EASY:
        found.append(Flag("easy", ITEM_WORDS["easy_said"]))
    if r is not None and r < 0:
        sure = interval is not None and interval[1] < 0
        found.append(Flag("negative", ITEM_WORDS["negative_said" if sure else "negative_perhaps_said"]))
    elif r is not None and r < WEAK:
        found.append(Flag("weak", ITEM_WORDS["weak_said"]))
    return tuple(found)


def _alpha(table: Table, columns: NDArray[np.intp]) -> Alpha:
    """Of the items in columns; see Alpha."""
    import numpy as np

    had = table.counted[:, columns]
    had = had[had.any(axis=1)]
    shared = np.flatnonzero(had.mean(axis=0) >= SHARED) if had.size else np.zeros(0, dtype=int)
    present = np.flatnonzero(table.counted[:, columns].any(axis=1))
    rows = present[had[:, shared].all(axis=1)]
    used = columns[shared]
    points = table.points[np.ix_(rows, used)]
    value = error = reason = None
    if columns.size < 2 or (used.size < 2 and present.size >= FEWEST):
        reason = ITEM_WORDS["no_items"]
    elif rows.size < FEWEST:
        reason = filled("few_students", least=FEWEST)
    elif (value := cronbach_alpha(points)) is None:
        reason = ITEM_WORDS["no_variance"]
    else:
        sums = points.sum(axis=1) / table.maxima[used].sum()
        error = float(np.std(sums, ddof=1)) * math.sqrt(1 - min(1.0, max(0.0, value)))
    among = set(used.tolist() if present.size else columns.tolist())
    left_out = tuple(
        part for part in table.parts if (own := set(table.columns([part]).tolist())) & set(columns.tolist()) and not own & among
    )
    return Alpha(value, error, reason, int(used.size), int(columns.size), int(rows.size), int(present.size), left_out)


def _comparisons(table: Table, sheets: Sequence[Sheet], pools: Sequence[Sequence[str]]) -> tuple[list[Comparison], int]:
    """The comparisons of variants, then those of pools; and how many the former are."""
    found: list[tuple[tuple[str, ...], dict[tuple[str, ...], Floats]]] = []
    for part in table.parts:
        shares, rows = table.share([part])
        groups = _divided(shares, [(label,) if (label := sheets[row].variants.get(part, "")) else () for row in rows])
        if groups:
            found.append(((part,), groups))
    apart = len(found)
    for pool in pools:
        known = [place for place, part in enumerate(table.parts) if part in pool]
        parts = tuple(table.parts[place] for place in known)
        if parts:
            shares, rows = table.share(parts)
            groups = _divided(shares, [tuple(table.parts[place] for place in known if table.part_had[place, row]) for row in rows])
            if len(groups) > 1:
                found.append((parts, groups))
    tested = [[group for group in groups.values() if group.size > 1] for _, groups in found]
    fit = [len(each) > 1 and sum(group.size for group in each) >= FEWEST and _any_varies(each) for each in tested]
    ps = [permutation_p(each) if fits else None for each, fits in zip(tested, fit, strict=True)]
    known_ps = [p for p in ps if p is not None]
    adjusted = iter(holm(known_ps))
    done = []
    for (parts, groups), each, p in zip(found, tested, ps, strict=True):
        rows_of = (Group(labels, _summary(shares)) for labels, shares in groups.items())
        ordered = tuple(sorted(rows_of, key=lambda group: (group.scores.mean, group.labels)))
        bare = Comparison(parts, ordered, p, None, False, None, filled("one_variant", least=FEWEST))
        if p is not None:
            least = smallest_difference(each, LEVEL / len(known_ps), POWER)
            bare = _in_words(replace(bare, adjusted=next(adjusted), detectable=least), each)
        elif len(each) > 1 and sum(group.size for group in each) >= FEWEST:
            bare = replace(bare, said=ITEM_WORDS["all_equal"])
        done.append(bare)
    return done, apart


def _divided(shares: Floats, labels: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], Floats]:
    """Label → the shares of those who have it, without those who have none; sorted, so that the order of students is of no account."""
    import numpy as np

    members: dict[tuple[str, ...], list[int]] = {}
    for place, label in enumerate(labels):
        if label:
            members.setdefault(label, []).append(place)
    return {label: np.sort(shares[members[label]]) for label in sorted(members)}


def _any_varies(groups: Sequence[Floats]) -> bool:
    import numpy as np

    return varies(np.concatenate(list(groups)))


def _in_words(bare: Comparison, tested: Sequence[Floats]) -> Comparison:
    assert bare.adjusted is not None
    p = (
        ITEM_WORDS["p_small"]
        if bare.adjusted < 0.001
        else filled("p_is", p=f"{bare.adjusted:.3f}" if bare.adjusted < 0.1 else f"{bare.adjusted:.2f}")
    )
    if bare.adjusted < LEVEL:
        means = sorted(float(group.mean()) for group in tested)
        return replace(bare, found=True, said=filled("unequal", p=p, low=round(means[0] * 100), high=round(means[-1] * 100)))
    if bare.detectable is None or bare.detectable >= 1:
        return replace(bare, said=filled("no_power", p=p))
    return replace(bare, said=filled("no_difference", p=p, least=max(1, math.ceil(bare.detectable * 100))))


def _time_used(sheets: Sequence[Sheet]) -> TimeUsed:
    import numpy as np

    known = [(sheet.seconds, sheet.total) for sheet in sheets if sheet.seconds is not None]
    seconds, totals = (np.array([pair[place] for pair in known], dtype=float) for place in (0, 1))
    return TimeUsed(len(known), quartiles(seconds) if known else None, spearman(seconds, totals))
