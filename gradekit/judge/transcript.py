"""Transcripts: the calls a suite made and the answers it got, reduced to what can be kept and compared.

A summary is plain data (numbers, strings, tuples), small whatever the answer was, and equal for answers that are equal but for rounding.
It is made at the call itself: an answer may be as large as a frame, and a suite may change its arguments later.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from gradekit.sandbox.answers import CallEnded, Observation, SubmissionError

__all__ = ["Call", "Line", "Transcript", "agree", "summarise", "transcript_of"]

_SAMPLE: Final = 256
_DEPTH: Final = 6
_RELATIVE: Final = 1e-5
_ABSOLUTE: Final = 1e-9

Summary = Any
Transcript = dict[str, tuple["Line", ...]]


@dataclass(slots=True)
class Call:
    """One call as it is made: the test, the target's name, and summaries of the arguments and of what came back, once it has."""

    test: str
    target: str
    arguments: Summary
    answer: Summary = ("ended", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One call: its target's name, and summaries of its arguments and its answer."""

    target: str
    arguments: Summary
    answer: Summary


def transcript_of(calls: Iterable[Call]) -> Transcript:
    """Test name → its calls in order."""
    tests: dict[str, list[Line]] = {}
    for call in calls:
        tests.setdefault(call.test, []).append(Line(call.target, call.arguments, call.answer))
    return {test: tuple(lines) for test, lines in tests.items()}


def summarise(value: Any, depth: int = 0) -> Summary:
    """value as a nest of tuples, strings and numbers."""
    if value is None or isinstance(value, str | bytes):
        return ("text", str(value if value is None else value[:200])[:200])
    if isinstance(value, bool | int | float | np.generic | np.ndarray):
        return _array(np.asarray(value))
    if isinstance(value, SubmissionError):
        return ("raised", value.type_name)
    if isinstance(value, CallEnded):
        return ("ended", type(value).__name__)
    if isinstance(value, Observation):
        warned = any(category == "RuntimeWarning" for category, _ in value.warnings)
        return ("observed", summarise(value.value, depth + 1), summarise(value.args, depth + 1), ("text", str(warned)))
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        plain = value.detach().cpu()
        return _array(plain.float().numpy() if plain.dtype is torch.bfloat16 else plain.numpy())
    if isinstance(value, list | tuple) and depth < _DEPTH:
        if value and all(type(each) in (bool, int, float) for each in value):
            return _array(np.asarray([_float(each) for each in value]))
        return ("items", len(value), tuple(summarise(each, depth + 1) for each in value[:_SAMPLE]))
    if isinstance(value, dict) and depth < _DEPTH:
        # By what it holds, not by its keys: a model's parameters are named as each student likes.
        return ("items", len(value), tuple(summarise(each, depth + 1) for each in list(value.values())[:_SAMPLE]))
    if getattr(type(value), "is_remote", False):
        return ("handle", "")
    return ("other", type(value).__name__)


def _array(array: np.ndarray[Any, Any]) -> Summary:
    if array.dtype.kind not in "biuf":
        return ("other", str(array.dtype))
    # Every element of a small answer; of a large one, elements spread over all of it.
    step = max(1, math.ceil(array.size / _SAMPLE))
    return ("numbers", array.shape, tuple(array.ravel()[::step].astype(np.float64).tolist()))


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:  # an int beyond every float
        return math.inf if value > 0 else -math.inf


def agree(left: Summary, right: Summary) -> bool:
    """Whether two summaries are of the same answer, but for rounding."""
    if left is right or left == right:  # most often to the last bit; nan is the exception
        return True
    if left[0] != right[0]:
        return False
    if left[0] == "numbers":
        if left[1] != right[1]:
            return False
        one, other = np.asarray(left[2]), np.asarray(right[2])
        with np.errstate(all="ignore"):
            return bool(np.allclose(one, other, rtol=_RELATIVE, atol=_ABSOLUTE, equal_nan=True))
    if left[0] == "items":
        return bool(left[1] == right[1]) and len(left[2]) == len(right[2]) and all(map(agree, left[2], right[2]))
    if left[0] == "observed":
        return all(map(agree, left[1:], right[1:]))
    return False
