"""Comparisons accept what is right in any form a student may return it in, and say in one line what is wrong."""

import re
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from gradekit.judge import compare
from gradekit.judge.compare import Mismatch, close, freeze, kind_of, nothing_changed, numbers, same

NAN, INF = float("nan"), float("inf")


def check(actual: Any, expected: Any, what: str = "f(x)", **options: Any) -> None:
    close(actual, expected, what=what, **{"atol": None, "rtol": None} | options)


ACCEPTED = [
    (1.0, 1.0), (1, 1.0), (True, 1), (np.float32(0.1), 0.1), (np.float64(2), 2), (np.array(3.0), 3), (np.array(3), np.array(3.0)),
    ([1, 2], [1.0, 2.0]), ((1, 2), np.array([1, 2])), ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]])),
    ([np.array([1.0]), np.array([2.0])], [[1], [2]]),
    (torch.tensor([1.0, 2.0]), [1, 2]), ([torch.tensor(1.0), torch.tensor(2.0)], [1, 2]), (torch.tensor(2.0, requires_grad=True), 2.0),
    (torch.tensor([1.5], dtype=torch.bfloat16), [1.5]), (np.zeros((0, 3)), np.zeros((0, 3))), ([], np.zeros(0)), (INF, INF),
    ([-INF, 1], [-INF, 1]),
    (2**70, 2.0**70), ([2**70, 1], [2.0**70, 1.0]), (np.array([True, False]), [1, 0]), (np.uint8(255), 255),
    (np.array([2**63], np.uint64), [2.0**63]),
    (1 + 1e-8, 1.0), (5e-10, 0.0), (np.float32(1) / np.float32(3), 1 / 3),
    (np.arange(6.0).reshape(2, 3).T, np.arange(6.0).reshape(2, 3).T.copy()),
    (np.array([1.0, 2.0], ">f8"), [1, 2]),
]  # fmt: skip


@pytest.mark.parametrize(("actual", "expected"), ACCEPTED, ids=lambda value: repr(value)[:40])
def test_what_is_right_is_accepted(actual: Any, expected: Any) -> None:
    check(actual, expected)


REFUSED = [
    (None, 1.0, "f(x) is None: is a 'return' missing?", "f(x)의 값이 None입니다. 'return'을 빠뜨리지 않았는지 확인하십시오."),
    ("1", 1.0, "f(x) should be numbers, but is a str", "f(x)은(는) 숫자여야 하는데 str입니다"),
    (b"1", 1.0, "f(x) should be numbers, but is a bytes", "bytes입니다"),
    ({"a": 1}, 1.0, "f(x) should be numbers, but is a dict", "dict입니다"),
    (1j, 1.0, "f(x) should be numbers, but is a complex", "complex입니다"),
    (np.array([1j]), [1.0], "array of shape (1,) of complex128", "complex128입니다"),
    (torch.tensor([1j]), [1.0], "tensor of shape (1,) of complex64", "complex64입니다"),
    (["a"], [1.0], "f(x) should be numbers, but is a list of <U1", "<U1입니다"),
    ([None], [1.0], "f(x) should be numbers, but is a list of object", "object입니다"),
    (np.array([None]), [1.0], "of object", "object입니다"),
    ([[1], [1, 2]], [[1, 2]], "f(x) is a list whose rows differ in length", "f(x)이(가) 행마다 길이가 다른 리스트입니다"),
    (10**400, 1.0, "f(x) holds an integer beyond all floating-point numbers", "부동소수점의 범위를 넘는 정수"),
    (1.0, [1.0], "f(x) has the form of a single number, expected shape (1,)", "f(x): 모양이 (1,)인 배열이어야 하는데 숫자 하나입니다"),
    ([1.0], 1.0, "f(x) has shape (1,), expected the form of a single number", "f(x): 숫자 하나여야 하는데 모양이 (1,)인 배열입니다"),
    (np.zeros((3, 1)), np.zeros(3), "f(x) has shape (3, 1), expected shape (3,)", "(3,)이어야 하는데 (3, 1)입니다"),
    (np.zeros((0, 2)), np.zeros((0, 3)), "f(x) has shape (0, 2), expected shape (0, 3)", "(0, 3)"),
    (NAN, 1.0, "f(x) holds nan", "f(x)에 nan이 있습니다"),
    ([[1, 2], [3, NAN]], [[1, 2], [3, 4]], "f(x) holds nan at [1, 1]", "f(x)에 nan이 있습니다 (위치 [1, 1])"),
    ([1, -INF], [1, 2], "f(x) holds inf at [1]", "f(x)에 inf가 있습니다 (위치 [1])"),
    (5.0, INF, "f(x) is 5, expected inf", "f(x)의 값이 5입니다. 기대한 값은 inf입니다"),
    (-INF, INF, "f(x) is -inf, expected inf", "-inf"),
    (1.0, NAN, "f(x) is 1, expected nan", "nan"),
    (2.0, 1.0, "f(x) is 2, expected 1", "f(x)의 값이 2입니다. 기대한 값은 1입니다"),
    (1 + 1e-6, 1.0, "f(x) is 1.000001, expected 1", "1.000001"),
    ([[1, 2], [3, 5]], [[1, 2], [3, 4]], "f(x): 1 of 4 values differ, the first at [1, 1]: got 5, expected 4",
     "f(x): 값 4개 중 1개가 다릅니다. 처음 다른 곳은 [1, 1]이며, 값은 5, 기대한 값은 4입니다"),
    (1e308, -1e308, "f(x) is 1e+308, expected -1e+308", "1e+308"),
    (np.float16(1.005), 1.0, "f(x) is 1.00488281, expected 1", "1.00488281"),
]  # fmt: skip


@pytest.mark.parametrize(("actual", "expected", "en", "ko"), REFUSED, ids=lambda value: repr(value)[:30])
def test_what_is_wrong_is_told_in_one_line_in_both_languages(actual: Any, expected: Any, en: str, ko: str) -> None:
    with pytest.raises(Mismatch) as caught:
        check(actual, expected)
    full = caught.value.full
    assert en in full.en and ko in full.ko
    assert "\n" not in full.en + full.ko


@pytest.mark.parametrize(("actual", "expected"), [(2.7182, 3.1415), ([2.7182, 0], [3.1415, 0])])
def test_the_brief_message_shows_no_values(actual: Any, expected: Any) -> None:
    with pytest.raises(Mismatch) as caught:
        check(actual, expected)
    for text in (caught.value.brief.en, caught.value.brief.ko):
        assert "2.7" not in text and "3.1" not in text and text.startswith("f(x)")


TOLERANCES = [
    (1.0, 1.0 + 5e-8, True), (1.0, 1.0 + 5e-6, False), (np.float32(1.0), 1.0 + 5e-5, True), (np.float32(1.0), 1.0 + 5e-4, False),
    (1.0, np.float32(1.0) + np.float32(5e-5), True), (np.float16(1.0), np.float16(1.005), True), (np.float16(1.0), 1.005, False),
    (np.float16(1.0), 1.00005, True), (torch.tensor(1.0), 1.00005, True), (1, 1 + 5e-6, False),
]  # fmt: skip


@pytest.mark.parametrize(("actual", "expected", "fits"), TOLERANCES, ids=str)
def test_the_tolerance_is_that_of_the_coarser_dtype(actual: Any, expected: Any, fits: bool) -> None:
    """But float16's only where the author computed in it: an answer cannot choose it for itself."""
    if fits:
        check(actual, expected)
    else:
        with pytest.raises(Mismatch):
            check(actual, expected)


def test_tolerances_can_be_given() -> None:
    check(1.1, 1.0, atol=0.2, rtol=0.0)
    check(110.0, 100.0, atol=0.0, rtol=0.2)
    with pytest.raises(Mismatch):
        check(1.1, 1.0, atol=0.05, rtol=0.0)
    check(1.1, 1.0, atol=np.inf)
    with pytest.raises(Mismatch):
        check(NAN, NAN)
    check([NAN, 1.0], [NAN, 1.0], equal_nan=True)
    with pytest.raises(Mismatch):
        check([NAN, 1.0], [1.0, 1.0], equal_nan=True)


@pytest.mark.parametrize(
    ("actual", "expected", "fits"),
    [(1, 1.0, True), (True, 1, True), ([1.0, -1.0], [1, -1], True), (1 + 1e-15, 1, False), (np.array([1, 2]), [1, 3], False),
    (NAN, 1, False), (INF, 1, False)],
    ids=str,
)  # fmt: skip
def test_exact_values(actual: Any, expected: Any, fits: bool) -> None:
    if fits:
        assert same(actual, expected, what="f(x)").shape == np.shape(expected)
    else:
        with pytest.raises(Mismatch):
            same(actual, expected, what="f(x)")


@pytest.mark.parametrize(
    ("value", "name"),
    [(None, "None"), (np.zeros((2, 3)), "array of shape (2, 3)"), (torch.zeros(2), "tensor of shape (2,)"), ("a", "str"), ([1], "list"),
    (type("A" * 99, (), {})(), "A" * 60)],
    ids=lambda value: repr(value)[:20],
)  # fmt: skip
def test_kinds_have_short_names(value: Any, name: str) -> None:
    assert kind_of(value) == name


@given(npst.arrays("f8", npst.array_shapes(max_dims=3, max_side=4), elements=st.floats(-1e6, 1e6)))
def test_an_answer_agrees_with_itself_in_every_form(array: np.ndarray) -> None:
    for form in (array, array.tolist(), tuple(array.tolist()), torch.tensor(array), np.asfortranarray(array)):
        check(form, array)
        same(form, array, what="f(x)")


@given(npst.arrays("f8", npst.array_shapes(max_dims=3, max_side=4), elements=st.floats(-1e6, 1e6)), st.data())
def test_one_wrong_value_is_found_and_its_place_named(array: np.ndarray, data: Any) -> None:
    place = tuple(data.draw(st.integers(0, extent - 1)) for extent in array.shape)
    wrong = array.copy()
    wrong[place] += 1 + abs(wrong[place])
    with pytest.raises(Mismatch) as caught:
        check(wrong, array)
    if array.size > 1:
        assert f"1 of {array.size} values differ, the first at {list(place)}:" in caught.value.full.en


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text(max_size=3), st.binary(max_size=3),
        npst.arrays(st.sampled_from(["?", "i8", "u1", "f2", "f4", "f8", "c16"]),
        npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=2), inner,
    max_size=2),
    max_leaves=6,
)  # fmt: skip


@given(VALUES, st.sampled_from([1.0, [1.0, 2.0], np.ones((2, 2)), np.zeros(0), INF]))
def test_no_answer_whatever_breaks_a_comparison(value: Any, expected: Any) -> None:
    """It is right, or a Mismatch with words; and right only where NumPy says so too."""
    told: list[Mismatch] = []
    try:
        check(value, expected)
    except Mismatch as fault:
        told.append(fault)
    if told:
        assert told[0].full.en and re.search("[가-힣]", told[0].full.ko)
    else:
        assert np.allclose(np.asarray(value, float), expected, rtol=1e-2, atol=1e-2)


UNCHANGED = [
    (1, 1), (1, 1.0), (NAN, NAN), (None, None), ("a", "a"), ([1, [2]], [1, [2]]), ((1,), (1,)), ({"a": [1]}, {"a": [1]}),
    (np.zeros(2), np.zeros(2)),
    (np.array([NAN]), np.array([NAN])), (torch.tensor([1.5], dtype=torch.bfloat16), torch.tensor([1.5], dtype=torch.bfloat16)),
    (np.random.default_rng(1), np.random.default_rng(2)),
]  # fmt: skip
CHANGED = [
    (1, 2), ([1], [1, 2]), ([1], (1,)), ([1, 2], [2, 1]), ({"a": 1}, {"b": 1}), ({"a": 1}, {"a": 2}), ({"a": 1}, 1),
    (np.zeros(2), np.zeros(3)), (np.zeros(2), [0, 0]),
    (np.zeros(2), np.zeros(2, int)), (np.zeros(2), np.array([0, 1e-300])), ([0], np.zeros(1)), (torch.zeros(2), torch.ones(2)),
    (torch.zeros(2), np.zeros(2)),
    (torch.zeros(2), torch.zeros(2, dtype=torch.float64)), ("a", b"a"), (1.0, NAN), (None, 0),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), UNCHANGED, ids=lambda value: repr(value)[:25])
def test_an_argument_left_alone(before: Any, after: Any) -> None:
    assert nothing_changed(before, after)


@pytest.mark.parametrize(("before", "after"), CHANGED, ids=lambda value: repr(value)[:25])
def test_an_argument_changed_in_place(before: Any, after: Any) -> None:
    assert not nothing_changed(before, after)


@given(VALUES)
def test_a_frozen_copy_is_the_same(value: Any) -> None:
    assert nothing_changed(freeze(value), value)


def test_numbers_gives_an_array_of_reals() -> None:
    assert numbers([1, 2], "x").dtype.kind == "i" and numbers(torch.ones(2), "x").dtype == np.float32
    assert compare.numbers(True, "x").dtype == bool
