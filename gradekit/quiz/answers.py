"""Right answers, and what another answer is worth beside them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any, Final

from gradekit.quiz.forms import normalised
from gradekit.text import Lang, Text

__all__ = ["Answer", "answer_of", "quoted", "shown_number", "worth"]

_SLACK: Final = Fraction(1, 10**9)  # of the unit: an answer on the very edge must not depend on the last bit of a float
_SHOWN_DIGITS: Final = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """A right answer, or a wrong one that has a cause. value: as forms.read_given gives it; for text a tuple of all that are accepted.

    words: what text is shown as.
    """

    kind: str
    value: Any
    digits: int
    tolerance: float | None
    words: str = ""

    def shown(self, lang: Lang) -> str:
        """As a message or an explanation shows it, to the digits that were asked."""
        if self.kind == "text":
            return self.words
        if self.kind == "choice" or self.kind == "integer":
            return str(self.value)
        if self.kind in ("choices", "order"):
            return ", ".join(sorted(self.value) if self.kind == "choices" else self.value)
        return self._numbers(self.value)

    def _numbers(self, value: Any) -> str:
        if isinstance(value, tuple):
            return "[" + ", ".join(self._numbers(each) for each in value) + "]"
        return shown_number(float(value), self.digits if self.tolerance is None else max(self.digits, 6))

    def written(self) -> str:
        """As it stands in an answers file."""
        if self.kind in ("number", "vector", "matrix"):
            return _exact(self.value)
        return str(self.value) if self.kind == "integer" else quoted(self.words or self.shown("en"))


def answer_of(kind: str, raw: Any, letters: Mapping[str, str], digits: int, tolerance: float | None) -> Answer:
    """The answer that an author gave. letters: option's id → the letter it is shown by. Raises ValueError where it is not of the kind."""
    raw = raw.tolist() if hasattr(raw, "tolist") else raw  # NumPy's own, without importing it
    words = ""
    value: Any
    match kind:
        case "number":
            value = _finite(raw)
        case "integer":
            value = _finite(raw)
            if value.denominator != 1 or isinstance(raw, float):
                raise ValueError(f"the answer {raw!r} is no integer")
            value = int(value)
        case "vector":
            value = tuple(_finite(each) for each in _several(raw))
        case "matrix":
            value = tuple(tuple(_finite(each) for each in _several(row)) for row in _several(raw))
            if len({len(row) for row in value}) != 1:
                raise ValueError("the answer's rows are not of one length")
        case "text":
            accepted = [raw] if isinstance(raw, str) else [str(each) for each in _several(raw)]
            words, value = accepted[0], tuple(normalised(each) for each in accepted)
            if not all(value):
                raise ValueError("an accepted text is nothing but punctuation")
        case "choice":
            value = _letter(raw, letters)
        case "choices":
            value = frozenset(_letter(each, letters) for each in _several(raw))
        case "order":
            value = tuple(_letter(each, letters) for each in _several(raw))
            if sorted(value) != sorted(letters.values()):
                raise ValueError("the answer must name every option once, in order")
        case _:
            raise ValueError(f"there is no kind {kind!r}")
    return Answer(kind, value, digits, tolerance, words)


def worth(answer: Answer, given: Any) -> tuple[Fraction, Text | None]:
    """The share of the points that given, as forms.read_given reads it, earns; and what is wrong, where that helps."""
    right = answer.value
    match answer.kind:
        case "number":
            return Fraction(_close(answer, given, right)), None
        case "vector":
            places = [(f"[{index}]", *pair) for index, pair in enumerate(zip(given, right, strict=False))]
            return _entries(answer, places, ((len(given),), (len(right),)))
        case "matrix":
            shapes = ((len(given), len(given[0])), (len(right), len(right[0])))
            pairs = [
                (f"[{i}][{j}]", *pair)
                for i, rows in enumerate(zip(given, right, strict=False))
                for j, pair in enumerate(zip(*rows, strict=False))
            ]
            return _entries(answer, pairs, shapes)
        case "choices":
            share = Fraction(len(given & right) - len(given - right), len(right))
            return max(share, Fraction(0)), None if share == 1 else _ticked(given, right)
        case "order":
            return _ordered(given, right)
        case "text":
            return Fraction(given in right or any(each in right for each in (given if isinstance(given, tuple) else ()))), None
        case _:
            return Fraction(given == right), None


def _close(answer: Answer, given: Fraction, right: Fraction) -> bool:
    """Within the tolerance, or within one unit of the last digit that was asked: so both rounded and cut off is right."""
    if answer.tolerance is not None:
        allowed = Fraction(answer.tolerance)
    else:
        exponent = int(f"{abs(float(right)):.16e}".partition("e")[2]) if right else 0
        allowed = Fraction(10) ** (exponent - answer.digits + 1)
    return abs(given - right) <= allowed * (1 + _SLACK)


def _entries(
    answer: Answer, pairs: Iterable[tuple[str, Fraction, Fraction]], shapes: tuple[tuple[int, ...], tuple[int, ...]]
) -> tuple[Fraction, Text | None]:
    got, expected = (" × ".join(map(str, shape)) for shape in shapes)
    if shapes[0] != shapes[1]:
        return Fraction(0), Text(f"its shape is {got}, not {expected}", f"모양이 {got}입니다. {expected}이어야 합니다")
    for place, given, right in pairs:
        if not _close(answer, given, right):
            return Fraction(0), Text(f"the first wrong entry is at {place}", f"처음으로 틀린 원소는 {place}입니다")
    return Fraction(1), None


def _ticked(given: frozenset[str], right: frozenset[str]) -> Text:
    good, bad = len(given & right), len(given - right)
    return Text(
        f"{good} of the {len(right)} right ones, and {bad} wrong",
        f"맞는 것 {len(right)}개 가운데 {good}개를 골랐고, 틀린 것 {bad}개를 골랐습니다",
    )


def _ordered(given: Sequence[str], right: Sequence[str]) -> tuple[Fraction, Text | None]:
    """The share of pairs that stand in order; less than half is what a guess gets, and worth nothing."""
    place = {letter: index for index, letter in enumerate(given)}
    pairs = list(combinations(right, 2))
    good = sum(place[first] < place[second] for first, second in pairs)
    share = Fraction(good, len(pairs))
    if share == 1:
        return share, None
    words = Text(f"{good} of {len(pairs)} pairs are in order", f"{len(pairs)}쌍 가운데 {good}쌍의 순서가 맞습니다")
    return (share if share >= Fraction(1, 2) else Fraction(0)), words


def _finite(raw: Any) -> Fraction:
    raw = raw.item() if hasattr(raw, "item") else raw
    if isinstance(raw, bool) or not isinstance(raw, int | float | Fraction) or not math.isfinite(raw):
        raise ValueError(f"the answer {raw!r} is no finite number")
    return Fraction(raw)


def _several(raw: Any) -> Sequence[Any]:
    if isinstance(raw, set | frozenset):
        raw = sorted(raw)
    if not isinstance(raw, list | tuple) or not raw:
        raise ValueError(f"the answer {raw!r} must be a list that is not empty")
    if len({str(each) for each in raw}) != len(raw) and all(isinstance(each, str) for each in raw):
        raise ValueError(f"the answer {raw!r} names something twice")
    return raw


def _letter(raw: Any, letters: Mapping[str, str]) -> str:
    if raw not in letters:
        raise ValueError(f"the answer {raw!r} is no option; there are {', '.join(letters) or 'none'}")
    return letters[raw]


def _exact(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_exact(each) for each in value) + "]"
    return str(int(value)) if value.denominator == 1 else repr(float(value))


def shown_number(value: Any, digits: int = _SHOWN_DIGITS) -> str:
    """A number to so many significant digits, whole ones whole, and without an exponent where that is readable."""
    if isinstance(value, int):
        return str(value)
    number = float(value)
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    if 10 ** (digits - 1) <= abs(number) < 1e15:
        return f"{number:.0f}"
    return f"{number:.{digits}g}"


def quoted(text: str) -> str:
    """text as a TOML string in one line, whatever it holds."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
