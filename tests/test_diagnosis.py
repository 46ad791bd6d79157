"""Whose wrong answers are these? A submission is told a misconception only where it answers like one."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from gradekit.judge.diagnosis import Bank, diagnose
from gradekit.judge.transcript import Call, Line, Transcript, agree, summarise, transcript_of
from gradekit.sandbox.answers import CallTimeout, Observation, SubmissionError
from gradekit.text import Text

RAISED = SubmissionError("ValueError", ("ValueError",), "no", 1)
UNWRITTEN = SubmissionError("NotImplementedError", ("NotImplementedError",), "", 1)


def transcript(**tests: list[Any]) -> Transcript:
    """Test → answers; each answer to a call of f with its number, or (function, arguments, answer)."""
    made = {}
    for test, answers in tests.items():
        lines = []
        for number, answer in enumerate(answers):
            target, arguments, value = answer if isinstance(answer, tuple) else ("f", number, answer)
            lines.append(Line(target, summarise(((arguments,), {})), summarise(value)))
        made[test] = tuple(lines)
    return made


SOLUTION = transcript(a=[1.0, 2.0], b=[3.0])
DOUBLES = transcript(a=[2.0, 4.0], b=[6.0])
NEGATES = transcript(a=[-1.0, -2.0], b=[-3.0])
OFF_ONCE = transcript(a=[1.0, 4.0], b=[3.0])


def told(work: Transcript, **misconceptions: Transcript) -> tuple[str, ...]:
    return diagnose(work, Bank(SOLUTION, misconceptions))


@pytest.mark.parametrize(
    ("work", "names"),
    [
        (SOLUTION, ()),
        (DOUBLES, ("doubles",)),
        (NEGATES, ("negates",)),
        (OFF_ONCE, ("off_once",)),
        (transcript(a=[2.0, 4.0], b=[7.0]), ("doubles",)),
        (transcript(a=[2.0, 7.0], b=[7.0]), ()),
        (transcript(a=[9.0, 9.0], b=[9.0]), ()),
        (transcript(a=[RAISED, RAISED], b=[RAISED]), ()),
        (transcript(a=[UNWRITTEN, UNWRITTEN], b=[UNWRITTEN]), ()),
        (transcript(a=[2.0 + 1e-9, 4.0], b=[6.0]), ("doubles",)),
        (transcript(a=[2.0]), ("doubles",)),
        ({}, ()),
    ],
    ids=[
        "right",
        "doubles",
        "negates",
        "once",
        "most",
        "a third",
        "other",
        "raises",
        "unwritten",
        "rounding",
        "stopped early",
        "nothing",
    ],
)
def test_a_misconception_is_named_where_most_of_its_wrong_answers_are_there(work: Transcript, names: tuple[str, ...]) -> None:
    assert told(work, doubles=DOUBLES, negates=NEGATES, off_once=OFF_ONCE) == names


def test_a_stub_is_no_misconception() -> None:
    stub = transcript(a=[UNWRITTEN, UNWRITTEN], b=[UNWRITTEN])
    assert told(stub, stub=stub) == ()


def test_a_misconception_that_raises_is_told_by_its_exception() -> None:
    raises = transcript(a=[RAISED, RAISED], b=[RAISED])
    assert told(raises, raises=raises, doubles=DOUBLES) == ("raises",)


def test_one_that_explains_all_leaves_nothing_to_another() -> None:
    """Though the other's few wrong answers are all there too."""
    assert told(DOUBLES, doubles=DOUBLES, off_once=OFF_ONCE) == ("doubles",)


def test_a_further_cause_is_named_second() -> None:
    solution = transcript(a=[1.0, 2.0, 3.0], b=[4.0, 5.0])
    first, second = transcript(a=[0.0, 0.0, 0.0], b=[4.0, 5.0]), transcript(a=[1.0, 2.0, 3.0], b=[8.0, 9.0])
    both = transcript(a=[0.0, 0.0, 0.0], b=[8.0, 9.0])
    assert diagnose(both, Bank(solution, {"second": second, "first": first})) == ("first", "second")


def test_one_that_explains_little_of_what_is_wrong_is_not_told() -> None:
    solution = transcript(a=[1.0, 2.0, 3.0, 4.0, 5.0])
    little = transcript(a=[1.0, 2.0, 3.0, 4.0, 50.0])
    assert diagnose(transcript(a=[7.0, 7.0, 7.0, 7.0, 50.0]), Bank(solution, {"little": little})) == ()


def test_each_function_has_its_own_causes() -> None:
    solution = transcript(a=[("f", 1, 1.0)], b=[("g", 1, 1.0)])
    f, g = transcript(a=[("f", 1, 5.0)], b=[("g", 1, 1.0)]), transcript(a=[("f", 1, 1.0)], b=[("g", 1, 7.0)])
    assert diagnose(transcript(a=[("f", 1, 5.0)], b=[("g", 1, 7.0)]), Bank(solution, {"f": f, "g": g})) == ("f", "g")


def test_calls_with_other_arguments_are_left_out() -> None:
    """They depended on an earlier answer, so that they say nothing."""
    solution = transcript(a=[("f", 1, 1.0), ("f", 2, 2.0)])
    wrong = transcript(a=[("f", 1, 5.0), ("f", 50, 9.0)])
    assert diagnose(transcript(a=[("f", 1, 5.0), ("f", 99, 3.0)]), Bank(solution, {"wrong": wrong})) == ("wrong",)


def test_at_most_three_are_told() -> None:
    names = "vwxyz"
    solution = transcript(a=[(name, 1, 1.0) for name in names])
    each = {name: transcript(a=[(other, 1, 9.0 if other == name else 1.0) for other in names]) for name in names}
    assert diagnose(transcript(a=[(name, 1, 9.0) for name in names]), Bank(solution, each)) == ("v", "w", "x")


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text(max_size=5), st.binary(max_size=5),
        st.just(10**400),
        npst.arrays(st.sampled_from(["?", "i8", "u8", "f2", "f8", "c16"]),
        npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=9)),
    ),
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.integers(), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(VALUES)
def test_a_summary_is_small_plain_and_agrees_with_itself(value: Any) -> None:
    summary = summarise(value)
    assert agree(summary, summarise(value)) and agree(summary, summary)
    assert len(repr(summary)) < 60_000

    def plain(part: Any) -> bool:
        return all(map(plain, part)) if type(part) is tuple else type(part) in (str, int, float)

    assert plain(summary)


@given(VALUES, VALUES)
def test_any_two_summaries_can_be_compared(left: Any, right: Any) -> None:
    assert agree(summarise(left), summarise(right)) == agree(summarise(right), summarise(left)) or left != right


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (1.0, 1.0 + 1e-7, True), (1.0, 1.001, False), (1, 1.0, True), ([1, 2], np.array([1.0, 2.0]), True), ([1.0], 1.0, False),
        (np.nan, np.nan, True),
        (np.inf, -np.inf, False), ({"a": [1.0]}, {"b": [1.0]}, True), ("a", "b", False), (None, "None", True), ([10**400], [np.inf], True),
        (CallTimeout(Text("", "")), CallTimeout(Text("x", "")), True), (RAISED, UNWRITTEN, False), (1e308, -1e308, False),
        (Observation(1.0, (2,), {}, ()), Observation(1.0, (2,), {}, (("UserWarning", ""),)), True),
        (Observation(1.0, (2,), {}, ()), Observation(1.0, (2,), {}, (("RuntimeWarning", ""),)), False),
        (Observation(1.0, (2,), {}, ()), Observation(1.0, (3,), {}, ()), False),
        (np.zeros(100_000), np.zeros(100_000), True), (np.zeros(100_000), np.ones(100_000), False),
        (np.zeros((2, 3)), np.zeros((3, 2)), False),
    ],
    ids=lambda value: repr(value)[:25],
)  # fmt: skip
def test_which_answers_are_the_same(left: Any, right: Any, same: bool) -> None:
    assert agree(summarise(left), summarise(right)) is same


def test_large_answers_have_small_summaries() -> None:
    for value in (np.zeros((1000, 1000), bool), b"x" * (1 << 24), "x" * (1 << 20), list(range(100_000)), [[0.5]] * 5_000):
        assert len(repr(summarise(value))) < 30_000


def test_a_transcript_is_by_test_and_in_order() -> None:
    calls = [Call("a", "f", summarise(1), summarise(2)), Call("b", "f", summarise(1), summarise(3)), Call("a", "g", summarise(1))]
    assert [[line.target for line in lines] for lines in transcript_of(calls).values()] == [["f", "g"], ["f"]]
