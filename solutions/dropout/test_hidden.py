"""The hidden suite of `dropout`.

A generator crosses by its state, so submission and reference draw the same numbers. Masks are compared by value, whatever their dtype,
and dropout_backward gets masks of the dtype that the submission's own dropout returns: booleans, or zeros and ones. Outputs are judged by
the submission's own mask where the mask is not the point.
"""

import math

import numpy as np
import pytest

from gradekit.sandbox.answers import CallEnded
from gradekit.testing import (
    assert_binary,
    assert_close,
    assert_same,
    assert_shape,
    assert_unchanged,
    hint,
    points,
    raises,
)

PROBABILITIES = [0.2, 0.5, 0.96]
REFUSED = [1.5, -0.1, -1, 1, 1.0, 30.0, -1e-9]
UNITS = 4000
SIZES = np.array([1e-3, 1.0, -1e3, 1e4])


def generator(seed, draw=1):
    """A generator that is the same whenever it is asked for with the same numbers."""
    return np.random.default_rng([seed, draw])


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def compare_both(actual, expected):
    output, mask = actual
    assert_same(mask, expected[1], what="mask")
    compare(output, expected[0], "output")


def some_units(rng, shape):
    """Units well away from 0, so that a dropped one shows."""
    return rng.uniform(0.5, 3.0, shape) * rng.choice([-1.0, 1.0], shape)


def as_own(submission, mask):
    """mask in the dtype of the masks that the submission makes itself; as it is, boolean, where dropout gives none."""
    try:
        _, own = submission.dropout(np.ones(2), 0.5, np.random.default_rng(1))
        return mask.astype(own.dtype) if own.dtype.kind in "biuf" else mask
    except (CallEnded, TypeError, ValueError, AttributeError):
        return mask


def compare_backward(submission, reference, grad, mask, p):
    got = submission.dropout_backward(grad, as_own(submission, mask), p)
    compare(got, reference.dropout_backward(grad, mask, p), f"dropout_backward(grad, mask, {p})")


# --- training


@points(2)
@hint(
    en="The mask is rng.random(x.shape) >= p: a number for each unit, and p is the probability to drop.",
    ko="마스크는 rng.random(x.shape) >= p입니다. 유닛마다 수를 하나씩 뽑으며, p는 끌 확률입니다.",
)
@pytest.mark.parametrize("p", PROBABILITIES)
def test_the_mask(submission, reference, rng, seed, p):
    x = some_units(rng, (12, 10))
    for units, share in ((x, p), (some_units(rng, UNITS), p / 16)):
        _, mask = submission.dropout(units, share, generator(seed))
        assert_same(mask, reference.dropout(units, share, generator(seed))[1], what="mask")


@points(2)
@hint(
    en="A unit stays where the number drawn is at least p, so also where it is exactly p.",
    ko="뽑은 수가 p 이상이면 유닛이 남습니다. 정확히 p와 같을 때에도 남습니다.",
)
def test_a_draw_equal_to_p(submission, reference, rng, seed):
    x = some_units(rng, (4, 3))
    p = float(np.median(generator(seed).random((4, 3)).ravel()[:5]))  # of an odd number of draws the median is one of them
    compare_both(submission.dropout(x, p, generator(seed)), reference.dropout(x, p, generator(seed)))


@points(3)
@hint(
    en="What stays is divided by 1 - p, what is dropped is 0. See 'A worked example'.",
    ko="남은 것은 1 - p로 나누고, 끈 것은 0입니다. '풀이 예제'를 보십시오.",
)
@pytest.mark.parametrize("p", PROBABILITIES)
def test_the_output(submission, rng, seed, p):
    x = some_units(rng, (12, 40)) * np.repeat(SIZES, 10)
    output, mask = submission.dropout(x, p, generator(seed))
    assert_shape(mask, x.shape, what="mask")
    assert_binary(mask, what="mask")
    compare(output, np.where(np.asarray(mask) == 1, x / (1 - p), 0.0), "output")


@points(1)
@hint(en="x may have any shape; output and mask have the same.", ko="x의 모양은 임의이며, 출력과 마스크의 모양도 이와 같습니다.")
@pytest.mark.parametrize("shape", [(5, 1), (1, 1), (2, 3, 2, 4), "transposed"])
def test_other_shapes(submission, reference, rng, seed, shape):
    x = some_units(rng, (3, 5)).T if shape == "transposed" else some_units(rng, shape)
    beyond = float(np.nextafter(generator(seed).random(x.shape).max(), 1.0))  # so large that no unit is kept
    for p in (0.4, beyond):
        compare_both(submission.dropout(x, p, generator(seed)), reference.dropout(x, p, generator(seed)))


@points(4)
@hint(en="p = 0 is legal: everything stays, as it is.", ko="p = 0도 올바른 값입니다. 모든 유닛이 그대로 남습니다.")
def test_a_probability_of_zero(submission, rng, seed):
    x = some_units(rng, (4, 5))
    for p in (0.0, 0):
        compare_both(submission.dropout(x, p, generator(seed)), (x, np.ones((4, 5))))


@points(2)
@hint(
    en="training=True is the default, and may be given by position or by name.",
    ko="training의 기본값은 True이며, 위치로 줄 수도 있고 이름으로 줄 수도 있습니다.",
)
def test_training_said_aloud(submission, reference, rng, seed):
    x = some_units(rng, (5, 5))
    expected = reference.dropout(x, 0.3, generator(seed))
    compare_both(submission.dropout(x, 0.3, generator(seed), True), expected)
    compare_both(submission.dropout(x, 0.3, generator(seed), training=True), expected)


@points(3)
@hint(
    en="x may hold integers, zeros among them; the output is float64 all the same, for 3 / 0.8 is no whole number.",
    ko="x에 0을 포함한 정수가 들어 있어도 출력은 float64입니다. 3 / 0.8은 정수가 아니기 때문입니다.",
)
def test_integer_units(submission, reference, rng, seed):
    x = rng.integers(1, 9, (5, 4))
    x[0] = 0  # a unit that is 0 by itself has not been dropped
    for units in (x, 1000 * x):
        compare_both(submission.dropout(units, 0.2, generator(seed)), reference.dropout(units, 0.2, generator(seed)))


@points(3)
@hint(
    en="An empty batch of shape (0, d) gives an empty output and an empty mask of that shape.",
    ko="모양이 (0, d)인 빈 배치를 받으면 같은 모양의 빈 출력과 빈 마스크를 반환합니다.",
)
def test_an_empty_batch(submission, seed):
    output, mask = submission.dropout(np.zeros((0, 4)), 0.5, generator(seed))
    assert_shape(output, (0, 4), what="output")
    assert_shape(mask, (0, 4), what="mask")


@points(3)
@hint(
    en="With the scaling the average over many units is what it was without dropout. See 'Hint 2'.",
    ko="크기를 조정하면 많은 유닛의 평균이 드롭아웃을 쓰지 않을 때와 같습니다. '힌트 2'를 보십시오.",
)
def test_the_average_stays(submission, rng, seed, evidence):
    x = rng.uniform(0.5, 1.5, UNITS)
    answers = [submission.dropout(x, p, generator(seed))[0] for p in PROBABILITIES]
    answers.append(submission.dropout(x, 0.5, generator(seed), training=False)[0])
    averages = [average(each) for each in answers]
    evidence(
        "bars",
        title={"en": "The average of many units", "ko": "많은 유닛의 평균"},
        labels=[f"p = {p}" for p in PROBABILITIES] + ["training=False"],
        got=averages,
        expected=[float(x.mean())] * len(answers),
    )
    for p, answer in zip([*PROBABILITIES, 0.0], answers, strict=True):
        assert_shape(answer, x.shape, what="output")
        # Six standard errors of a mean of units that are kept with probability 1 - p.
        room = 6 * math.sqrt(1.1 * p / (1 - p) / UNITS) + 1e-9
        assert_close(np.mean(np.asarray(answer, dtype=np.float64)), x.mean(), what=f"output.mean() (p = {p})", atol=room)


def average(answer):
    """The mean of an answer, or None where it has none."""
    try:
        value = float(np.mean(np.asarray(answer, dtype=np.float64)))
    except (TypeError, ValueError):
        return None
    return value if math.isfinite(value) else None


# --- not training


@points(3)
@hint(
    en="When the network is used, nothing is dropped and nothing is scaled: inverted dropout has done that in training.",
    ko="신경망을 사용할 때에는 끄지도 않고 키우지도 않습니다. 역 드롭아웃은 그 일을 학습할 때 이미 했습니다.",
)
@pytest.mark.parametrize("p", [0.0, 0.5, 0.9])
def test_not_training(submission, rng, seed, p):
    x = some_units(rng, (4, 5))
    compare_both(submission.dropout(x, p, generator(seed), training=False), (x, np.ones((4, 5))))


@points(2)
@hint(en="training is the fourth argument, too.", ko="training은 네 번째 인수이기도 합니다.")
def test_not_training_by_position(submission, rng, seed):
    x = some_units(rng, 6)
    compare_both(submission.dropout(x, 0.7, generator(seed), False), (x, np.ones(6)))


@points(3)
@hint(
    en="Integers, single units and empty batches are left as they are when the network is used.",
    ko="신경망을 사용할 때에는 정수, 유닛 하나, 빈 배치도 그대로 둡니다.",
)
def test_not_training_with_other_arrays(submission, rng, seed):
    for x in (
        rng.integers(-4, 5, (3, 2)),
        some_units(rng, (1, 1)),
        np.zeros((0, 3)),
        some_units(rng, (3, 4)).T,
        some_units(rng, (2, 4)) * SIZES,
    ):
        compare_both(submission.dropout(x, 0.5, generator(seed), training=False), (x, np.ones(x.shape)))


# --- the way back


@points(3)
@hint(
    en="The gradient passes where the unit was on, scaled as the unit was, and is 0 where it was off.",
    ko="기울기는 켜져 있던 유닛에서만 그 유닛과 같은 비율로 커져 지나가고, 꺼진 유닛에서는 0입니다.",
)
@pytest.mark.parametrize("p", PROBABILITIES)
def test_backward(submission, reference, rng, p):
    # The scale comes from p alone, so the mask may well keep more units than p would.
    compare_backward(submission, reference, some_units(rng, (6, 5)), rng.random((6, 5)) >= p / 2, p)


@points(3)
@hint(
    en="Every gradient is scaled by the same factor, whether it is tiny, huge or 0.",
    ko="기울기가 아주 작든 크든 0이든 같은 비율로 조정합니다.",
)
def test_backward_of_all_sizes(submission, reference, rng):
    for sizes, p in (([0.0, 1e-3, 1.0, 1e4], 0.4), ([1.0, 1e-3, 1e3, 10.0], 0.999)):
        grad = some_units(rng, (5, 4)) * np.array(sizes)
        compare_backward(submission, reference, grad, rng.permuted(np.arange(20).reshape(5, 4) % 5 < 3, axis=0), p)


@points(4)
@hint(
    en="Your own mask goes into dropout_backward as it came out of dropout: the scaling must come in once, not twice.",
    ko="dropout이 반환한 마스크를 그대로 dropout_backward에 넘깁니다. 크기 조정은 두 번이 아니라 한 번만 해야 합니다.",
)
def test_there_and_back(submission, rng, seed):
    x, grad = some_units(rng, (5, 4)), some_units(rng, (5, 4))
    output, mask = submission.dropout(x, 0.25, generator(seed))
    assert_shape(output, x.shape, what="output")
    # The output is linear in x: output / x is the factor by which each gradient comes back.
    factors = np.asarray(output, dtype=np.float64) / x
    compare(submission.dropout_backward(grad, mask, 0.25), grad * factors, "dropout_backward(grad, mask, 0.25)")
    compare(factors[factors != 0], np.full(np.count_nonzero(factors), 4 / 3), "output[mask] / x[mask]")


@points(4)
@hint(
    en="A gradient may hold integers; the result is float64 all the same.",
    ko="기울기에 정수가 들어 있어도 결과는 float64입니다.",
)
def test_backward_of_integers(submission, reference, rng):
    compare_backward(submission, reference, rng.integers(1, 9, (5, 4)), rng.random((5, 4)) >= 0.3, 0.3)


@points(2)
@hint(en="With p = 0 the gradient passes as it is.", ko="p = 0이면 기울기가 그대로 지나갑니다.")
def test_backward_with_a_probability_of_zero(submission, rng):
    grad = some_units(rng, (3, 4))
    for p in (0.0, 0):
        mask = as_own(submission, np.ones((3, 4), dtype=bool))
        compare(submission.dropout_backward(grad, mask, p), grad, f"dropout_backward(grad, mask, {p})")


@points(4)
@hint(
    en="Gradients may have any shape; an empty batch gives an empty gradient of its shape.",
    ko="기울기의 모양은 임의입니다. 빈 배치에서는 같은 모양의 빈 기울기를 반환합니다.",
)
def test_backward_of_other_shapes(submission, reference, rng):
    for shape in ((7,), (1, 1), (2, 3, 4), (5, 5)):
        compare_backward(submission, reference, some_units(rng, shape), rng.random(shape) >= 0.3, 0.6)
    for grad, mask in ((some_units(rng, (3, 5)).T, rng.random((5, 3))), (some_units(rng, (5, 3)), rng.random((3, 5)).T)):
        compare_backward(submission, reference, grad, mask >= 0.3, 0.6)
    empty = submission.dropout_backward(np.zeros((0, 3)), as_own(submission, np.zeros((0, 3), dtype=bool)), 0.6)
    assert_shape(empty, (0, 3), what="dropout_backward(np.zeros((0, 3)), mask, 0.6)")


@points(2)
@hint(
    en="Every unit may have been dropped, or none: the mask decides, not p.",
    ko="모든 유닛이 꺼졌을 수도 있고 하나도 꺼지지 않았을 수도 있습니다. p가 아니라 마스크로 정해집니다.",
)
def test_backward_with_extreme_masks(submission, reference, rng):
    grad = some_units(rng, (3, 4))
    for mask in (np.zeros((3, 4), dtype=bool), np.ones((3, 4), dtype=bool)):
        compare_backward(submission, reference, grad, mask, 0.5)


# --- what is refused


@points(4)
@hint(
    en="p has to be at least 0 and below 1; with p = 1 nothing would be left to scale.",
    ko="p는 0 이상이고 1보다 작아야 합니다. p = 1이면 키울 것이 남지 않습니다.",
)
def test_a_refused_probability(submission, rng, seed):
    x = some_units(rng, (3, 4))
    for p in REFUSED:
        with raises(ValueError, f"dropout(x, {p}, rng)"):
            submission.dropout(x, p, generator(seed))
    with raises(ValueError, "dropout(np.zeros((0, 4)), 1.0, rng)"):
        submission.dropout(np.zeros((0, 4)), 1.0, generator(seed))


@points(4)
@hint(
    en="The check of p comes first, whether it is training or not.",
    ko="학습 중이든 아니든 p를 먼저 검사합니다.",
)
def test_a_refused_probability_when_not_training(submission, rng, seed):
    x = some_units(rng, (3, 4))
    for p in REFUSED:
        with raises(ValueError, f"dropout(x, {p}, rng, training=False)"):
            submission.dropout(x, p, generator(seed), training=False)


@points(4)
@hint(en="dropout_backward checks p, too.", ko="dropout_backward도 p를 검사합니다.")
def test_a_refused_probability_on_the_way_back(submission, rng):
    grad, mask = some_units(rng, (3, 4)), np.ones((3, 4), dtype=bool)
    for p in REFUSED:
        with raises(ValueError, f"dropout_backward(grad, mask, {p})"):
            submission.dropout_backward(grad, mask, p)
    with raises(ValueError, "dropout_backward(np.zeros((0, 4)), mask, 1.0)"):
        submission.dropout_backward(np.zeros((0, 4)), np.zeros((0, 4), dtype=bool), 1.0)


# --- arguments and calls


@points(2)
@hint(
    en="x[~mask] = 0 and operators such as *= write into the caller's array.",
    ko="x[~mask] = 0과 *= 같은 연산자는 호출한 쪽의 배열을 고칩니다.",
)
@pytest.mark.parametrize("training", [True, False])
def test_units_are_not_changed(submission, reference, rng, seed, training):
    x = some_units(rng, (4, 5))
    got = assert_unchanged(submission.dropout, x, 0.5, generator(seed), training)
    compare_both(got, reference.dropout(x, 0.5, generator(seed), training))


@points(2)
@hint(
    en="grad *= mask writes into the caller's gradient.",
    ko="grad *= mask는 호출한 쪽의 기울기를 고칩니다.",
)
def test_gradients_are_not_changed(submission, reference, rng):
    grad, mask = some_units(rng, (4, 5)), rng.random((4, 5)) >= 0.5
    got = assert_unchanged(submission.dropout_backward, grad, as_own(submission, mask), 0.5)
    compare(got, reference.dropout_backward(grad, mask, 0.5), "dropout_backward(grad, mask, 0.5)")


@points(4)
@hint(
    en="A call must not depend on the calls before it, and all randomness comes from the generator that is handed over.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다. 모든 무작위성은 넘겨받은 생성기에서 나옵니다.",
)
def test_calls_are_independent(submission, reference, rng, seed):
    x, grad = some_units(rng, (4, 5)), some_units(rng, (4, 5))
    for draw in (1, 2, 1):
        mask = rng.random((4, 5)) >= 0.5  # of another pass than the last one
        own_mask = as_own(submission, mask)
        compare_both(submission.dropout(x, 0.5, generator(seed, draw)), reference.dropout(x, 0.5, generator(seed, draw)))
        got = submission.dropout_backward(grad, own_mask, 0.5)
        compare(got, reference.dropout_backward(grad, mask, 0.5), "dropout_backward(grad, mask, 0.5)")
