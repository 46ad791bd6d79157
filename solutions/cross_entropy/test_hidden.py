"""The hidden suite of `cross_entropy`.

From logits, values are judged to 1e-9 absolute and 1e-7 relative. The losses that take probabilities have to survive ln 0, and the
usual cures (clip at, or add, an epsilon) move the loss of a sample by epsilon / p: there the tolerance has room for an epsilon of 1e-7,
the largest in common use, and probabilities stay well away from 0 except where 0 itself is the point.
"""

import math

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_scalar, assert_stable, assert_true, assert_unchanged, hint, points, raises

PROBS = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])
LOGITS = np.array([[5.0, 3.0, 1.0], [1.0, 2.0, 3.0]])
CURVE = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0]
SHAPES = [(1, 3), (5, 4), (4, 4)]
OTHER_LENGTHS = [((4, 3), (5,)), ((4, 3), (1,))]
OTHER_RANKS = [((4, 3), (4, 1)), ((4, 3), (4, 3)), ((3,), (1,))]


def compare(actual, expected, what, atol=1e-9):
    assert_close(actual, expected, what=what, atol=atol, rtol=1e-7)


def compare_loss(actual, expected, true_probs, what):
    """Compare the mean loss of samples whose true answers had true_probs, with room for an epsilon of 1e-7."""
    compare(actual, expected, what, atol=1e-9 + 2e-7 * float(np.mean(1.0 / np.asarray(true_probs))))


def assert_finite_and_at_least(actual, bound, what):
    loss = assert_scalar(actual, what=what)
    assert_true(
        math.isfinite(loss) and loss >= bound,
        Text(
            f"{what} is {loss:.6g}, but a true answer has probability 0: it should be finite and at least {bound:.6g}",
            f"{what}의 값이 {loss:.6g}입니다. 정답의 확률이 0이므로 유한하면서 {bound:.6g} 이상이어야 합니다",
        ),
    )


def some_probs(rng, n, c):
    """Rows of probabilities, none below 0.03."""
    weights = rng.uniform(0.2, 1.0, (n, c))
    return weights / weights.sum(axis=1, keepdims=True)


def labels_of(rng, n, c):
    """Class numbers (n,), not all of them the same where n allows it."""
    labels = rng.integers(0, c, n)
    labels[-1] = (labels[0] + 1) % c
    return labels


# --- from probabilities


@points(3)
@hint(
    en="Only the probability of the true class counts: minus its logarithm, then the mean. See 'A worked example'.",
    ko="정답 클래스의 확률만 쓰입니다. 로그에 음의 부호를 붙인 뒤 평균을 구합니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example(submission):
    got = submission.cross_entropy(PROBS, np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))
    compare_loss(got, -(math.log(0.7) + math.log(0.3)) / 2, [0.7, 0.3], "cross_entropy(probs, targets)")


@points(2)
@hint(
    en="The mean runs over the n samples: not the sum, and not the mean over all n times c entries.",
    ko="평균은 샘플 n개에 대해 구합니다. 합이 아니며, n과 c를 곱한 개수로 나누는 것도 아닙니다.",
)
@pytest.mark.parametrize(("n", "c"), [(1, 3), (4, 3), (3, 5), (4, 4)])
def test_random_batches(submission, reference, rng, n, c):
    probs, labels = some_probs(rng, n, c), labels_of(rng, n, c)
    targets = np.eye(c)[labels]
    got = submission.cross_entropy(probs, targets)
    compare_loss(got, reference.cross_entropy(probs, targets), probs[np.arange(n), labels], "cross_entropy(probs, targets)")


@points(4)
@hint(
    en="The loss of one sample is the curve -ln p, the natural logarithm, over its whole length: 0 at p = 1, 3.9 at p = 0.02.",
    ko="한 샘플의 손실은 모든 구간에서 자연로그 곡선 -ln p를 따릅니다. p = 1에서 0, p = 0.02에서 3.9입니다.",
)
def test_the_curve_of_the_loss(submission, evidence):
    target = np.array([[1.0, 0.0]])
    got = [submission.cross_entropy(np.array([[p, 1.0 - p]]), target) for p in CURVE]
    expected = [0.0 - math.log(p) for p in CURVE]  # 0, not -0, at p = 1
    drawn = [_finite(each) for each in got]
    if any(each is not None for each in drawn):
        evidence(
            "curve",
            title={"en": "The loss of one sample", "ko": "한 샘플의 손실"},
            x_label={"en": "probability of the true class", "ko": "정답 클래스의 확률"},
            y_label={"en": "loss", "ko": "손실"},
            series=[
                {"label": {"en": "your loss", "ko": "제출한 함수의 손실"}, "x": CURVE, "y": drawn},
                {"label": {"en": "-ln p", "ko": "-ln p"}, "x": CURVE, "y": expected},
            ],
        )
    for p, loss, right in zip(CURVE, got, expected, strict=True):
        compare_loss(loss, right, [p], f"cross_entropy([[{p}, {1 - p:.2f}]], [[1, 0]])")


def _finite(value):
    """value as a finite float, or None where it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


@points(2)
@hint(en="One-hot targets may be integers.", ko="원-핫 타깃은 정수일 수 있습니다.")
def test_integer_targets(submission, reference, rng):
    probs, labels = some_probs(rng, 4, 3), labels_of(rng, 4, 3)
    targets = np.eye(3, dtype=np.int64)[labels]
    got = submission.cross_entropy(probs, targets)
    compare_loss(got, reference.cross_entropy(probs, targets), probs[np.arange(4), labels], "cross_entropy(probs, targets)")


@points(3)
@hint(
    en="0 for a class that is not the true one does no harm: its term is 0, not 0 times infinity.",
    ko="정답이 아닌 클래스의 확률이 0인 것은 문제가 되지 않습니다. 그 항은 0이며, 0과 무한대의 곱이 아닙니다.",
)
def test_zero_for_other_classes(submission):
    probs = np.array([[0.0, 1.0, 0.0], [0.5, 0.0, 0.5]])
    targets = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    compare_loss(submission.cross_entropy(probs, targets), math.log(2) / 2, [1.0, 0.5], "cross_entropy(probs, targets)")
    compare_loss(submission.cross_entropy(targets, targets), 0.0, [1.0, 1.0], "cross_entropy(targets, targets)")


@points(4)
@hint(
    en="The logarithm of 0 is minus infinity. Keep the probability above 0 first, but only just: the loss has to be at least 10.",
    ko="0의 로그는 음의 무한대입니다. 로그를 취하기 전에 확률을 아주 조금만 키우십시오. 손실은 10 이상이어야 합니다.",
)
def test_zero_for_the_true_class(submission):
    got = submission.cross_entropy(np.array([[0.0, 0.25, 0.75]]), np.array([[1.0, 0.0, 0.0]]))
    assert_finite_and_at_least(got, 10.0, "cross_entropy(probs, targets)")


@points(2)
@hint(
    en="One hopeless sample in a batch counts like the others: it is neither left out nor does it spoil them.",
    ko="배치에 확률이 0인 샘플이 있어도 다른 샘플과 똑같이 셉니다. 빼서도 안 되고 다른 샘플의 손실을 망쳐서도 안 됩니다.",
)
def test_one_hopeless_sample_in_a_batch(submission):
    probs = np.array([[0.8, 0.2], [0.0, 1.0], [0.4, 0.6], [0.5, 0.5]])
    targets = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    others = -(math.log(0.8) + math.log(0.6) + math.log(0.5))
    # A thousandth less than the bound leaves room for the epsilon in the other three losses.
    assert_finite_and_at_least(submission.cross_entropy(probs, targets), (10.0 + others) / 4 - 0.001, "cross_entropy(probs, targets)")


@points(2)
@hint(
    en="probs and targets both have the shape (n, c). Compare the shapes first: NumPy stretches (n, 1) and (1, c) without a word.",
    ko="probs와 targets의 모양은 모두 (n, c)입니다. 먼저 모양을 비교하십시오. NumPy는 (n, 1)과 (1, c)를 말없이 늘립니다.",
)
@pytest.mark.parametrize(
    "pairs",
    [[((4, 3), (5, 3)), ((4, 3), (4, 2))], [((4, 3), (4, 1)), ((4, 3), (1, 3))], [((4, 3), (4,)), ((3,), (1, 3))]],
    ids=["another size", "stretched", "another rank"],
)
def test_unequal_shapes(submission, pairs):
    for probs, targets in pairs:
        ones = np.zeros(targets)
        ones[..., 0] = 1.0
        with raises(ValueError, f"cross_entropy(probs: {probs}, targets: {targets})"):
            submission.cross_entropy(np.full(probs, 1 / 3), ones)


# --- two classes


@points(2)
@hint(
    en="-ln p where y is 1, -ln (1 - p) where y is 0, then the mean. See 'A worked example'.",
    ko="y가 1이면 -ln p, y가 0이면 -ln (1 - p)이며, 그 평균을 구합니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example_of_two_classes(submission):
    got = submission.binary_cross_entropy(np.array([0.9, 0.2, 0.6]), np.array([1, 0, 0]))
    compare_loss(got, -(math.log(0.9) + math.log(0.8) + math.log(0.4)) / 3, [0.9, 0.8, 0.4], "binary_cross_entropy(p, y)")


@points(3)
@hint(
    en="Each sample has two terms, one of which vanishes; the loss is the mean over the samples.",
    ko="샘플마다 두 항이 있고 그중 하나는 사라집니다. 손실은 샘플에 대한 평균입니다.",
)
@pytest.mark.parametrize("n", [1, 4, 9])
def test_random_answers(submission, reference, rng, n):
    p, y = rng.uniform(0.05, 0.95, n), labels_of(rng, n, 2)
    got = submission.binary_cross_entropy(p, y)
    compare_loss(got, reference.binary_cross_entropy(p, y), np.where(y == 1, p, 1 - p), "binary_cross_entropy(p, y)")


@points(2)
@hint(
    en="A 'no' that was answered with a small p has a small loss, too: that is what the second term is for.",
    ko="'아니요'에 작은 p로 답했다면 손실이 작아야 합니다. 둘째 항이 바로 그 역할을 합니다.",
)
def test_all_yes_and_all_no(submission, reference, rng):
    p = rng.uniform(0.05, 0.95, 5)
    for y in (np.ones(5), np.zeros(5)):
        got = submission.binary_cross_entropy(p, y)
        compare_loss(got, reference.binary_cross_entropy(p, y), np.where(y == 1, p, 1 - p), "binary_cross_entropy(p, y)")


@points(2)
@hint(
    en="Certain and right means a loss of 0: ln 0 stands in the term that vanishes, and must not turn it into nan.",
    ko="확신했고 맞았다면 손실은 0입니다. ln 0은 사라지는 항에 있으며, 이 때문에 nan이 되어서는 안 됩니다.",
)
def test_certain_and_right(submission):
    got = submission.binary_cross_entropy(np.array([1.0, 0.0, 1.0]), np.array([1, 0, 1]))
    compare_loss(got, 0.0, [1.0, 1.0, 1.0], "binary_cross_entropy(p, y)")


@points(2)
@hint(
    en="There are two logarithms: ln p is in danger at p = 0, ln (1 - p) at p = 1. Both need a finite loss of at least 10.",
    ko="로그가 두 개 있습니다. ln p는 p = 0에서, ln (1 - p)는 p = 1에서 위험합니다. 두 경우 모두 손실이 유한하면서 10 이상이어야 합니다.",
)
@pytest.mark.parametrize(("p", "y"), [(0.0, 1), (1.0, 0)])
def test_certain_and_wrong(submission, p, y):
    got = submission.binary_cross_entropy(np.array([p]), np.array([y]))
    assert_finite_and_at_least(got, 10.0, f"binary_cross_entropy([{p}], [{y}])")


@points(2)
@hint(
    en="p and y both have the shape (n,). With (n,) and (n, 1) NumPy would pair every p with every y.",
    ko="p와 y의 모양은 모두 (n,)입니다. (n,)과 (n, 1)을 함께 쓰면 NumPy는 모든 p를 모든 y와 짝짓습니다.",
)
@pytest.mark.parametrize("pairs", [[((4,), (5,)), ((4,), (1,))], [((4,), (4, 1)), ((4, 1), (4,))]], ids=["another length", "another rank"])
def test_unequal_shapes_of_two_classes(submission, pairs):
    for p, y in pairs:
        with raises(ValueError, f"binary_cross_entropy(p: {p}, y: {y})"):
            submission.binary_cross_entropy(np.full(p, 0.25), np.ones(y, dtype=np.int64))


# --- from logits


@points(2)
@hint(
    en="Softmax, the probability of the true class, minus its logarithm, the mean. See 'A worked example'.",
    ko="소프트맥스, 정답 클래스의 확률, 로그에 음의 부호, 평균의 순서입니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example_of_logits(submission):
    got = submission.cross_entropy_from_logits(LOGITS, np.array([0, 1]))
    # The documented figure is rounded to eight decimals.
    compare(got, 0.77526880, "cross_entropy_from_logits(logits, labels)", atol=1e-8)


@points(2)
@hint(
    en="For each row: log-sum-exp of the row minus the logit of its true class; then the mean.",
    ko="각 행에서 log-sum-exp 값에서 정답 클래스의 로짓을 빼고, 그 평균을 구합니다.",
)
@pytest.mark.parametrize(("n", "c"), SHAPES)
def test_random_logits(submission, reference, rng, n, c):
    logits, labels = rng.uniform(-4.0, 4.0, (n, c)), labels_of(rng, n, c)
    got = submission.cross_entropy_from_logits(logits, labels)
    compare(got, reference.cross_entropy_from_logits(logits, labels), "cross_entropy_from_logits(logits, labels)")


@points(1)
@hint(en="Logits may be whole numbers.", ko="로짓은 정수일 수 있습니다.")
def test_integer_logits(submission, reference, rng):
    logits, labels = rng.integers(-4, 5, (4, 3)), labels_of(rng, 4, 3)
    got = submission.cross_entropy_from_logits(logits, labels)
    compare(got, reference.cross_entropy_from_logits(logits, labels), "cross_entropy_from_logits(logits, labels)")


@points(2)
@hint(
    en="exp(710) is inf in float64, and the sum of exp(-800) is 0. Subtract each row's own maximum first.",
    ko="float64에서 exp(710)은 inf이고, exp(-800)을 더하면 0입니다. 먼저 각 행의 최댓값을 빼십시오.",
)
@pytest.mark.parametrize("centres", [(9990.0, 9990.0, 1000.0), (-9990.0, -9990.0, -1000.0), (9990.0, -9990.0, 0.0)])
def test_large_logits(submission, reference, rng, centres):
    logits, labels = np.array(centres)[:, np.newaxis] + rng.uniform(-4.0, 4.0, (3, 4)), labels_of(rng, 3, 4)
    got = assert_stable(submission.cross_entropy_from_logits, logits, labels)
    compare(got, reference.cross_entropy_from_logits(logits, labels), "cross_entropy_from_logits(logits, labels)")


@points(3)
@hint(
    en="A loss may be 20 000. A probability of e^-20000 is 0 in float64, so the way over probabilities loses it: use log-sum-exp.",
    ko="손실은 20,000이 될 수도 있습니다. 확률 e^-20000은 float64에서 0이므로 확률을 거치면 값을 잃습니다. log-sum-exp를 쓰십시오.",
)
def test_logits_far_apart(submission, reference):
    logits = np.array([[10000.0, -10000.0, 0.0], [0.0, 10000.0, 9999.0], [-60.0, 0.0, 5.0]])
    for labels in (np.array([1, 2, 0]), np.array([0, 1, 2])):
        got = assert_stable(submission.cross_entropy_from_logits, logits, labels)
        compare(got, reference.cross_entropy_from_logits(logits, labels), "cross_entropy_from_logits(logits, labels)")


@points(2)
@hint(
    en="logits have the shape (n, c) and labels the shape (n,), with the same n: anything else is a ValueError.",
    ko="logits의 모양은 (n, c), labels의 모양은 (n,)이고 n이 같아야 합니다. 그 밖에는 ValueError를 일으킵니다.",
)
@pytest.mark.parametrize("pairs", [OTHER_LENGTHS, OTHER_RANKS], ids=["another length", "another rank"])
def test_labels_that_do_not_fit(submission, pairs):
    for logits, labels in pairs:
        with raises(ValueError, f"cross_entropy_from_logits(logits: {logits}, labels: {labels})"):
            submission.cross_entropy_from_logits(np.zeros(logits), np.zeros(labels, dtype=np.int64))


# --- the gradient


@points(2)
@hint(
    en="Softmax minus one-hot, divided by the number of samples. See 'A worked example'.",
    ko="소프트맥스에서 원-핫을 빼고 샘플의 개수로 나눕니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example_of_the_gradient(submission):
    got = submission.cross_entropy_grad(LOGITS, np.array([0, 1]))
    expected = [[-0.06659333, 0.05865521, 0.00793812], [0.04501529, -0.37763576, 0.33262048]]
    compare(got, expected, "cross_entropy_grad(logits, labels)", atol=1e-8)


@points(2)
@hint(
    en="It is the gradient of the mean loss: one part in n from each sample, negative only for the true class.",
    ko="평균 손실의 기울기입니다. 각 샘플의 몫은 n분의 1이고, 정답 클래스에서만 음수입니다.",
)
@pytest.mark.parametrize(("n", "c"), SHAPES)
def test_random_gradients(submission, reference, rng, n, c):
    logits, labels = rng.uniform(-4.0, 4.0, (n, c)), labels_of(rng, n, c)
    got = submission.cross_entropy_grad(logits, labels)
    compare(got, reference.cross_entropy_grad(logits, labels), "cross_entropy_grad(logits, labels)")


@points(1)
@hint(
    en="Logits may be whole numbers; the gradient is float64 all the same.",
    ko="로짓이 정수여도 기울기는 float64입니다.",
)
def test_the_gradient_of_integer_logits(submission, reference, rng):
    logits, labels = rng.integers(-4, 5, (4, 3)), labels_of(rng, 4, 3)
    got = submission.cross_entropy_grad(logits, labels)
    compare(got, reference.cross_entropy_grad(logits, labels), "cross_entropy_grad(logits, labels)")


@points(3)
@hint(
    en="The softmax inside the gradient has to be the stable one, with each row's own maximum subtracted.",
    ko="기울기 안의 소프트맥스도 각 행의 최댓값을 빼는 안정적인 것이어야 합니다.",
)
def test_the_gradient_of_large_logits(submission, reference, rng):
    heights = np.array([[9990.0], [-9990.0], [0.0], [1000.0]]) + rng.uniform(-4.0, 4.0, (4, 3))
    far_apart = np.array([[10000.0, -10000.0, 0.0], [0.0, 9999.0, 10000.0]])
    for logits, labels in ((heights, labels_of(rng, 4, 3)), (far_apart, np.array([1, 1]))):
        got = assert_stable(submission.cross_entropy_grad, logits, labels)
        compare(got, reference.cross_entropy_grad(logits, labels), "cross_entropy_grad(logits, labels)")


@points(2)
@hint(
    en="The gradient checks its shapes as the loss does: logits (n, c), labels (n,), the same n.",
    ko="기울기 함수도 손실 함수처럼 모양을 검사합니다. logits는 (n, c), labels는 (n,)이고 n이 같아야 합니다.",
)
@pytest.mark.parametrize("pairs", [OTHER_LENGTHS, OTHER_RANKS], ids=["another length", "another rank"])
def test_labels_that_do_not_fit_the_gradient(submission, pairs):
    for logits, labels in pairs:
        with raises(ValueError, f"cross_entropy_grad(logits: {logits}, labels: {labels})"):
            submission.cross_entropy_grad(np.zeros(logits), np.zeros(labels, dtype=np.int64))


# --- all four


@points(1)
@hint(
    en="Operators such as -= and /=, and p[p == 0] = …, write into the caller's arrays.",
    ko="-=나 /= 같은 연산자와 p[p == 0] = …은 호출한 쪽의 배열을 고칩니다.",
)
@pytest.mark.parametrize("name", ["cross_entropy", "binary_cross_entropy", "cross_entropy_from_logits", "cross_entropy_grad"])
def test_arguments_are_not_changed(submission, reference, rng, name):
    labels = labels_of(rng, 3, 4)
    if name == "cross_entropy":
        probs, targets = some_probs(rng, 3, 4), np.eye(4)[labels]
        probs[0] = targets[0]
        arguments, true_probs = (probs, targets), probs[np.arange(3), labels]
    elif name == "binary_cross_entropy":
        p, y = np.append(rng.uniform(0.1, 0.9, 4), [0.0, 1.0]), np.array([0.0, 1.0, 1.0, 0.0, 0.0, 1.0])
        arguments, true_probs = (p, y), np.where(y == 1, p, 1 - p)
    else:
        arguments, true_probs = (rng.uniform(-4.0, 4.0, (3, 4)), labels), None
    got = assert_unchanged(getattr(submission, name), *arguments)
    expected = getattr(reference, name)(*arguments)
    if true_probs is None:
        compare(got, expected, name)
    else:
        compare_loss(got, expected, true_probs, name)


@points(3)
@hint(
    en="A call must not depend on the calls before it.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다.",
)
def test_calls_are_independent(submission, reference, rng):
    batches = [(rng.uniform(-4.0, 4.0, (3, 4)), labels_of(rng, 3, 4)) for _ in range(2)]
    for logits, labels in (batches[0], batches[1], batches[0]):
        probs, targets = some_probs(rng, 3, 4), np.eye(4)[labels]
        got = submission.cross_entropy(probs, targets)
        compare_loss(got, reference.cross_entropy(probs, targets), probs[np.arange(3), labels], "cross_entropy(probs, targets)")
        p, y = probs[:, 0], targets[:, 0]
        got = submission.binary_cross_entropy(p, y)
        compare_loss(got, reference.binary_cross_entropy(p, y), np.where(y == 1, p, 1 - p), "binary_cross_entropy(p, y)")
        got = submission.cross_entropy_from_logits(logits, labels)
        compare(got, reference.cross_entropy_from_logits(logits, labels), "cross_entropy_from_logits(logits, labels)")
        got = submission.cross_entropy_grad(logits, labels)
        compare(got, reference.cross_entropy_grad(logits, labels), "cross_entropy_grad(logits, labels)")
