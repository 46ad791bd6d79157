"""The hidden suite of `multilabel`.

Losses are judged to 1e-9, absolute plus relative, for logits up to 1e4: whatever the order of the calculation, float64 has no more than
1e-12 of error here, and float32 shows. The catalogue promises a stable loss, not a stable `predict`: there no logit is beyond 700, where
exp is still finite, and no warning is looked for. Except for 0 at the threshold 0.5, where every sigmoid is exact, no logit is within
rounding of a threshold.
"""

import math

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_same, assert_shape, assert_stable, assert_unchanged, hint, points

LOGITS = np.array([[2.2, -1.5, 1.4], [-1.0, 0.0, -3.0]])
TARGETS = np.array([[1, 0, 1], [0, 0, 0]])
SHAPES = [(1, 3), (5, 4), (4, 4), (3, 1)]
CURVE = [-6.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 6.0]


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-9)


def logits_of(rng, n, c):
    """Logits of moderate size, none of them near 0."""
    return rng.uniform(0.05, 4.0, (n, c)) * rng.choice([-1.0, 1.0], (n, c))


def special(rng):
    """Logits of two classes or one, of more pictures than classes, that repeat, are 0, lie by columns, or are all of one sign."""
    logits = logits_of(rng, 7, 2)
    yield logits[:2]
    yield np.insert(logits, 3, [logits[0], [0.0, 0.0]], axis=0)
    yield np.asfortranarray(logits_of(rng, 4, 3))
    yield np.zeros((2, 3))
    yield -np.abs(logits)
    yield np.abs(logits_of(rng, 1, 5))
    yield np.array([[1.25]])
    yield np.array([[-0.75]])


# --- predict


@points(5)
@hint(
    en="A cat and a lion in one picture: both outputs are 1. See 'A worked example'.",
    ko="한 그림에 고양이와 사자가 함께 있으면 두 출력이 모두 1입니다. '풀이 예제'를 보십시오.",
)
def test_a_cat_and_a_lion(submission):
    assert_same(
        submission.predict(LOGITS),
        [[1, 0, 1], [0, 1, 0]],
        what=Text("predict(logits) of the worked example", "풀이 예제의 predict(logits)"),
    )


@points(3)
@hint(
    en="Every logit has a sigmoid of its own; the answer has the shape of the logits.",
    ko="로짓마다 시그모이드를 따로 적용하며, 결과의 모양은 로짓과 같습니다.",
)
@pytest.mark.parametrize(("n", "c"), SHAPES)
def test_random_logits(submission, reference, rng, n, c):
    logits = logits_of(rng, n, c)
    assert_same(submission.predict(logits), reference.predict(logits), what="predict(logits)")


@points(5)
@hint(
    en="A row may have any number of ones, none and all included: the classes do not compete.",
    ko="한 행에 1이 하나도 없을 수도, 모두 1일 수도 있습니다. 클래스는 서로 겨루지 않습니다.",
)
def test_classes_do_not_compete(submission):
    logits = np.array([[3.0, 2.0, 1.0, 0.5], [-3.0, -2.0, -1.0, -0.5], [0.1, 9.0, 0.1, -0.1], [-9.0, -0.1, -9.0, -9.0]])
    expected = [[1, 1, 1, 1], [0, 0, 0, 0], [1, 1, 1, 0], [0, 0, 0, 0]]
    assert_same(submission.predict(logits), expected, what="predict(logits)")
    assert_same(submission.predict(np.array([[2.0], [-2.0]])), [[1], [0]], what="predict([[2], [-2]])")


@points(6)
@hint(
    en="sigmoid(0) is exactly 0.5, and a probability equal to the threshold gives 1.",
    ko="sigmoid(0)은 정확히 0.5이며, 확률이 임계값과 같으면 1입니다.",
)
def test_a_probability_equal_to_the_threshold(submission):
    logits = np.array([[0.0, -0.0, 2.0**-20], [-(2.0**-20), 0.0, -1.0]])
    assert_same(
        submission.predict(logits),
        [[1, 1, 1], [0, 1, 0]],
        what=Text("predict(logits) with logits of 0", "로짓에 0이 있을 때의 predict(logits)"),
    )
    assert_same(
        submission.predict(logits, 0.5),
        [[1, 1, 1], [0, 1, 0]],
        what=Text("predict(logits, 0.5) with logits of 0", "로짓에 0이 있을 때의 predict(logits, 0.5)"),
    )


@points(3)
@hint(
    en="It is the probability that is compared with the threshold, not the logit.",
    ko="임계값과 비교할 것은 로짓이 아니라 확률입니다.",
)
@pytest.mark.parametrize("threshold", [0.05, 0.3, 0.9])
def test_other_thresholds(submission, reference, rng, threshold):
    border = math.log(threshold / (1 - threshold))
    logits = np.concatenate([border + logits_of(rng, 3, 4), border + np.array([[-1e-6, 1e-6, -0.01, 0.01]])])
    expected = reference.predict(logits, threshold)
    assert_same(submission.predict(logits, threshold=threshold), expected, what=f"predict(logits, threshold={threshold})")
    assert_same(submission.predict(logits[::-1], threshold), expected[::-1], what=f"predict(logits, {threshold})")


@points(3)
@hint(en="Logits may be whole numbers; their sigmoids are not.", ko="로짓은 정수일 수 있지만 시그모이드의 값은 실수입니다.")
def test_integer_logits(submission, reference, rng):
    logits = np.concatenate([rng.integers(-4, 5, (3, 4)), [[0, 1, -1, 2]]])
    assert_same(
        submission.predict(logits), reference.predict(logits), what=Text("predict(logits) of integers", "정수에 대한 predict(logits)")
    )
    assert_same(
        submission.predict(logits, 0.8),
        reference.predict(logits, 0.8),
        what=Text("predict(logits, 0.8) of integers", "정수에 대한 predict(logits, 0.8)"),
    )


@points(2)
@hint(
    en="However large a logit is, only its side of the threshold counts. The logits themselves are not changed.",
    ko="로짓이 아무리 커도 임계값의 어느 쪽에 있는지만 중요합니다. 로짓 자체는 바꾸지 않습니다.",
)
def test_large_logits(submission, reference):
    logits = np.array([[700.0, -700.0, 60.0], [-60.0, 300.0, -300.0]])
    assert_same(
        assert_unchanged(submission.predict, logits),
        [[1, 0, 1], [0, 1, 0]],
        what=Text("predict(logits) of large logits", "큰 로짓에 대한 predict(logits)"),
    )


@points(2)
@hint(
    en="Pictures may repeat, their logits be 0 or all of one sign, and there may be one class only. The rule stays the same.",
    ko="같은 그림이 반복될 수도, 로짓이 0이거나 부호가 모두 같을 수도, 클래스가 하나뿐일 수도 있습니다. 그래도 규칙은 그대로입니다.",
)
def test_special_predictions(submission, reference, rng):
    for logits in special(rng):
        assert_same(submission.predict(logits), reference.predict(logits), what="predict(logits)")
        assert_same(submission.predict(logits, 0.001), reference.predict(logits, 0.001), what="predict(logits, 0.001)")
        assert_same(submission.predict(logits, 0.999), reference.predict(logits, 0.999), what="predict(logits, 0.999)")


@points(2)
@hint(
    en="An empty batch of shape (0, c) gives an empty answer of shape (0, c).",
    ko="모양이 (0, c)인 빈 배치에는 모양이 (0, c)인 빈 결과를 반환합니다.",
)
def test_an_empty_batch(submission):
    assert_shape(submission.predict(np.zeros((0, 3))), (0, 3), what=Text("predict of an empty batch", "빈 배치에 대한 predict"))


@points(4)
@hint(
    en="Each call depends on its own arguments only, its threshold included, and changes none of them.",
    ko="결과는 임계값을 포함하여 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다.",
)
def test_every_prediction_stands_alone(submission, reference, rng):
    first, second = logits_of(rng, 3, 4), logits_of(rng, 3, 4)
    for logits, given in ((first, (0.8,)), (second, ()), (first, ()), (first, (0.8,))):
        got = assert_unchanged(submission.predict, logits, *given)
        assert_same(got, reference.predict(logits, *given), what="predict(logits, 0.8)" if given else "predict(logits)")


# --- multilabel_loss


@points(5)
@hint(
    en="Compare with the table in 'A worked example': sum the classes of a picture, then take the mean of the pictures.",
    ko="'풀이 예제'의 표와 비교하십시오. 그림마다 클래스의 손실을 더한 뒤 그림에 대한 평균을 구합니다.",
)
def test_the_worked_example(submission, reference):
    got = submission.multilabel_loss(LOGITS, TARGETS)
    compare(got, reference.multilabel_loss(LOGITS, TARGETS), "multilabel_loss(logits, targets)")


@points(3)
@hint(
    en="A sum over the c classes and a mean over the n samples, with both terms for every class.",
    ko="클래스 c개에 대한 합이고 샘플 n개에 대한 평균이며, 클래스마다 두 항이 모두 있습니다.",
)
@pytest.mark.parametrize(("n", "c"), SHAPES)
def test_random_losses(submission, reference, rng, n, c):
    logits, targets = logits_of(rng, n, c), rng.integers(0, 2, (n, c)).astype(np.float64)
    targets.flat[:2] = 1.0, 0.0
    compare(submission.multilabel_loss(logits, targets), reference.multilabel_loss(logits, targets), "multilabel_loss(logits, targets)")


@points(5)
@hint(
    en="A picture of nothing costs something too: the network should have said no, to each class.",
    ko="아무것도 없는 그림에도 손실이 있습니다. 모든 클래스에 아니요라고 답했어야 하기 때문입니다.",
)
def test_pictures_of_nothing_and_of_everything(submission, reference, rng):
    logits = logits_of(rng, 3, 4)
    for targets in (np.zeros((3, 4)), np.ones((3, 4)), np.array([[0.0] * 4, [1.0] * 4, [0.0, 1.0, 1.0, 0.0]])):
        compare(submission.multilabel_loss(logits, targets), reference.multilabel_loss(logits, targets), "multilabel_loss(logits, targets)")


@points(2)
@hint(
    en="Pictures may repeat, their logits be 0 or all of one sign, and there may be one class only. The formula stays the same.",
    ko="같은 그림이 반복될 수도, 로짓이 0이거나 부호가 모두 같을 수도, 클래스가 하나뿐일 수도 있습니다. 그래도 수식은 그대로입니다.",
)
def test_special_losses(submission, reference, rng):
    for logits in special(rng):
        targets = rng.integers(0, 2, logits.shape).astype(np.float64)
        for truth in (np.asfortranarray(targets), 1 - targets, np.ones(logits.shape)):
            compare(submission.multilabel_loss(logits, truth), reference.multilabel_loss(logits, truth), "multilabel_loss(logits, targets)")


@points(5)
@hint(
    en="The picture shows your loss of one class over its logit: near 0 on the right side, a straight line on the wrong one.",
    ko="그림은 한 클래스의 손실을 로짓에 따라 그린 것입니다. 맞은 쪽에서는 0에 가깝고 틀린 쪽에서는 직선에 가깝습니다.",
)
def test_the_curve_of_the_loss(submission, reference, evidence):
    got = {t: [submission.multilabel_loss(np.array([[z]]), np.array([[t]])) for z in CURVE] for t in (1, 0)}
    drawn = {t: [finite(value) for value in values] for t, values in got.items()}
    if any(value is not None for values in drawn.values() for value in values):
        evidence(
            "curve",
            title={"en": "The loss of one class", "ko": "한 클래스의 손실"},
            x_label={"en": "logit", "ko": "로짓"},
            y_label={"en": "loss", "ko": "손실"},
            series=[
                {"label": {"en": f"your loss, target {t}", "ko": f"제출한 함수의 손실, 타깃 {t}"}, "x": CURVE, "y": values}
                for t, values in drawn.items()
            ],
        )
    for t, values in got.items():
        for z, value in zip(CURVE, values, strict=True):
            compare(value, reference.multilabel_loss(np.array([[z]]), np.array([[t]])), f"multilabel_loss([[{z:g}]], [[{t}]])")


def finite(value):
    """value as a finite float, or None where it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


@points(3)
@hint(en="Logits and targets may both be whole numbers.", ko="로짓과 타깃이 모두 정수일 수 있습니다.")
def test_integer_arrays(submission, reference, rng):
    logits, targets = rng.integers(-4, 5, (4, 3)), rng.integers(0, 2, (4, 3))
    compare(
        submission.multilabel_loss(logits, targets),
        reference.multilabel_loss(logits, targets),
        Text("multilabel_loss of integers", "정수에 대한 multilabel_loss"),
    )


@points(6)
@hint(
    en="Certain and wrong at a logit of 40 costs 40. Probabilities that are clipped, or rounded to 0 or 1, have lost that.",
    ko="로짓이 40일 때 확신하고 틀리면 손실이 40입니다. 확률을 자르거나 확률이 0이나 1로 반올림되면 이 값을 잃습니다.",
)
def test_certain_and_wrong(submission, reference, rng):
    sizes = np.array([[25.0, 30.0, 40.0], [100.0, 250.0, 600.0]]) + rng.uniform(-2.0, 2.0, (2, 3))
    for logits, targets in ((sizes, np.zeros((2, 3))), (-sizes, np.ones((2, 3))), (sizes, np.ones((2, 3)))):
        got = assert_unchanged(submission.multilabel_loss, logits, targets)
        compare(got, reference.multilabel_loss(logits, targets), Text("multilabel_loss of large logits", "큰 로짓에 대한 multilabel_loss"))


@points(4)
@hint(
    en="exp(710) is inf. Which exponential does the last line of 'The formula' take instead?",
    ko="exp(710)은 inf입니다. '수식'의 마지막 식에서는 대신 어떤 지수 함수를 씁니까?",
)
@pytest.mark.parametrize("sign", [1.0, -1.0], ids=["positive", "negative"])
def test_very_large_logits(submission, reference, rng, sign):
    logits = sign * np.array([[800.0, 5000.0, 10000.0], [720.0, 9000.0, 3.0]])
    for targets in (np.zeros((2, 3)), np.ones((2, 3)), np.array([[0, 1, 0], [1, 1, 0]]), np.array([[1, 0, 1], [0, 0, 1]])):
        got = assert_stable(submission.multilabel_loss, logits, targets)
        compare(
            got,
            reference.multilabel_loss(logits, targets),
            Text("multilabel_loss of very large logits", "아주 큰 로짓에 대한 multilabel_loss"),
        )


@points(4)
@hint(
    en="Each call depends on its own arguments only, and changes none of them.",
    ko="결과는 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다.",
)
def test_every_loss_stands_alone(submission, reference, rng):
    first, second = logits_of(rng, 3, 4), logits_of(rng, 3, 4)
    targets = np.array([[0.0, 1.0, 1.0, 0.0], [1.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.0, 1.0]])
    for logits, truth in ((first, targets), (second, targets), (first, 1 - targets), (first, targets)):
        got = assert_unchanged(submission.multilabel_loss, logits, truth)
        compare(got, reference.multilabel_loss(logits, truth), "multilabel_loss(logits, targets)")
