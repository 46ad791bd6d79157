"""The hidden suite of `softmax`.

Values are judged to 1e-9 absolute and 1e-7 relative whatever dtype they come in. No score, also after the division by the
temperature, is beyond 1e4 in magnitude: further out the catalogue promises nothing.
"""

import numpy as np
import pytest

from gradekit.testing import (
    Text,
    assert_close,
    assert_shape,
    assert_stable,
    assert_true,
    assert_unchanged,
    hint,
    points,
    raises,
)

DOCUMENTED = np.array([5.0, 3.0, 1.0])
DOCUMENTED_PROBABILITIES = np.array([0.86681333, 0.11731043, 0.01587624])


def compare(actual, expected, what="softmax(x)", atol=1e-9):
    assert_close(actual, expected, what=what, atol=atol, rtol=1e-7)


def usable(value, shape):
    """value as an array of finite floats of that shape, or None."""
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError):
        return None
    return array if array.shape == shape and bool(np.isfinite(array).all()) else None


@points(4)
@hint(
    en="Follow 'A worked example' line by line: exponentials, their sum, the quotients.",
    ko="'풀이 예제'를 한 줄씩 따라가 보십시오. 지수 함수, 그 합, 나눗셈의 순서입니다.",
)
def test_the_worked_example(submission, evidence):
    got = submission.softmax(DOCUMENTED)
    drawn = usable(got, (3,))
    if drawn is not None:
        evidence(
            "bars",
            title={"en": "softmax(5, 3, 1)", "ko": "softmax(5, 3, 1)"},
            labels=["5", "3", "1"],
            got=drawn.tolist(),
            expected=DOCUMENTED_PROBABILITIES.tolist(),
        )
    # The documented figures are rounded to eight decimals.
    compare(got, DOCUMENTED_PROBABILITIES, atol=1e-8)


@points(2)
@hint(
    en="For one sample: each exponential divided by the sum of all exponentials.",
    ko="샘플 하나에서는 각 지수 함수의 값을 모든 지수 함수 값의 합으로 나눕니다.",
)
@pytest.mark.parametrize("size", [2, 3, 6])
def test_one_sample(submission, reference, rng, size):
    x = rng.uniform(-4.0, 4.0, size)
    compare(submission.softmax(x), reference.softmax(x))


@points(3)
@hint(
    en="In a batch each row is a sample of its own: the sum runs along the row, not down a column and not over everything.",
    ko="배치에서는 각 행이 하나의 샘플입니다. 합은 행을 따라 구하며, 열을 따라 구하거나 전체에서 구하지 않습니다.",
)
@pytest.mark.parametrize(("rows", "columns"), [(1, 4), (5, 3), (4, 4), (2, 7)])
def test_a_batch(submission, reference, rng, rows, columns):
    x = rng.uniform(-4.0, 4.0, (rows, columns))
    compare(submission.softmax(x), reference.softmax(x))


@points(3)
@hint(en="The probabilities of one sample sum to 1.", ko="한 샘플의 확률을 모두 더하면 1입니다.")
def test_each_row_sums_to_one(submission, rng):
    x = rng.normal(0.0, 3.0, (6, 5))
    probabilities = submission.softmax(x)
    assert_shape(probabilities, x.shape, what="softmax(x)")
    compare(np.sum(np.asarray(probabilities, dtype=np.float64), axis=-1), np.ones(6), what="softmax(x).sum(axis=-1)")


@points(4)
@hint(
    en="A class with a far smaller score still has a small probability of its own; it is not 0.",
    ko="점수가 훨씬 작은 클래스에도 작은 확률이 있습니다. 0으로 만들지 마십시오.",
)
def test_small_probabilities_are_not_lost(submission, reference, rng):
    x = np.array([[0.0, -5.0, -45.0], [30.0, 28.0, -200.0]] * 4) + rng.uniform(-1.0, 1.0, (8, 3))
    probabilities = submission.softmax(x)
    assert_shape(probabilities, x.shape, what="softmax(x)")
    assert_true(
        bool((np.asarray(probabilities, dtype=np.float64) > 0).all()),
        Text(
            "softmax(x) holds a probability that is not above 0, though it is large enough for float64",
            "float64로 나타낼 수 있는 확률인데도 softmax(x)에 0보다 크지 않은 값이 있습니다",
        ),
    )
    compare(probabilities, reference.softmax(x))


@points(2)
@hint(en="With a single class its probability is 1, whatever the score.", ko="클래스가 하나뿐이면 점수와 관계없이 확률은 1입니다.")
def test_a_single_class(submission, rng):
    compare(submission.softmax(rng.normal(0.0, 3.0, 1)), np.ones(1))
    compare(submission.softmax(rng.normal(0.0, 3.0, (4, 1))), np.ones((4, 1)))


@points(2)
@hint(en="Equal scores get equal probabilities.", ko="점수가 같으면 확률도 같습니다.")
def test_equal_scores(submission, rng):
    size = int(rng.integers(3, 8))
    compare(submission.softmax(np.full(size, rng.uniform(-3.0, 3.0))), np.full(size, 1 / size))
    compare(submission.softmax(np.zeros((2, size))), np.full((2, size), 1 / size))


@points(3)
@hint(
    en="Scores may be whole numbers, and the result is float64 all the same: do not store it in an array of integers.",
    ko="점수가 정수여도 결과는 float64입니다. 결과를 정수 배열에 저장하지 마십시오.",
)
@pytest.mark.parametrize("shape", [(4,), (3, 5)], ids=["sample", "batch"])
def test_integer_scores(submission, reference, rng, shape):
    x = rng.integers(-5, 6, shape)
    compare(submission.softmax(x), reference.softmax(x))


@points(3)
@hint(
    en="An empty batch of shape (0, d) gives an empty array of shape (0, d).",
    ko="모양이 (0, d)인 빈 배치를 받으면 모양이 (0, d)인 빈 배열을 반환합니다.",
)
def test_an_empty_batch(submission):
    assert_shape(submission.softmax(np.zeros((0, 3))), (0, 3), what="softmax(np.zeros((0, 3)))")


@points(3)
@hint(
    en="exp(710) is inf in float64. Which constant can be subtracted from all scores of a row without changing the result?",
    ko="float64에서 exp(710)은 inf입니다. 한 행의 모든 점수에서 어떤 상수를 빼면 결과가 달라지지 않으면서 오버플로를 피할 수 있습니까?",
)
@pytest.mark.parametrize("centre", [1000.0, -1000.0, 9990.0, -9990.0])
def test_large_scores(submission, reference, rng, centre):
    x = centre + rng.uniform(-4.0, 4.0, 4)
    compare(assert_stable(submission.softmax, x), reference.softmax(x))


@points(3)
@hint(
    en="Where scores of one row lie far apart the small ones become 0 and the large one 1, without a warning.",
    ko="한 행의 점수 차이가 매우 크면 작은 쪽은 0, 큰 쪽은 1이 되며 경고가 없어야 합니다.",
)
def test_scores_far_apart(submission, reference):
    x = np.array([[10000.0, -10000.0, 0.0], [0.0, 9999.0, 10000.0]])
    compare(assert_stable(submission.softmax, x), reference.softmax(x))


@points(5)
@hint(
    en="Rows may live at quite different heights: what keeps one row from overflowing must not make another one vanish.",
    ko="행마다 점수의 크기가 크게 다를 수 있습니다. 한 행의 오버플로를 막는 방법이 다른 행을 모두 0으로 만들면 안 됩니다.",
)
def test_rows_at_different_heights(submission, reference, rng):
    x = np.array([[9990.0], [-9990.0], [0.0], [800.0]]) + rng.uniform(-4.0, 4.0, (4, 3))
    compare(assert_stable(submission.softmax, x), reference.softmax(x))


@points(2)
@hint(
    en="Operators such as -= and /= write into the caller's array.",
    ko="-=나 /= 같은 연산자는 호출한 쪽의 배열을 고칩니다.",
)
@pytest.mark.parametrize("shape", [(4,), (3, 4)], ids=["sample", "batch"])
def test_scores_are_not_changed(submission, reference, rng, shape):
    x = rng.uniform(-4.0, 4.0, shape)
    compare(assert_unchanged(submission.softmax, x), reference.softmax(x))


@points(3)
@hint(
    en="A call must not depend on the calls before it.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다.",
)
def test_calls_are_independent(submission, reference, rng):
    first, second = rng.uniform(-4.0, 4.0, (2, 3, 4))
    for x in (first, second, first, second[0], first[:2]):
        compare(submission.softmax(x), reference.softmax(x))


@points(3)
@hint(
    en="The temperature divides the scores before anything else: softmax(x / t).",
    ko="온도는 무엇보다 먼저 점수를 나눕니다. 즉 softmax(x / t)입니다.",
)
@pytest.mark.parametrize("t", [0.25, 1.0, 2.5, 40.0])
def test_a_temperature(submission, reference, rng, t):
    x = rng.uniform(-4.0, 4.0, 5)
    compare(submission.temperature_softmax(x, t), reference.temperature_softmax(x, t), f"temperature_softmax(x, {t})")


@points(3)
@hint(
    en="With a temperature too, each row of a batch is a sample of its own.",
    ko="온도가 있어도 배치의 각 행은 하나의 샘플입니다.",
)
@pytest.mark.parametrize("t", [0.5, 3.0])
def test_a_temperature_for_a_batch(submission, reference, rng, t):
    x = rng.uniform(-4.0, 4.0, (4, 3))
    compare(submission.temperature_softmax(x, t), reference.temperature_softmax(x, t), f"temperature_softmax(x, {t})")


@points(2)
@hint(
    en="x and t may both be whole numbers; the division is a real one.",
    ko="x와 t가 모두 정수일 수 있습니다. 나눗셈은 실수 나눗셈이어야 합니다.",
)
def test_integer_scores_and_temperature(submission, reference, rng):
    x = rng.integers(-7, 8, (3, 4))
    compare(submission.temperature_softmax(x, 3), reference.temperature_softmax(x, 3), "temperature_softmax(x, 3)")


@points(3)
@hint(
    en="A small temperature makes x / t large. The stable softmax takes care of that, if it sees x / t.",
    ko="온도가 작으면 x / t가 커집니다. 안정적인 소프트맥스에 x / t를 넘기면 됩니다.",
)
def test_a_small_temperature(submission, reference, rng):
    x = np.array([[9.99, 9.991, 9.9895], [-9.99, -9.991, -9.992]]) + rng.uniform(-1e-3, 1e-3, (2, 3))
    got = assert_stable(submission.temperature_softmax, x, 1e-3)
    compare(got, reference.temperature_softmax(x, 1e-3), "temperature_softmax(x, 0.001)")


@points(2)
@hint(
    en="However small or large a temperature is: above 0 it is legal, and it is used as it is.",
    ko="온도가 아무리 작거나 커도 0보다 크면 올바른 값이며, 그대로 사용해야 합니다.",
)
def test_extreme_temperatures(submission, reference, rng):
    for x, t in ((rng.uniform(-4e-6, 4e-6, 4), 1e-6), (rng.uniform(-1e4, 1e4, 4), 5000.0)):
        got = assert_stable(submission.temperature_softmax, x, t)
        compare(got, reference.temperature_softmax(x, t), f"temperature_softmax(x, {t})")


@points(2)
@hint(en="A temperature has to be above 0; 0 is refused with a ValueError.", ko="온도는 0보다 커야 하며, 0이면 ValueError를 일으킵니다.")
def test_a_temperature_of_zero(submission, rng):
    with raises(ValueError, "temperature_softmax(x, 0)"):
        submission.temperature_softmax(rng.uniform(-4.0, 4.0, 3), 0)
    with raises(ValueError, "temperature_softmax(x, 0.0)"):
        submission.temperature_softmax(rng.uniform(-4.0, 4.0, (2, 3)), 0.0)


@points(2)
@hint(en="A negative temperature is refused with a ValueError.", ko="온도가 음수이면 ValueError를 일으킵니다.")
def test_a_negative_temperature(submission, rng):
    with raises(ValueError, "temperature_softmax(x, -1)"):
        submission.temperature_softmax(rng.uniform(-4.0, 4.0, (2, 3)), -1)
    with raises(ValueError, "temperature_softmax(x, -0.001)"):
        submission.temperature_softmax(rng.uniform(-4.0, 4.0, 3), -0.001)


@points(1)
@hint(
    en="An empty batch is legal with a temperature too.",
    ko="온도가 있어도 빈 배치는 올바른 입력입니다.",
)
def test_an_empty_batch_with_a_temperature(submission):
    assert_shape(submission.temperature_softmax(np.zeros((0, 4)), 2.0), (0, 4), what="temperature_softmax(np.zeros((0, 4)), 2.0)")


@points(1)
@hint(
    en="Dividing with /= writes into the caller's array; x / t makes a new one.",
    ko="/=로 나누면 호출한 쪽의 배열이 바뀝니다. x / t는 새 배열을 만듭니다.",
)
def test_a_temperature_leaves_the_scores_alone(submission, reference, rng):
    x = rng.uniform(-4.0, 4.0, (2, 3))
    got = assert_unchanged(submission.temperature_softmax, x, 2.0)
    compare(got, reference.temperature_softmax(x, 2.0), "temperature_softmax(x, 2.0)")
