"""What a suite imports: points and hints for its tests, and assertions that explain.

A suite is ordinary pytest. The same names work where a student runs the public tests with plain pytest, without gradekit's
judge: then the functions under test are local, and what would cross to a worker is used as it is.
"""

from __future__ import annotations

import math
import warnings as warnings_module
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Literal, TypeVar

import numpy as np

from gradekit.judge import compare
from gradekit.judge.compare import Mismatch
from gradekit.sandbox.answers import CallEnded, Observation, SubmissionError
from gradekit.text import Text

__all__ = [
    "Mismatch",
    "Observation",
    "Text",
    "assert_binary",
    "assert_close",
    "assert_integers",
    "assert_same",
    "assert_scalar",
    "assert_shape",
    "assert_stable",
    "assert_true",
    "assert_unchanged",
    "beside",
    "costly",
    "depends",
    "feedback",
    "hint",
    "observe",
    "points",
    "raises",
]

Feedback = Literal["full", "brief", "verdict"]
_Function = TypeVar("_Function", bound=Callable[..., Any])
_RESULT: Final = Text("the result", "결과")
_CALL: Final = Text("the call", "이 호출")
_ATTRIBUTE: Final = "__gradekit_test__"


@dataclass(slots=True)
class TestNotes:
    """What the decorators below say of one test; the judge reads it."""

    __test__ = False

    points: float = 0.0
    hint: Text | None = None
    depends: tuple[str, ...] = ()
    feedback: Feedback | None = None
    costly: bool = False


def notes_of(function: Any) -> TestNotes:
    """The notes on a test function; empty ones where it has none."""
    notes = getattr(function, _ATTRIBUTE, None)
    return notes if isinstance(notes, TestNotes) else TestNotes()


def _noted(function: _Function) -> TestNotes:
    notes = notes_of(function)
    setattr(function, _ATTRIBUTE, notes)
    return notes


def beside(function: Callable[..., Any], thing: Any) -> Any:
    """thing, a class or function of NumPy's, PyTorch's or Python's own, as it is where function runs: in a worker, or here.

    A suite makes objects there that it hands to a submission: beside(submission.train, nn.Linear)(2, 1) is a Handle. What such an
    object says of itself is the submission's own word, as with every Handle.
    """
    if getattr(function, "is_remote", False) is True:
        return function.beside(thing)  # type: ignore[attr-defined]
    return thing


def points(value: float) -> Callable[[_Function], _Function]:
    """What the test is worth; each case of a parametrised test is worth as much. Raises ValueError unless value > 0."""
    if not 0 < value < math.inf:
        raise ValueError(f"points({value!r}): a test is worth more than 0 points, and a finite number of them")

    def decorate(function: _Function) -> _Function:
        _noted(function).points = float(value)
        return function

    return decorate


def hint(*, en: str, ko: str) -> Callable[[_Function], _Function]:
    """What a student is told when the test does not pass."""

    def decorate(function: _Function) -> _Function:
        _noted(function).hint = Text(en, ko)
        return function

    return decorate


def depends(*names: str) -> Callable[[_Function], _Function]:
    """Skip the test, without points, unless the named tests of the same suite passed (all cases of a parametrised one)."""

    def decorate(function: _Function) -> _Function:
        _noted(function).depends += names
        return function

    return decorate


def feedback(level: Feedback) -> Callable[[_Function], _Function]:
    """How much of this test a student is shown, instead of the exercise's own level."""

    def decorate(function: _Function) -> _Function:
        _noted(function).feedback = level
        return function

    return decorate


def costly(function: _Function) -> _Function:
    """Says that the test takes seconds: it is left out where a misconception's answers to all the others are enough to know it by."""
    _noted(function).costly = True
    return function


class raises(AbstractContextManager[None]):  # noqa: N801  (reads like pytest.raises, which suites' authors know)
    """The one call inside must raise kind or a subclass; a silent answer and any other exception fail the test."""

    def __init__(self, kind: type[Exception], what: str | Text = _CALL) -> None:
        self._kind = kind
        self._what = Text.of(what)

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> bool:
        wanted = self._kind.__name__
        if fault is None:
            raise Mismatch(
                Text(
                    f"{self._what.en} should raise {wanted}, but it gave an answer",
                    f"{self._what.ko}은(는) {wanted} 예외를 일으켜야 하는데 값을 반환했습니다",
                )
            )
        if isinstance(fault, SubmissionError):
            if not fault.bases:
                return False  # at import: no answer to this call at all
            if wanted in fault.bases:
                return True
            name = fault.type_name
        elif isinstance(fault, CallEnded | Mismatch) or not isinstance(fault, Exception):
            return False
        elif isinstance(fault, self._kind):
            return True
        else:
            name = type(fault).__name__
        raise Mismatch(
            Text(
                f"{self._what.en} should raise {wanted}, but it raised {name}",
                f"{self._what.ko}은(는) {wanted} 예외를 일으켜야 하는데 {name} 예외가 발생했습니다",
            )
        ) from None


def observe(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Observation:
    """Call function and look at its arguments and warnings afterwards."""
    remote = getattr(function, "observe", None)
    if remote is not None and getattr(function, "is_remote", False) is True:
        observation = remote(*args, **kwargs)
        assert isinstance(observation, Observation)
        return observation
    with warnings_module.catch_warnings(record=True) as caught:
        warnings_module.simplefilter("always")
        value = function(*args, **kwargs)
    return Observation(value, args, kwargs, tuple((each.category.__name__, str(each.message)) for each in caught))


def assert_unchanged(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call function, fail if it changed one of its arguments in place, and return its value."""
    before = compare.freeze((args, kwargs))
    seen = observe(function, *args, **kwargs)
    after: tuple[Any, ...] = (*seen.args, *(seen.kwargs[name] for name in before[1]))
    for number, (old, new) in enumerate(zip((*before[0], *before[1].values()), after, strict=True)):
        if not compare.nothing_changed(old, new):
            raise Mismatch(
                Text(
                    f"argument {number + 1} was changed in place: work on a copy",
                    f"{number + 1}번째 인수의 내용이 바뀌었습니다. 복사본으로 계산하십시오",
                )
            )
    return seen.value


def assert_stable(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call function, fail on a RuntimeWarning and on inf or nan in its value, and return the value."""
    seen = observe(function, *args, **kwargs)
    parts = seen.value if isinstance(seen.value, list | tuple) else [seen.value]
    for part in [seen.value] if _rectangular(seen.value) else parts:
        array = compare.numbers(part, _RESULT)
        if array.dtype.kind == "f" and not bool(np.isfinite(array).all()):
            kind = "nan" if bool(np.isnan(array).any()) else "inf"
            raise Mismatch(Text(f"the result holds {kind} for large inputs", f"입력값이 크면 결과에 {kind} 값이 나옵니다"))
    for category, message in seen.warnings:
        if category == "RuntimeWarning":
            raise Mismatch(
                Text(
                    f"NumPy warned '{message}': the calculation overflows or divides by zero on the way",
                    f"NumPy가 '{message}' 경고를 냈습니다. 계산 도중 오버플로나 0으로 나누기가 일어납니다",
                )
            )
    return seen.value


def _rectangular(value: Any) -> bool:
    return not isinstance(value, list | tuple) or all(isinstance(each, bool | int | float | np.generic) for each in value)


def assert_close(
    actual: Any,
    expected: Any,
    *,
    what: str | Text = _RESULT,
    atol: float | None = None,
    rtol: float | None = None,
    equal_nan: bool = False,
) -> None:
    """actual equals expected in shape and within atol + rtol·|expected|; the tolerances default by dtype."""
    compare.close(actual, expected, what=what, atol=atol, rtol=rtol, equal_nan=equal_nan)


def assert_same(actual: Any, expected: Any, *, what: str | Text = _RESULT) -> None:
    """actual equals expected exactly, by value and in shape; any real dtype."""
    compare.same(actual, expected, what=what)


def assert_integers(actual: Any, expected: Any, *, what: str | Text = _RESULT) -> None:
    """actual equals expected exactly and is of an integer dtype."""
    what = Text.of(what)
    array = compare.same(actual, expected, what=what)
    if array.dtype.kind not in "iu" and array.size:
        name = array.dtype.name
        raise Mismatch(
            Text(f"{what.en} should be integers, but its dtype is {name}", f"{what.ko}은(는) 정수여야 하는데 dtype이 {name}입니다")
        )


def assert_binary(actual: Any, *, values: Sequence[int] = (0, 1), what: str | Text = _RESULT) -> None:
    """Every element of actual is one of values."""
    what = Text.of(what)
    array = compare.numbers(actual, what)
    found = np.zeros(array.shape, bool)
    for value in values:  # np.isin would take many times the memory of an answer as large as can be
        found |= array == value
    if not bool(found.all()):
        shown = " or ".join(map(str, values))
        raise Mismatch(Text(f"{what.en} should hold {shown} only", f"{what.ko}에는 {' 또는 '.join(map(str, values))}만 있어야 합니다"))


def assert_shape(actual: Any, shape: tuple[int, ...], *, what: str | Text = _RESULT) -> None:
    """actual holds real numbers in exactly that shape."""
    compare.shape_of(compare.numbers(actual, what), tuple(shape), what)


def assert_scalar(actual: Any, *, what: str | Text = _RESULT) -> float:
    """actual is one real number (a Python or NumPy scalar, or 0-d); returns it as a float."""
    array = compare.numbers(actual, what)
    compare.shape_of(array, (), what)
    return float(array)


def assert_true(condition: Any, text: Text) -> None:
    """Fail with text, the words a student reads, unless condition holds."""
    if not condition:
        raise Mismatch(text)
