"""Two programs side by side: their matching stretches, laid over the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from gradekit.similar.fingerprints import GRAM, WINDOW, Fingerprints, all_grams, stretches
from gradekit.similar.models import Line, Piece, Side
from gradekit.similar.tokens import Tokens

__all__ = ["Reading", "sides"]

TINTS: Final = 6  # colours; more than the eye can tell apart would help nobody


@dataclass(frozen=True, slots=True)
class Reading:
    """A student's program as it was read for comparison."""

    student: str
    files: tuple[str, ...]
    tokens: Tokens
    prints: Fingerprints

    @property
    def hashes(self) -> set[int]:
        return set(self.prints.hashes.tolist())


@dataclass(frozen=True, slots=True)
class _Marked:
    """A program's matching stretches in tokens, the hashes in each, and the stretches of what everybody has."""

    matching: list[tuple[int, int]]
    hashes: list[set[int]]
    given: list[tuple[int, int]]


def sides(first: Reading, second: Reading, shared: Set[int], left_out: Set[int]) -> tuple[Side, Side]:
    """Both programs with what they share marked. left_out: the fingerprints of what was given and what most of the class have."""
    grams = [_grams(each) for each in (first, second)]
    in_both = set(grams[0].values()) & set(grams[1].values()) - left_out
    left, right = (_marked(each, own, shared, in_both, left_out) for each, own in zip((first, second), grams, strict=True))
    to_right, to_left = _counterparts(left, right), _counterparts(right, left)
    tints = [number % TINTS for number in range(len(left.matching))]
    return _side(first, left, to_right, tints), _side(second, right, to_left, [tints[other] for other in to_left])


def _grams(reading: Reading) -> dict[int, int]:
    """Place → hash, of every gram, kept by winnowing or not."""
    hashes, places = all_grams(reading.tokens)
    return dict(zip(places.tolist(), hashes.tolist(), strict=True))


def _marked(reading: Reading, grams: dict[int, int], shared: Set[int], in_both: Set[int], left_out: Set[int]) -> _Marked:
    kept = dict(zip(reading.prints.places.tolist(), reading.prints.hashes.tolist(), strict=True))
    places = {place for place, value in kept.items() if value in shared}
    # Winnowing leaves out grams at the ends of a stretch: the marks go on as far as the texts agree.
    for place in sorted(places):
        for step in (-1, 1):
            for distance in range(1, WINDOW):
                if grams.get(place + step * distance) not in in_both:
                    break
                places.add(place + step * distance)
    matching = stretches(places, reading.tokens)
    held: list[set[int]] = [set() for _ in matching]
    number = 0
    for place in sorted(places):
        while place + GRAM > matching[number][1]:
            number += 1
        if kept.get(place) in shared:
            held[number].add(kept[place])
    return _Marked(matching, held, stretches({place for place, value in kept.items() if value in left_out}, reading.tokens))


def _counterparts(one: _Marked, other: _Marked) -> list[int]:
    """For each stretch of one, the stretch of other that has most of the same."""
    where: dict[int, list[int]] = {}
    for number, hashes in enumerate(other.hashes):
        for value in hashes:
            where.setdefault(value, []).append(number)
    counts = [Counter(each for value in hashes for each in where[value]) for hashes in one.hashes]
    return [min(count, key=lambda number: (-count[number], number)) for count in counts]


def _side(reading: Reading, marked: _Marked, counterparts: list[int], tints: list[int]) -> Side:
    tokens = reading.tokens
    text = tokens.text
    # What each character is in: 0 nothing, -1 given, n + 1 the stretch n.
    state = [0] * len(text)
    spans = [(span, -1) for span in marked.given] + [(span, number + 1) for number, span in enumerate(marked.matching)]
    for (first, end), what in spans:
        start, stop = int(tokens.starts[first]), int(tokens.ends[end - 1])
        state[start:stop] = [what] * (stop - start)
    begins = [int(tokens.starts[first]) for first, _ in marked.matching]
    shown = 0
    lines: list[Line] = []
    place = 0
    for line in text.split("\n"):
        pieces: list[Piece] = []
        start = 0
        for at in range(1, len(line) + 1):
            if at == len(line) or state[place + at] != state[place + start]:
                what = state[place + start]
                pieces.append(Piece(line[start:at], what - 1 if what > 0 else None, what < 0))
                start = at
        place += len(line) + 1
        first_shown = shown
        while shown < len(begins) and begins[shown] < place:
            shown += 1
        lines.append(Line(tuple(pieces), tuple((number, counterparts[number]) for number in range(first_shown, shown))))
    return Side(reading.student, reading.files, tuple(lines), tuple(tints))
