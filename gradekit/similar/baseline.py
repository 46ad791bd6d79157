"""Fingerprints of a class → how alike each two programs are, and how that stands against the class itself.

**What is compared.** A program's own fingerprints: those of the starter code, of the solution and of what more than half of the class
share are taken out first. The similarity of a pair is the share of the smaller one's own fingerprints that the other has too.

**Why not a fixed threshold.** Two right answers to a short exercise are alike because there is little to choose; 60 % is everyday in one
exercise and unheard of in another. So a pair is held against its own class.

**Why not all pairs.** Their similarities are a mixture: most pairs took different ways and share nothing, those that took the same way
share a good deal. Median and MAD of all pairs describe the first kind, and by that measure every honest pair of the second stands out.
The question is rather how alike the most alike of honest students are: the baseline is each student's *nearest* fellow student, one value
a student. Since the nearest may be the very copy that is looked for, the second nearest is taken: a pair of copies then leaves no trace
in the baseline, and even rings of three or more do not move its median while most of the class is honest. Where everybody must write
nearly the same, the second nearest is nearly identical, and nothing can stand out.

**How it is measured.** Each similarity, with every fingerprint weighted by its rarity in the class, ln(n/m) for m holders of n, goes
through arcsin √s, after which a share's chance variation no longer depends on the share. Standing is the distance above the baseline's
median in robust standard deviations: the greater of 1.4826 MAD, the same from its upper half (nearest neighbours are skewed), and 1/(2
√k), the variation of a share of k independent grams, k being what the smaller program has to show. A short program thus has to be further
above the others than a long one. The line is the value that the greatest of n normal values passes once in twenty classes.

**When no names are given.** If not even an exact copy of the class's median program would stand above the line, because a student's
second nearest usually shares half or more, the exercise is too uniform to tell. (Where it usually shares less, but very unequally, as in
small classes, the ranking is given and nobody stands out.) With fewer than MIN_STUDENTS programs there is no baseline: pairs are ranked
by similarity alone and there is no line, and the exercise counts as uniform where more than half of all pairs share more than half.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np

from gradekit.similar.fingerprints import GRAM, WINDOW

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["FLOOR", "MIN_OWN", "MIN_STUDENTS", "Comparison", "Likeness", "compare"]

MIN_STUDENTS: Final = 8
FEW: Final = 3  # With so few, alike and uniform are the same thing.
MIN_OWN: Final = 20  # fingerprints; some fifty tokens, a function of five lines. Two people who write less may well write the same.
FLOOR: Final = 0.5  # A pair that shares less is never above the line, however little the rest of the class shares.
COMMON_HOLDERS: Final = 4  # What three share is no custom, in however small a class.
ONCE_IN: Final = 20
_COLUMNS: Final = 2048  # of the matrix of fingerprints, held at one time
_TOKENS_APART: Final = (WINDOW + 1) / 2  # the mean distance between two fingerprints


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two programs, by their numbers, first < second.

    shared: own fingerprints that both have. similarity: their share of the smaller one's; both: their share of all that either has.
    standing: in robust standard deviations above the class's baseline; None where there is no baseline. stands_out: above the line.
    """

    first: int
    second: int
    shared: int
    similarity: float
    both: float
    standing: float | None
    stands_out: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A class compared.

    compared: the numbers of the programs that have enough of their own. own: of every program, its own fingerprints. pairs: those that
    share anything, most striking first. similarities: float64 of shape (pairs of compared programs,), all of them. line: the standing
    above which a pair stands out; None without a baseline. usual: the baseline's median, as a similarity; needed: the similarity at which
    two programs of the usual length reach the line, at most 1. uniform: not even an exact copy would.
    """

    compared: tuple[int, ...]
    own: tuple[frozenset[int], ...]
    common: frozenset[int]
    pairs: tuple[Likeness, ...]
    similarities: NDArray[np.float64]
    line: float | None = None
    usual: float | None = None
    needed: float | None = None
    uniform: bool = False


def compare(programs: Sequence[Set[int]], given: Set[int]) -> Comparison:
    """Compare programs, each a set of fingerprints. given: the fingerprints of what everybody was given."""
    kept = [frozenset(program - given) for program in programs]
    holders = Counter(each for program in kept for each in program)
    present = sum(bool(program) for program in kept)
    common = frozenset(each for each, number in holders.items() if number >= COMMON_HOLDERS and number > present / 2)
    own = tuple(program - common for program in kept)
    compared = tuple(number for number, program in enumerate(own) if len(program) >= MIN_OWN)
    n = len(compared)
    if n < 2:
        return Comparison(compared, own, common, (), np.zeros(0))
    sizes = np.array([len(own[number]) for number in compared], dtype=np.float64)
    shared, weighted, weights = _overlaps([own[number] for number in compared])
    rows, columns = np.triu_indices(n, 1)
    similarity = shared[rows, columns] / np.minimum(sizes[rows], sizes[columns])
    both = shared[rows, columns] / (sizes[rows] + sizes[columns] - shared[rows, columns])
    order_by, line, usual, needed = similarity, None, None, None
    uniform = n > FEW and float(np.median(similarity)) > FLOOR
    if n >= MIN_STUDENTS:
        smaller = np.minimum.outer(weights, weights)
        angles = np.arcsin(np.sqrt(np.clip(weighted / smaller, 0.0, 1.0)))
        centre, spread = _baseline(angles)
        order_by = ((angles - centre) / np.maximum(spread, _variation(smaller)))[rows, columns]
        line = NormalDist().inv_cdf((1 - 1 / ONCE_IN) ** (1 / n))
        reach = centre + line * max(spread, float(_variation(np.median(weights, keepdims=True))[0]))
        usual, needed = math.sin(centre) ** 2, max(FLOOR, math.sin(min(reach, math.pi / 2)) ** 2)
        uniform = reach >= math.pi / 2 and usual >= FLOOR
    found = np.flatnonzero(shared[rows, columns])
    order = found[np.lexsort((columns[found], rows[found], -similarity[found], -order_by[found]))]
    pairs = tuple(
        Likeness(
            compared[rows[at]],
            compared[columns[at]],
            int(shared[rows[at], columns[at]]),
            float(similarity[at]),
            float(both[at]),
            None if line is None else float(order_by[at]),
            line is not None and not uniform and bool(order_by[at] > line) and bool(similarity[at] >= FLOOR),
        )
        for at in order.tolist()
    )
    return Comparison(compared, own, common, pairs, similarity, line, usual, needed, uniform)


def _overlaps(own: list[frozenset[int]]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """What each two share: float64 (n, n) in number and by weight; and the weight of each program, (n,).

    Only fingerprints with two holders or more make a column, so that the work grows with what is shared.
    """
    n = len(own)
    index: dict[int, list[int]] = {}
    for number, program in enumerate(own):
        for each in program:
            index.setdefault(each, []).append(number)
    rarest = math.log(n / 2) if n > 2 else 1.0
    shared, weighted, weights = np.zeros((n, n)), np.zeros((n, n)), np.zeros(n)
    several: list[list[int]] = []
    for holders in index.values():
        if len(holders) == 1:
            weights[holders[0]] += 1.0
        else:
            several.append(holders)
    for start in range(0, len(several), _COLUMNS):
        part = several[start : start + _COLUMNS]
        matrix = np.zeros((n, len(part)))
        for column, holders in enumerate(part):
            matrix[holders, column] = 1.0
        number = matrix.sum(axis=0)
        weight = np.clip(np.log(n / number) / rarest, 0.0, 1.0) if n > 2 else np.ones(len(part))
        shared += matrix @ matrix.T
        weighted += (matrix * weight) @ matrix.T
        weights += matrix @ weight
    return shared, weighted, np.maximum(weights, 1e-9)


def _variation(weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """The standard deviation of arcsin √s by chance alone, where the smaller program has fingerprints of this weight."""
    return 0.5 / np.sqrt(weight * _TOKENS_APART / GRAM)


def _baseline(angles: NDArray[np.float64]) -> tuple[float, float]:
    """The centre and the robust standard deviation of the students' second nearest."""
    others = angles.copy()
    np.fill_diagonal(others, -1.0)
    second = np.sort(others, axis=1)[:, -2]
    centre = float(np.median(second))
    deviation = 1.4826 * float(np.median(np.abs(second - centre)))
    upper = (float(np.quantile(second, 0.8)) - centre) / NormalDist().inv_cdf(0.8)
    return centre, max(deviation, upper)
