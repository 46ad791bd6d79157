"""Time in an exam: windows, deadlines, penalties and attempts, as pure functions, with properties that must hold whatever the policy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.exam.clock import Window, allowance, counted, lateness, window
from gradekit.exam.marks import AttemptMark, letter_of, mark, scaled
from gradekit.exam.models import Accommodation, Attempts, ExamFile, Grades, Late, Part

OPENS = datetime(2026, 10, 20, 10, 0, tzinfo=UTC)
WORDS = {"en": "a", "ko": "가"}


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def exam(**more: object) -> ExamFile:
    given: dict[str, object] = {
        "format_version": 1, "name": "e", "title": WORDS, "opens": OPENS, "closes": OPENS + minutes(180),
        "parts": [{"exercise": "a", "points": 10}],
    }  # fmt: skip
    return ExamFile.model_validate(given | more)


# --- windows ---


def test_a_duration_runs_from_the_start_and_ends_with_the_window() -> None:
    when = window(exam(duration_minutes=90), None)
    assert when.deadline(OPENS + minutes(10)) == OPENS + minutes(100)
    assert when.deadline(OPENS + minutes(120)) == OPENS + minutes(180)
    assert when.deadline(OPENS - minutes(30)) == OPENS + minutes(90)  # a clock that was behind gains nothing
    assert when.deadline(None) == OPENS + minutes(180)


def test_extra_time_moves_the_end_along() -> None:
    """Who starts when the last ordinary student can, must have all of it."""
    when = window(exam(duration_minutes=90), Accommodation(student="a", extra_time=1.5))
    assert when.duration == minutes(135) and when.closes == OPENS + minutes(225)
    assert when.deadline(OPENS + minutes(90)) == OPENS + minutes(225)
    assert window(exam(), Accommodation(student="a", extra_time=1.5)).closes == OPENS + minutes(270)


def test_a_moved_window() -> None:
    later = OPENS + timedelta(days=1)
    when = window(exam(duration_minutes=90), Accommodation(student="a", opens=later, closes=later + minutes(100)))
    assert (when.opens, when.closes) == (later, later + minutes(100))
    assert window(exam(), Accommodation(student="a", opens=later)) == Window(later, later + minutes(180), None)


# --- lateness ---

POLICY = Late(grace_minutes=5, per_minutes=10, penalty_percent=10, most_percent=50, cutoff_minutes=120)


@pytest.mark.parametrize(
    ("after", "factor"),
    [(-100, 1.0), (0, 1.0), (5, 1.0), (5.001, 0.9), (10, 0.9), (10.01, 0.8), (40, 0.6), (49, 0.5), (119, 0.5), (120, 0.5), (120.1, 0.0)],
)
def test_what_lateness_costs(after: float, factor: float) -> None:
    got = lateness(POLICY, OPENS, OPENS + minutes(after))
    assert got.factor == pytest.approx(factor)
    assert got.past_cutoff == (after > 120) and got.is_late == (after > 5)


@given(
    st.floats(0, 100),
    st.floats(0.5, 2000),
    st.floats(0, 100),
    st.floats(0, 100),
    st.none() | st.floats(0, 5000),
    st.floats(-1e4, 1e4),
    st.floats(0, 1e4),
)
def test_later_is_never_better(grace: float, per: float, cost: float, most: float, cutoff: float | None, first: float, more: float) -> None:
    policy = Late(grace_minutes=grace, per_minutes=per, penalty_percent=cost, most_percent=most, cutoff_minutes=cutoff)
    early, late = (lateness(policy, OPENS, OPENS + minutes(after)).factor for after in (first, first + more))
    assert 0 <= late <= early <= 1
    if first <= grace:
        assert early == 1


def test_an_extension_is_worked_out_anew() -> None:
    """The penalty is a function of the times and the policy alone."""
    handed_in = OPENS + minutes(200)
    before, after = (
        lateness(POLICY, window(exam(), each).deadline(None), handed_in)
        for each in (None, Accommodation(student="a", closes=OPENS + minutes(240)))
    )
    assert before.factor < 1 and after.factor == 1


# --- attempts ---


def test_a_bucket_of_attempts() -> None:
    policy = Attempts(most=2, every_minutes=30)
    assert allowance(policy, [], OPENS).left == 2 and allowance(policy, [], OPENS).next_at is None
    made = [OPENS, OPENS + minutes(1)]
    now = allowance(policy, made, OPENS + minutes(2))
    assert (now.left, now.next_at) == (0, OPENS + minutes(30))
    assert allowance(policy, made, OPENS + minutes(30)).left == 1
    assert allowance(policy, made, OPENS + minutes(31)).next_at == OPENS + minutes(60)
    assert allowance(policy, made, OPENS + minutes(500)).left == 2  # it holds no more
    never = allowance(Attempts(most=1), [OPENS], OPENS + timedelta(days=9))
    assert (never.left, never.next_at) == (0, None)


def test_attempts_beyond_the_limit_do_not_count() -> None:
    policy = Attempts(most=2, every_minutes=60)
    made = [OPENS + minutes(each) for each in (0, 10, 20, 61, 62)]
    assert counted(policy, made) == (True, True, False, True, False)
    assert counted(policy, made[::-1]) == (False, True, False, True, True)


@given(st.integers(1, 5), st.none() | st.floats(1, 100), st.lists(st.floats(0, 500), max_size=20))
def test_no_more_attempts_than_the_policy_gives(most: int, every: float | None, at: list[float]) -> None:
    policy = Attempts(most=most, every_minutes=every)
    made = [OPENS + minutes(each) for each in at]
    verdicts = counted(policy, made)
    taken = sorted(moment for moment, good in zip(made, verdicts, strict=True) if good)
    assert sum(verdicts) >= min(most, len(made))
    for first in range(len(taken)):
        for last in range(first, len(taken)):
            span = (taken[last] - taken[first]).total_seconds() / 60
            assert last - first + 1 <= most + (span / every + 1 if every else 0)
    for moment in made:
        assert 0 <= allowance(policy, taken, moment).left <= most


# --- marks ---

A, B, C = AttemptMark({"a": 6, "b": 2}, 1.0, True), AttemptMark({"a": 10, "b": 10}, 0.5, True), AttemptMark({"a": 10, "b": 10}, 1.0, False)


@pytest.mark.parametrize(("counts", "after", "chosen"), [("best", 10, (1,)), ("last", 10, (1,)), ("average", 9, (0, 1))])
def test_which_attempt_counts(counts: str, after: float, chosen: tuple[int, ...]) -> None:
    got = mark(Attempts(counts=counts), Grades(scale_to=20), 20, [A, B, C], 0, 0)  # type: ignore[arg-type]
    assert (got.after, got.chosen) == (after, chosen)
    assert mark(Attempts(counts="last"), Grades(), 20, [B, A], 0, 0).chosen == (1,)
    assert mark(Attempts(counts="best"), Grades(), 20, [A, A], 0, 0).chosen == (0,)


def test_nothing_that_counts() -> None:
    got = mark(Attempts(), Grades(letters={"F": 0, "A": 90}), 20, [C], 3, 0)
    assert (got.chosen, got.total, got.grade, got.letter) == ((), 3, 15, "F")


def test_adjustments_stay_within_the_marks() -> None:
    assert mark(Attempts(), Grades(), 20, [A], 0, 100).total == 20
    assert mark(Attempts(), Grades(), 20, [A], 0, -100).total == 0
    assert mark(Attempts(), Grades(), 20, [A], 2, -1.5).total == 8.5


@pytest.mark.parametrize(
    ("total", "most", "step", "grade"),
    [
        (2.5, 100, 1, 3),
        (0.15, 1, 0.1, 15.0),
        (1.005, 100, 0.01, 1.01),
        (1 / 3, 1, 0.5, 33.5),
        (14.9999, 20, 1, 75),
        (7, 0, 1, 0),
        (20, 20, 3, 99),
    ],
)
def test_rounding_is_half_up(total: float, most: float, step: float, grade: float) -> None:
    assert scaled(Grades(round_to=step), total, most) == pytest.approx(grade)


def test_letters() -> None:
    grades = Grades(letters={"B": 80, "A": 90, "F": 0})
    assert [letter_of(grades, each) for each in (100, 90, 89.9, 80, 12, -1)] == ["A", "A", "B", "B", "F", ""]
    assert letter_of(Grades(), 50) == ""


def test_parts_are_an_exercise_or_a_pool() -> None:
    assert Part(pool=("a", "b"), choose=1, points=3).names == ("a", "b")
    for wrong in (
        {"points": 1},
        {"exercise": "a", "pool": ("b", "c"), "choose": 1},
        {"pool": ("a", "b")},
        {"pool": ("a", "b"), "choose": 2},
    ):
        with pytest.raises(ValueError, match=r"exercise|choose|pool"):
            Part.model_validate({"points": 1} | wrong)
