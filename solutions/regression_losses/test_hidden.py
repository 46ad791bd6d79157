"""The hidden suite of `regression_losses`.

The six functions are asked the same questions and judged one by one. Values are judged to 1e-9 absolute and 1e-7 relative.
"""

import numpy as np
import pytest

from gradekit.testing import assert_close, assert_stable, assert_unchanged, hint, points, raises

FUNCTIONS = ["errors", "sse", "mse", "mse_grad", "l1", "l2"]
SCORES = np.array([25.0, 50.0, 42.0, 61.0])
PREDICTED = np.array([27.0, 40.0, 53.0, 66.0])


def compare(actual, expected, name):
    assert_close(actual, expected, what=f"{name}(y, y_hat)", atol=1e-9, rtol=1e-7)


def drawn(rng, n):
    """n true values and n predictions, each prediction off by at least 0.1, to either side."""
    y = rng.uniform(-5.0, 5.0, n)
    return y, y + rng.uniform(0.1, 3.0, n) * np.where(rng.permutation(n) % 2, 1.0, -1.0)


def ask_random(submission, reference, rng, name):
    for n in (2, 3, 8, 150):
        y, y_hat = drawn(rng, n)
        compare(getattr(submission, name)(y, y_hat), getattr(reference, name)(y, y_hat), name)


def usable(value, n):
    """value as an array of n finite floats, or None."""
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):
        return None
    return array if array.shape == (n,) and array.dtype.kind in "biuf" and bool(np.isfinite(array).all()) else None


# --- the worked example


@points(5)
@hint(
    en="Follow 'A worked example', and mind the third sample: 42 - 53 is -11, not the -9 that the course document prints.",
    ko="'풀이 예제'를 따라가 보십시오. 셋째 샘플에 주의하십시오. 42 - 53은 강의 문서에 적힌 -9가 아니라 -11입니다.",
)
def test_errors_of_the_worked_example(submission, evidence):
    got = submission.errors(SCORES, PREDICTED)
    bars = usable(got, 4)
    if bars is not None:
        evidence(
            "bars",
            title={"en": "The errors of the worked example", "ko": "풀이 예제의 오차"},
            labels=["25 - 27", "50 - 40", "42 - 53", "61 - 66"],
            got=bars.tolist(),
            expected=[-2.0, 10.0, -11.0, -5.0],
        )
    compare(got, [-2.0, 10.0, -11.0, -5.0], "errors")


@points(5)
@hint(
    en="4 + 100 + 121 + 25. The document's 210 comes from its slip in the third error.",
    ko="4 + 100 + 121 + 25입니다. 강의 문서의 210은 셋째 오차의 실수에서 나온 값입니다.",
)
def test_sse_of_the_worked_example(submission):
    compare(submission.sse(SCORES, PREDICTED), 250.0, "sse")


@points(3)
@hint(en="The sum of the squares divided by the number of samples, 4.", ko="제곱의 합을 샘플의 개수 4로 나눕니다.")
def test_mse_of_the_worked_example(submission):
    compare(submission.mse(SCORES, PREDICTED), 62.5, "mse")


@points(3)
@hint(
    en="2 (ŷ - y) / n for each prediction: positive where the prediction is too large.",
    ko="예측값마다 2 (ŷ - y) / n입니다. 예측값이 너무 크면 양수입니다.",
)
def test_mse_grad_of_the_worked_example(submission):
    compare(submission.mse_grad(SCORES, PREDICTED), [1.0, -5.0, 5.5, 2.5], "mse_grad")


@points(3)
@hint(en="2 + 10 + 11 + 5: the magnitudes, then their sum.", ko="2 + 10 + 11 + 5입니다. 절댓값을 구한 뒤 더합니다.")
def test_l1_of_the_worked_example(submission):
    compare(submission.l1(SCORES, PREDICTED), 28.0, "l1")


@points(3)
@hint(en="The squares, then their sum; no root and no mean.", ko="제곱한 뒤 더합니다. 제곱근도 평균도 구하지 않습니다.")
def test_l2_of_the_worked_example(submission):
    compare(submission.l2(SCORES, PREDICTED), 250.0, "l2")


# --- random values


@points(3)
@hint(en="y minus y_hat, element by element, with its sign.", ko="원소마다 y에서 y_hat을 빼며 부호를 남깁니다.")
def test_errors(submission, reference, rng):
    ask_random(submission, reference, rng, "errors")


@points(3)
@hint(en="Square each error first, then add.", ko="오차를 하나씩 제곱한 다음 더합니다.")
def test_sse(submission, reference, rng):
    ask_random(submission, reference, rng, "sse")


@points(3)
@hint(en="The sum of the squared errors divided by n, and by nothing else.", ko="오차 제곱의 합을 n으로만 나눕니다.")
def test_mse(submission, reference, rng):
    ask_random(submission, reference, rng, "mse")


@points(3)
@hint(
    en="One component for each prediction. Check one with a small change of that prediction: see 'Hint 3'.",
    ko="예측값마다 성분이 하나씩 있습니다. 예측값 하나를 조금 바꾸어 확인해 보십시오. '힌트 3'을 보십시오.",
)
def test_mse_grad(submission, reference, rng):
    ask_random(submission, reference, rng, "mse_grad")


@points(3)
@hint(en="The sum of the magnitudes, not the magnitude of the sum.", ko="합의 절댓값이 아니라 절댓값의 합입니다.")
def test_l1(submission, reference, rng):
    ask_random(submission, reference, rng, "l1")


@points(3)
@hint(en="The sum of the squares of ŷ - y.", ko="ŷ - y를 제곱한 값의 합입니다.")
def test_l2(submission, reference, rng):
    ask_random(submission, reference, rng, "l2")


# --- special values


@points(1)
@hint(en="One sample is enough for every formula: n is 1.", ko="샘플이 하나여도 모든 수식이 성립합니다. n은 1입니다.")
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_single_sample(submission, reference, rng, name):
    for sign in (1.0, -1.0):
        y = rng.uniform(-5.0, 5.0, 1)
        y_hat = y + sign * rng.uniform(0.5, 3.0, 1)
        compare(getattr(submission, name)(y, y_hat), getattr(reference, name)(y, y_hat), name)


@points(1)
@hint(
    en="Perfect predictions have errors, losses and gradients of 0. A few perfect ones among others count as samples all the same.",
    ko="예측이 완벽하면 오차와 손실과 기울기가 모두 0입니다. 일부만 정확히 맞더라도 그 샘플 역시 개수에 들어갑니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_perfect_predictions(submission, reference, rng, name):
    y = rng.uniform(-5.0, 5.0, 4)
    partly = y + np.array([0.0, 0.25, -0.5, 0.0])
    zeros = np.zeros(4)
    for first, second in ((y, y.copy()), (y, partly), (zeros, partly), (partly, zeros)):
        compare(getattr(submission, name)(first, second), getattr(reference, name)(first, second), name)


@points(1)
@hint(
    en="Values may be whole numbers, one or both, of either sign; means and gradients are real numbers all the same.",
    ko="한쪽 또는 양쪽의 값이 정수일 수 있고 음수일 수도 있습니다. 그래도 평균과 기울기는 실수입니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_integer_values(submission, reference, rng, name):
    y = rng.integers(-9, 10, 7)
    whole = y + np.array([1, -2, 3, 4, -5, 6, -1])  # squares that sum to 92, so that neither mean nor gradient is whole
    halves = y + rng.integers(-9, 9, 7) + 0.5
    for first, second in ((y, whole[::-1].copy()), (y, whole), (y, halves), (halves, y), (y - 20, whole - 20)):
        compare(getattr(submission, name)(first, second), getattr(reference, name)(first, second), name)


@points(1)
@hint(
    en="Large values need nothing special: no limit, no clipping, no single precision.",
    ko="값이 크다고 해서 따로 할 일은 없습니다. 값을 제한하거나 잘라 내거나 단정밀도로 바꾸지 마십시오.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_large_values(submission, reference, rng, name):
    y, y_hat = rng.uniform(-1e4, 1e4, (2, 6))
    y[:2], y_hat[:2] = (1e4, -1e4), (-1e4, 1e4)
    close = y / 100 + rng.uniform(0.1, 0.2, 6)  # small differences of large values are what single precision loses
    tiny = y / 100 + 4e-4 * np.where(y_hat > 0, 1.0, -1.0)
    whole = rng.integers(60_000, 90_000, (2, 6)) * np.array([[1], [-1]])  # too large to be squared in 32 bits
    for first, second in ((y, y_hat), (y / 100, close), (y / 100, tiny), whole):
        got = assert_stable(getattr(submission, name), first, second)
        compare(got, getattr(reference, name)(first, second), name)


# --- what is refused


@points(1)
@hint(
    en="Compare y.shape with y_hat.shape before anything else: NumPy stretches (4,) with (1,) or (4, 1) without a word.",
    ko="무엇보다 먼저 y.shape와 y_hat.shape를 비교하십시오. NumPy는 (4,)를 (1,)이나 (4, 1)과 함께 쓰면 말없이 늘립니다.",
)
@pytest.mark.parametrize(
    "pairs",
    [
        [((4,), (5,)), ((5,), (4,)), ((4,), (1,)), ((1,), (4,))],
        [((4,), (4, 1)), ((4, 1), (4,)), ((4,), (1, 4)), ((1, 4), (4,)), ((1,), (1, 1))],
    ],
    ids=["another length", "another rank"],
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_unequal_shapes(submission, rng, name, pairs):
    for first, second in pairs:
        with raises(ValueError, f"{name}(y: {first}, y_hat: {second})"):
            getattr(submission, name)(rng.uniform(-5.0, 5.0, first), rng.uniform(-5.0, 5.0, second))


@points(1)
@hint(
    en="Without a single value there is nothing to measure: raise ValueError, rather than return 0, nan or an empty array.",
    ko="값이 하나도 없으면 잴 것이 없습니다. 0이나 nan, 빈 배열을 반환하지 말고 ValueError를 일으키십시오.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_empty_input(submission, name):
    with raises(ValueError, f"{name}([], [])"):
        getattr(submission, name)(np.zeros(0), np.zeros(0))
    for first, second in ((0, 1), (1, 0), (0, 4), (4, 0)):
        with raises(ValueError, f"{name}(y: ({first},), y_hat: ({second},))"):
            getattr(submission, name)(np.zeros(first), np.ones(second))


# --- good manners


@points(1)
@hint(
    en="Operators such as -= and **= write into the caller's arrays.",
    ko="-=나 **= 같은 연산자는 호출한 쪽의 배열을 고칩니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_arguments_are_not_changed(submission, reference, rng, name):
    whole = rng.permutation(np.arange(-4, 5))
    for y, y_hat in (drawn(rng, 5), (whole, whole[::-1].copy())):
        got = assert_unchanged(getattr(submission, name), y, y_hat)
        compare(got, getattr(reference, name)(y, y_hat), name)


@points(1)
@hint(
    en="The parameters are called y and y_hat, as in 'What to write'.",
    ko="매개변수의 이름은 '작성할 내용'과 같이 y와 y_hat입니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_arguments_by_name(submission, reference, rng, name):
    y, y_hat = drawn(rng, 4)
    compare(getattr(submission, name)(y_hat=y_hat, y=y), getattr(reference, name)(y, y_hat), name)


@points(1)
@hint(
    en="A call must not depend on the calls before it.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_calls_are_independent(submission, reference, rng, name):
    first, second, third = drawn(rng, 4), drawn(rng, 4), drawn(rng, 3)
    for y, y_hat in (first, second, first, third, (first[0], second[1])):
        compare(getattr(submission, name)(y, y_hat), getattr(reference, name)(y, y_hat), name)
