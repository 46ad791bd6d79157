"""What suites import: the same words for a suite under the judge and for plain pytest on a student's machine."""

import warnings
from typing import Any

import numpy as np
import pytest
import torch

import gradekit.testing as testing
from gradekit.sandbox.answers import CallTimeout, NameMissing, SubmissionError
from gradekit.testing import (
    Mismatch,
    Observation,
    Text,
    assert_binary,
    assert_close,
    assert_integers,
    assert_same,
    assert_scalar,
    assert_shape,
    assert_stable,
    assert_true,
    assert_unchanged,
    depends,
    feedback,
    hint,
    notes_of,
    observe,
    points,
    raises,
)


def test_what_a_suite_may_import_is_sorted_and_there() -> None:
    assert testing.__all__ == sorted(testing.__all__)
    assert all(hasattr(testing, name) for name in testing.__all__)


def test_notes_gather_on_a_function_whatever_their_order() -> None:
    @points(3)
    @depends("test_a")
    @hint(en="look", ko="보십시오")
    @depends("test_b", "test_c")
    @feedback("brief")
    def test() -> None: ...

    notes = notes_of(test)
    assert (notes.points, notes.hint, notes.feedback) == (3.0, Text("look", "보십시오"), "brief")
    assert set(notes.depends) == {"test_a", "test_b", "test_c"}


def test_a_function_without_notes_has_empty_ones() -> None:
    assert notes_of(len).points == 0 and notes_of(None).hint is None


@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf")])
def test_points_are_positive_and_finite(value: float) -> None:
    with pytest.raises(ValueError, match="more than 0 points"):
        points(value)


def fail(fault: BaseException | None) -> None:
    if fault is not None:
        raise fault


def submission_error(name: str, *bases: str) -> SubmissionError:
    return SubmissionError(name, bases, "", None)


@pytest.mark.parametrize(
    "fault",
    [
        ValueError(),
        UnicodeError(),
        submission_error("Mine", "Mine", "ValueError"),
        submission_error("ValueError", "ValueError", "Exception"),
    ],
)
def test_raises_accepts_the_exception_and_its_subclasses(fault: Exception) -> None:
    with raises(ValueError):
        fail(fault)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (None, "the call should raise ValueError, but it gave an answer"),
        (TypeError(), "but it raised TypeError"),
        (submission_error("Other", "KeyError", "Exception"), "but it raised Other"),
        (submission_error("ValueError", "Exception"), "but it raised ValueError"),
    ],
)
def test_raises_refuses_all_else_and_says_what_came(fault: Exception | None, words: str) -> None:
    with pytest.raises(Mismatch) as caught, raises(ValueError):
        fail(fault)
    assert words in caught.value.full.en and caught.value.full.ko.startswith("이 호출은(는) ValueError 예외를 일으켜야 하는데")


@pytest.mark.parametrize("fault", [None, TypeError()])
def test_raises_names_the_call_in_the_language_of_its_reader(fault: Exception | None) -> None:
    with pytest.raises(Mismatch) as caught, raises(ValueError, Text("f of nothing", "빈 배열에 대한 f")):
        fail(fault)
    full = caught.value.full
    assert full.en.startswith("f of nothing should raise ValueError") and full.ko.startswith("빈 배열에 대한 f은(는) ValueError 예외를")
    with pytest.raises(Mismatch) as caught, raises(ValueError, "f([])"):
        fail(fault)
    assert caught.value.full.ko.startswith("f([])은(는) ValueError")


@pytest.mark.parametrize(
    "fault",
    [
        CallTimeout(Text("late", "")),
        NameMissing(Text("gone", "")),
        Mismatch(Text("wrong", "")),
        KeyboardInterrupt(),
        submission_error("ValueError"),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_raises_leaves_alone_what_is_no_exception_of_the_call(fault: BaseException) -> None:
    """A timeout, a crash, a failed assertion; and an exception at import, which has no bases."""
    with pytest.raises(type(fault)) as caught, raises(ValueError):
        fail(fault)
    assert caught.value is fault


def test_observe_looks_at_a_local_function() -> None:
    def f(x: Any, y: Any = None) -> Any:
        x += 1
        warnings.warn("careful", RuntimeWarning, stacklevel=1)
        return x.sum()

    seen = observe(f, np.zeros(2), y=3)
    assert seen == Observation(2.0, seen.args, {"y": 3}, (("RuntimeWarning", "careful"),))


def test_an_argument_that_is_changed_in_place_is_named() -> None:
    def f(x: Any, y: Any) -> Any:
        y[0] = 5
        return x + y

    with pytest.raises(Mismatch) as caught:
        assert_unchanged(f, np.zeros(2), np.ones(2))
    assert "argument 2 was changed" in caught.value.full.en and "2번째 인수" in caught.value.full.ko
    with pytest.raises(Mismatch, match="argument 2"):
        assert_unchanged(f, np.zeros(2), y=np.ones(2))
    assert assert_unchanged(lambda x: x * 2, np.ones(2)).tolist() == [2, 2]
    assert assert_unchanged(lambda rng: rng.random(), np.random.default_rng(0)) < 1


def overflow(x: Any) -> Any:
    return np.exp(x) / np.exp(x).sum()


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x: x * np.nan, "holds nan for large inputs"),
        (lambda x: x * np.inf, "holds inf for large inputs"),
        (lambda x: [x, x * np.inf], "holds inf"),
        (lambda x: [1.0, float("nan")], "holds nan"),
        (lambda x: [[1.0, 2.0], [float("nan"), 1.0]], "holds nan"),
        (lambda x: np.nan_to_num(overflow(x * 1000)), "NumPy warned 'overflow"),
        (lambda x: None, "is None"),
        (lambda x: "a", "should be numbers"),
        (lambda x: {"a": 1}, "should be numbers"),
        (lambda x: (x, "a"), "should be numbers"),
    ],
)
def test_what_is_unstable_is_told(function: Any, words: str) -> None:
    with pytest.raises(Mismatch) as caught:
        assert_stable(function, np.array([1.0, 2.0]))
    assert words in caught.value.full.en


def test_what_is_stable_comes_back() -> None:
    assert assert_stable(lambda x: (x, 1.0), np.ones(2))[1] == 1.0
    assert assert_stable(lambda x: torch.ones(2), 1).tolist() == [1, 1]

    def warned(x: Any) -> Any:
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        return x

    assert assert_stable(warned, 1) == 1


@pytest.mark.parametrize("actual", [1, np.int64(1), np.array([1, 0], np.int8), [1, 2], np.zeros((0, 2)), torch.tensor([1])])
def test_integers_are_integers(actual: Any) -> None:
    assert_integers(actual, np.asarray(actual))


@pytest.mark.parametrize("actual", [1.0, True, np.array([1.0]), np.array([True]), torch.tensor([1.0])])
def test_other_dtypes_are_no_integers(actual: Any) -> None:
    with pytest.raises(Mismatch) as caught:
        assert_integers(actual, np.asarray(actual), what="step(x)")
    assert "step(x) should be integers, but its dtype is" in caught.value.full.en and "정수여야" in caught.value.full.ko


def test_binary_values() -> None:
    assert_binary([0, 1, 1])
    assert_binary(np.array([1.0, -1.0]), values=(-1, 1))
    assert_binary(np.zeros((0,)))
    for wrong in ([0, 2], 0.5, np.nan, [True, 3]):
        with pytest.raises(Mismatch) as caught:
            assert_binary(wrong, what="f(x)")
        assert caught.value.full.en == "f(x) should hold 0 or 1 only" and "0 또는 1만" in caught.value.full.ko


def test_shapes_and_scalars() -> None:
    assert_shape(np.zeros((2, 3)), (2, 3))
    assert_shape(1.0, ())
    assert_shape([[1, 2]], [1, 2])  # type: ignore[arg-type]
    for actual in (np.zeros((3, 2)), "a", None):
        with pytest.raises(Mismatch):
            assert_shape(actual, (2, 3))
    assert assert_scalar(np.array(2)) == 2.0 and type(assert_scalar(True)) is float
    for actual in ([1.0], np.zeros((1, 1)), "1", None, 1j):
        with pytest.raises(Mismatch):
            assert_scalar(actual)


def test_the_truth() -> None:
    assert_true(True, Text("", ""))
    with pytest.raises(Mismatch, match="so it is") as caught:
        assert_true(0, Text("so it is", "그렇습니다"))
    assert caught.value.full.ko == "그렇습니다"


def test_values_are_compared_exactly_or_closely() -> None:
    assert_same([0.5, 1], [0.5, 1.0])
    assert_close(1.0 + 1e-12, 1.0)
    with pytest.raises(Mismatch):
        assert_same(1.0 + 1e-12, 1.0)
    with pytest.raises(Mismatch, match="the loss"):
        assert_close(2, 1, what="the loss")


@pytest.mark.parametrize(("lang", "words"), [("en", "expected 1"), ("ko", "기대한 값은 1입니다")])
def test_under_plain_pytest_the_message_is_in_the_students_language(monkeypatch: pytest.MonkeyPatch, lang: str, words: str) -> None:
    monkeypatch.setenv("GRADEKIT_LANG", lang)
    with pytest.raises(AssertionError, match=words):
        assert_close(2, 1)
