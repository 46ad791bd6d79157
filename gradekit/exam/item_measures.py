"""The numbers behind item statistics: correlations, reliability, permutations, power. Each says what it is and where it is from.

Arrays are float64 and finite unless a docstring says otherwise. What cannot be had is None, never nan, and no input makes NumPy warn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

__all__ = [
    "FEWEST",
    "PERMUTATIONS",
    "cronbach_alpha",
    "fisher_interval",
    "holm",
    "noncentrality",
    "pearson",
    "permutation_p",
    "quartiles",
    "smallest_difference",
    "spearman",
    "upper_lower",
    "varies",
]

FEWEST: Final = 5  # students; a correlation of fewer is no more than an anecdote
PERMUTATIONS: Final = 2_000
KELLEY: Final = 0.27
_SAME: Final = 1e-9  # of the largest value: sums of points that differ by less differ by rounding alone
_AT_ONCE: Final = 1 << 17  # numbers permuted at a time: they stay in the processor's cache, which makes it twice as fast


def varies(values: Floats) -> bool:
    """Whether values [n] differ by more than rounding does."""
    import numpy as np

    return values.size > 1 and float(np.ptp(values)) > _SAME * max(1e-300, float(np.max(np.abs(values))))


def quartiles(values: Floats) -> tuple[float, float, float]:
    """The quartiles of values [n ≥ 1], linear between neighbours: type 7 of Hyndman and Fan, Sample quantiles (1996)."""
    import numpy as np

    low, middle, high = np.quantile(values, (0.25, 0.5, 0.75))
    return float(low), float(middle), float(high)


def pearson(x: Floats, y: Floats) -> float | None:
    """Pearson's correlation of x [n] with y [n]; None where either does not vary or n < FEWEST."""
    import numpy as np

    if x.size < FEWEST or not varies(x) or not varies(y):
        return None
    # Scaled first, so that no square of a very small or a very large deviation is lost.
    a, b = x - x.mean(), y - y.mean()
    a, b = a / np.max(np.abs(a)), b / np.max(np.abs(b))
    return float(np.clip((a @ b) / math.sqrt(float(a @ a) * float(b @ b)), -1.0, 1.0))


def fisher_interval(r: float, n: int) -> tuple[float, float]:
    """Where a correlation of n ≥ 4 pairs may truly lie, at 95 %.

    By Fisher's z (On the "probable error" of a coefficient of correlation, 1921): atanh r is about normal with variance 1 / (n − 3).
    Shares of points are not normal, so this is a rough guide and no more.
    """
    z, reach = math.atanh(max(-0.999999, min(0.999999, r))), 1.959964 / math.sqrt(n - 3)
    return math.tanh(z - reach), math.tanh(z + reach)


def spearman(x: Floats, y: Floats) -> float | None:
    """Spearman's rank correlation (The proof and measurement of association between two things, 1904); None as pearson."""
    return pearson(_ranks(x), _ranks(y))


def _ranks(values: Floats) -> Floats:
    """Ranks from 1 of values [n]; those that are equal share the mean of their ranks."""
    import numpy as np

    order = np.argsort(values, kind="stable")
    ordered = values[order]
    # Next to what they are themselves: seconds of a student who slept over the exam must not make all others equal.
    new = np.diff(ordered) > _SAME * np.maximum(np.abs(ordered[1:]), np.abs(ordered[:-1]))
    where = np.concatenate(([0], np.cumsum(new))) if values.size else np.zeros(0, dtype=int)
    counts = np.bincount(where)
    means = np.cumsum(counts) - (counts - 1) / 2
    ranks: Floats = np.empty(values.size)
    ranks[order] = means[where]
    return ranks


def upper_lower(shares: Floats, totals: Floats) -> float | None:
    """The mean of shares [n] among the best 27 % by totals [n], less that among the last 27 %; None as pearson for totals.

    Kelley, The selection of upper and lower groups for the validation of test items (1939), shows why 27 %. A group is the nearest whole
    number of students; those whose totals are equal at its edge share the places left, so that the order of students is of no account.
    """
    import numpy as np

    if shares.size < FEWEST or not varies(totals):
        return None
    size = max(1, round(KELLEY * shares.size))
    ranks = _ranks(totals)

    def mean_of_first(places: Floats) -> float:
        edge = np.sort(places)[size - 1]
        inside, at_edge = places < edge, places == edge
        weights = inside + at_edge * ((size - np.count_nonzero(inside)) / np.count_nonzero(at_edge))
        return float(weights @ shares) / size

    return mean_of_first(-ranks) - mean_of_first(ranks)


def cronbach_alpha(points: Floats) -> float | None:
    """Coefficient alpha of points [students, items]; None for fewer than FEWEST students or 2 items, or sums that do not vary.

    k / (k − 1) · (1 − Σ item variances / variance of the sums): Lord and Novick, Statistical theories of mental test scores (1968),
    section 4.4; Cronbach, Coefficient alpha and the internal structure of tests (1951). It is a lower bound of the reliability where
    errors are uncorrelated, and may be negative where items contradict one another.
    """
    import numpy as np

    students, items = points.shape
    if students < FEWEST or items < 2:
        return None
    sums = points.sum(axis=1)
    if not varies(sums):
        return None
    # Without its mean a column keeps its variance, and one far from 0 loses none of its digits; scaled, no square is lost.
    centred = points - points.mean(axis=0)
    centred = centred / np.max(np.abs(centred))
    whole = float(np.var(centred.sum(axis=1), ddof=1))
    each = float(np.var(centred, axis=0, ddof=1).sum())
    return float(items / (items - 1) * (1 - each / whole))


def permutation_p(groups: Sequence[Floats], seed: int = 0) -> float:
    """How likely means of groups [n_g] are to lie at least so far apart where it does not matter who is in which group.

    The share of PERMUTATIONS random divisions into groups of these sizes whose sum of squares between groups reaches the one seen,
    which itself counts as one of them, so that p is never 0 and never too small (Phipson and Smyth, Permutation p-values should never
    be zero, 2010). Pitman, Significance tests which may be applied to samples from any populations (1938), on points themselves where
    Kruskal and Wallis (1952) take ranks: what a class would lose is points. The order of values in a group is of no account.
    """
    import numpy as np

    sizes = np.array([group.size for group in groups])
    values = np.sort(np.concatenate(list(groups)))
    centre = float(values.mean())
    values = values - centre

    def between(sums: Floats) -> Floats:
        found: Floats = (sums * sums / sizes).sum(axis=-1)
        return found

    seen = float(between(np.array([float((np.sort(group) - centre).sum()) for group in groups])))
    # Divisions that are as extreme must not fall below by rounding.
    bar = seen - _SAME * max(seen, float(values @ values))
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    rng = np.random.default_rng(seed)
    rows, reached = max(1, _AT_ONCE // values.size), 0
    for first in range(0, PERMUTATIONS, rows):
        shape = (min(rows, PERMUTATIONS - first), values.size)
        shuffled = rng.permuted(np.broadcast_to(values, shape), axis=1)
        reached += int(np.count_nonzero(between(np.add.reduceat(shuffled, starts, axis=1)) >= bar))
    return (1 + reached) / (1 + PERMUTATIONS)


def holm(ps: Sequence[float]) -> list[float]:
    """p values adjusted for there being several: Holm, A simple sequentially rejective multiple test procedure (1979)."""
    adjusted = [1.0] * len(ps)
    highest = 0.0
    for place, index in enumerate(sorted(range(len(ps)), key=lambda each: ps[each])):
        highest = max(highest, min(1.0, (len(ps) - place) * ps[index]))
        adjusted[index] = highest
    return adjusted


def smallest_difference(groups: Sequence[Floats], alpha: float, power: float) -> float | None:
    """The difference between the means of two of groups that a test at level alpha finds with probability power, roughly.

    Worked out as for an analysis of variance whose groups all have the mean of the middle but two, the smallest ones, which lie
    half the difference above and below: so a difference between larger groups is found sooner. Cohen, Statistical power analysis
    (1988), chapter 8. None where nothing varies within the groups.
    """
    import numpy as np

    sizes = sorted(group.size for group in groups)
    everybody = sum(sizes)
    free = everybody - len(groups)
    within = sum(float(((group - group.mean()) ** 2).sum()) for group in groups)
    if free < 1 or not any(varies(group) for group in groups):
        return None
    one, two = sizes[:2]
    # Σ n (μ − mean of all)² for a difference of 1.
    weight = ((one + two) - (two - one) ** 2 / everybody) / 4
    wanted = noncentrality(len(groups) - 1, alpha, power)
    # 1 + 1 / free: the spread within groups is itself an estimate (the first term of Student's t against the normal, at 5 % and 80 %).
    return float(np.sqrt(wanted * within / free / weight)) * (1 + 1 / free)


def noncentrality(degrees: int, alpha: float, power: float) -> float:
    """The noncentrality that a chi-squared test of so many degrees of freedom at level alpha finds with probability power.

    The critical value is that of Wilson and Hilferty (The distribution of chi-square, 1931), the noncentral distribution that of Sankaran
    (Approximations to the non-central chi-square distribution, 1963); together within 2 % of the exact answer.
    """
    from statistics import NormalDist

    normal = NormalDist()
    k = float(degrees)
    part = 2 / (9 * k)
    # For one degree of freedom the exact value costs nothing.
    critical = normal.inv_cdf(1 - alpha / 2) ** 2 if degrees == 1 else k * (1 - part + normal.inv_cdf(1 - alpha) * math.sqrt(part)) ** 3

    def found(more: float) -> float:
        h = 1 - 2 * (k + more) * (k + 3 * more) / (3 * (k + 2 * more) ** 2)
        p = (k + 2 * more) / (k + more) ** 2
        m = (h - 1) * (1 - 3 * h)
        mean = 1 + h * p * (h - 1 - 0.5 * (2 - h) * m * p)
        return 1 - normal.cdf(((critical / (k + more)) ** h - mean) / (h * math.sqrt(2 * p) * (1 + 0.5 * m * p)))

    low, high = 0.0, 1.0
    while found(high) < power:
        high *= 2
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if found(middle) < power else (low, middle)
    return high
