"""What a student may write for an answer, read into plain values: a TOML value in, a value of the question's kind or what is wrong out.

Nothing is ever evaluated, and what is read is bounded before anything is computed with it: a number has at most 40 digits on either side
of its point, an exponent three.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from gradekit.text import Text

__all__ = ["BLANK", "KINDS", "Blank", "Malformed", "form_of", "normalised", "read_given"]

_PLAIN: Final = r"(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?"
_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]{1,40})?")
_NUMBER: Final = re.compile(rf"([+-]?{_PLAIN})(?:\s*/\s*({_PLAIN}))?")
_INTEGER_BITS: Final = 1100  # a little beyond the largest float
_ENTRIES: Final = 10_000
_MINUS: Final = str.maketrans({"\u2212": "-", "\u2013": "-", "_": ""})


@dataclass(frozen=True, slots=True)
class Malformed:
    """An answer that is not of its question's form."""

    message: Text


@dataclass(frozen=True, slots=True)
class Blank:
    """No answer."""


BLANK: Final = Blank()

_FORMS: Final = {
    "number": Text('a number: 0.25, "1/4" or "2.5e-1"', '숫자 하나: 0.25, "1/4" 또는 "2.5e-1"'),
    "integer": Text("a whole number: 1250", "정수 하나: 1250"),
    "choice": Text('one letter: "b"', '글자 하나: "b"'),
    "choices": Text('all letters that apply: "a, c"', '해당하는 글자 모두: "a, c"'),
    "vector": Text("a list of numbers: [0.5, -1, 2]", "숫자의 목록: [0.5, -1, 2]"),
    "matrix": Text("a list of rows: [[1, 2], [3, 4]]", "행의 목록: [[1, 2], [3, 4]]"),
    "text": Text('a word or two: "…"', '낱말 한두 개: "…"'),
    "order": Text('all letters in order: "c, a, b"', '모든 글자를 순서대로: "c, a, b"'),
}


def form_of(kind: str) -> Text:
    """How an answer to a question of this kind is written."""
    return _FORMS[kind]


def read_given(kind: str, raw: Any, letters: Collection[str] = ()) -> Any:
    """The answer that raw, a value from an answers file, is to a question of this kind.

    A Fraction (number), an int, a letter (choice), a frozenset of letters, a tuple of Fractions, a tuple of such tuples, a normalised
    string or a tuple of letters (order); BLANK where nothing was answered, Malformed where it is no answer of that form. Never raises for
    anything that TOML can hold.
    """
    if raw is None or raw in ("", []) or (isinstance(raw, str) and not raw.strip()):
        return BLANK
    value = _READERS[kind](raw, letters)
    return Malformed(_malformed(kind, letters)) if value is None else value


def _malformed(kind: str, letters: Collection[str]) -> Text:
    among = f" ({', '.join(letters)})" if letters else ""
    return Text(f"the answer must be {_FORMS[kind].en}{among}", f"답의 형식이 맞지 않습니다. {_FORMS[kind].ko}{among}")


def normalised(text: str) -> str:
    """text for comparison: compatibility forms, case, white space and punctuation make no difference."""
    for _ in range(4):  # without a mark between them, two characters may become one
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        kept = "".join(each for each in folded if unicodedata.category(each)[0] not in "PZC")
        if kept == text:
            break
        text = kept
    return text


def _number(raw: Any, letters: Collection[str] = ()) -> Fraction | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int):
        return Fraction(raw) if raw.bit_length() <= _INTEGER_BITS else None
    if isinstance(raw, float):
        return Fraction(raw) if math.isfinite(raw) else None
    if not isinstance(raw, str) or len(raw) > 200:
        return None
    text = unicodedata.normalize("NFKC", raw).replace("\u2044", "/").translate(_MINUS).strip()
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    below = Fraction(found[2]) if found[2] else Fraction(1)
    return Fraction(found[1]) / below if below else None


def _integer(raw: Any, letters: Collection[str]) -> int | None:
    number = _number(raw)
    return number.numerator if number is not None and number.denominator == 1 else None


def _vector(raw: Any, letters: Collection[str]) -> tuple[Fraction, ...] | None:
    if isinstance(raw, str):
        inside = _without_brackets(raw)
        raw = None if inside is None else [each for each in re.split(r"[\s,;]+", inside) if each]
    if not isinstance(raw, list) or not 0 < len(raw) <= _ENTRIES:
        return None
    numbers = [_number(each) for each in raw]
    return None if None in numbers else tuple(each for each in numbers if each is not None)


def _matrix(raw: Any, letters: Collection[str]) -> tuple[tuple[Fraction, ...], ...] | None:
    if isinstance(raw, str):
        inside = _without_brackets(raw)
        raw = None if inside is None else re.split(r"\]\s*[,;]?\s*\[" if "[" in inside else r"[;\n]", inside.strip().strip("[]"))
    if not isinstance(raw, list) or not 0 < len(raw) <= _ENTRIES:
        return None
    rows = [_vector(each, letters) for each in raw]
    found = tuple(each for each in rows if each is not None)
    return found if len(found) == len(rows) and len({len(row) for row in found}) == 1 else None


def _without_brackets(text: str) -> str | None:
    stripped = unicodedata.normalize("NFKC", text).strip()
    pairs = {"[": "]", "(": ")"}
    if stripped[:1] in pairs:
        return stripped[1:-1] if stripped.endswith(pairs[stripped[0]]) else None
    return stripped


def _letters(raw: Any, letters: Collection[str]) -> tuple[str, ...] | None:
    """The letters in "a, c", "a c", "ac" or ["a", "c"], if all of them are options."""
    if isinstance(raw, list) and all(isinstance(each, str) for each in raw) and len(raw) <= _ENTRIES:
        raw = " ".join(raw)
    if not isinstance(raw, str) or len(raw) > 1000:
        return None
    found = tuple(normalised(raw))
    return found if found and all(each in letters for each in found) else None


def _choice(raw: Any, letters: Collection[str]) -> str | None:
    found = _letters(raw, letters)
    return found[0] if found and len(found) == 1 else None


def _choices(raw: Any, letters: Collection[str]) -> frozenset[str] | None:
    found = _letters(raw, letters)
    return frozenset(found) if found else None


def _order(raw: Any, letters: Collection[str]) -> tuple[str, ...] | None:
    found = _letters(raw, letters)
    return found if found and sorted(found) == sorted(letters) else None


def _text(raw: Any, letters: Collection[str]) -> str | None:
    if isinstance(raw, int) and not isinstance(raw, bool) and raw.bit_length() <= _INTEGER_BITS:
        raw = str(raw)
    return (normalised(raw) or None) if isinstance(raw, str) else None


_READERS: Final[dict[str, Callable[[Any, Collection[str]], Any]]] = {
    "number": _number,
    "integer": _integer,
    "choice": _choice,
    "choices": _choices,
    "vector": _vector,
    "matrix": _matrix,
    "text": _text,
    "order": _order,
}
KINDS: Final = tuple(_READERS)
