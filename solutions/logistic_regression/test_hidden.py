"""The hidden suite of `logistic_regression`.

Values are judged to 1e-9 absolute and 1e-7 relative. The catalogue does not promise a stable sigmoid here, so no |z| is beyond 700, where
exp is still finite, and no warning is looked for. Costs of probabilities near 0 have room for an epsilon of 1e-12, and so have the
gradients of nearly certain answers, which may come by way of a logarithm.
"""

import math
from functools import cache

import numpy as np
import pytest

from gradekit.testing import (
    Text,
    assert_close,
    assert_same,
    assert_scalar,
    assert_shape,
    assert_true,
    assert_unchanged,
    hint,
    points,
)

SCORES = np.array([[45], [50], [55], [60], [65], [70]])
PASSED = np.array([0, 0, 0, 1, 1, 1])
STANDARDISED = (SCORES - SCORES.mean()) / SCORES.std()
# Each input has labels of both classes: w and b stay moderate, however long it goes on.
TWICE_LABELLED = (np.array([[1.0, 0.5], [-0.5, 1.5]])[[0, 0, 0, 1, 1, 1]], np.array([1, 0, 1, 0, 0, 1]))
SHAPES = [(1, 3), (6, 1), (7, 4), (5, 5)]


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def parts(value, names, what):
    """value as the tuple it should be."""
    assert_true(
        isinstance(value, list | tuple) and len(value) == len(names),
        Text(
            f"{what} should return {len(names)} values: {', '.join(names)}",
            f"{what}은(는) 값 {len(names)}개({', '.join(names)})를 반환해야 합니다",
        ),
    )
    return value


def compare_gradients(value, expected):
    dw, db = parts(value, ["dw", "db"], "gradients(X, y, w, b)")
    compare(dw, expected[0], Text("the gradient of w", "w의 기울기"))
    compare(db, expected[1], Text("the gradient of b", "b의 기울기"))


def compare_weights(value, expected, what="fit(X, y)"):
    w, b, _ = parts(value, ["w", "b", "history"], what)
    compare(w, expected[0], Text(f"w of {what}", f"{what}의 w"))
    compare(b, expected[1], Text(f"b of {what}", f"{what}의 b"))


def compare_fit(value, expected, what):
    compare_weights(value, expected, what)
    compare(value[2], expected[2], Text(f"the history of {what}", f"{what}의 history"))


def a_model(rng, n, d):
    """X, w and b with logits of moderate size and none within rounding of 0."""
    return rng.uniform(-2.0, 2.0, (n, d)), rng.uniform(-1.5, 1.5, d), float(rng.uniform(-1.0, 1.0))


def special(rng):
    """X, w and b: samples and weights that repeat, are 0, large, of one sign, or lie by columns; few samples, many features."""
    X, w, b = a_model(rng, 6, 3)
    yield np.insert(X, 2, [X[0], np.zeros(3)], axis=0), w, b
    yield np.asfortranarray(X), w, 0.0
    yield np.abs(X) + 0.1, -np.abs(w), b
    yield -np.abs(X) - 0.1, np.full(3, 0.75), 1.5
    yield 3e3 * X, w / 2e3, b
    yield 8.0 * X, w / 8.0, 13.0
    yield np.zeros((3, 2)), np.array([0.5, 0.0]), -b
    yield X, np.zeros(3), b
    yield X[:2, :2], w[:2], b
    yield X[:3], np.ones(3), -1.0
    yield np.array([[1.5]]), np.array([-0.5]), 0.25
    yield rng.uniform(-1.0, 1.0, (3, 8)), rng.uniform(-1.0, 1.0, 8), b


def labels_of(rng, n):
    """Labels (n,), both of them where n allows it."""
    labels = rng.integers(0, 2, n)
    labels[-1] = 1 - labels[0] if n > 1 else labels[0]
    return labels


@cache
def exam(fit):
    """The reference's thousand epochs, once for all submissions."""
    return fit(STANDARDISED, PASSED)


@cache
def twice_labelled(fit, epochs):
    """The reference's answer there, once for all submissions."""
    return fit(*TWICE_LABELLED, epochs=epochs)


# --- sigmoid


@points(3)
@hint(en="1 / (1 + exp(-z)): see the table in 'A worked example'.", ko="1 / (1 + exp(-z))입니다. '풀이 예제'의 표를 보십시오.")
def test_sigmoid_of_known_values(submission):
    third = math.log(3.0)
    compare(submission.sigmoid(np.array([0.0, third, -third, -0.0])), [0.5, 0.75, 0.25, 0.5], "sigmoid([0, ln 3, -ln 3, 0])")


@points(2)
@hint(en="Every element for itself; the result has the shape of z.", ko="원소마다 따로 계산하며, 결과의 모양은 z와 같습니다.")
@pytest.mark.parametrize("n", [1, 9])
def test_sigmoid_of_random_values(submission, reference, rng, n):
    z = rng.uniform(-6.0, 6.0, n)
    for values in (z, np.abs(z), -np.abs(z)):
        compare(submission.sigmoid(values), reference.sigmoid(values), "sigmoid(z)")


@points(2)
@hint(
    en="Far to the left the sigmoid is (nearly) 0, far to the right (nearly) 1.",
    ko="왼쪽으로 멀리 가면 시그모이드는 0에, 오른쪽으로 멀리 가면 1에 가까워집니다.",
)
def test_sigmoid_of_large_values(submission, reference, rng):
    z = np.array([-700.0, -60.0, -15.0, -9.0, 9.0, 15.0, 60.0, 700.0]) + rng.uniform(-0.5, 0.0, 8)
    compare(submission.sigmoid(z), reference.sigmoid(z), Text("sigmoid(z) of large values", "큰 값에 대한 sigmoid(z)"))


@points(2)
@hint(
    en="Whole numbers may come as an integer array; the result is float64 all the same.",
    ko="정수 배열이 주어질 수 있습니다. 그래도 결과는 float64입니다.",
)
def test_sigmoid_of_integers(submission, reference):
    z = np.arange(-6, 7)
    compare(submission.sigmoid(z), reference.sigmoid(z), Text("sigmoid of integers", "정수에 대한 sigmoid"))


@points(1)
@hint(en="z belongs to the caller: make a new array.", ko="z는 호출한 쪽의 배열입니다. 새 배열을 만드십시오.")
def test_sigmoid_leaves_z(submission, reference, rng):
    z = np.append(rng.uniform(-4.0, 4.0, 6), [650.0, -650.0])
    compare(assert_unchanged(submission.sigmoid, z), reference.sigmoid(z), "sigmoid(z)")


# --- probabilities and classes


@points(2)
@hint(en="The sigmoid of w·x + b, one probability for each row.", ko="행마다 w·x + b에 시그모이드를 적용한 확률 하나입니다.")
@pytest.mark.parametrize(("n", "d"), SHAPES)
def test_probabilities(submission, reference, rng, n, d):
    X, w, b = a_model(rng, n, d)
    compare(submission.predict_proba(X, w, b), reference.predict_proba(X, w, b), "predict_proba(X, w, b)")


@points(2)
@hint(
    en="X, w and b may be whole numbers, all of them or some.",
    ko="X, w, b는 모두 또는 일부가 정수일 수 있습니다.",
)
def test_probabilities_of_integers(submission, reference, rng):
    X, w = rng.integers(-3, 4, (5, 3)), np.array([1, -1, 2])
    compare(
        submission.predict_proba(X, w, -1),
        reference.predict_proba(X, w, -1),
        Text("predict_proba of integers", "정수에 대한 predict_proba"),
    )
    w = rng.uniform(-1.5, 1.5, 3)
    compare(
        submission.predict_proba(X, w, 0.25),
        reference.predict_proba(X, w, 0.25),
        Text("predict_proba of integers X", "X가 정수일 때의 predict_proba"),
    )


@points(1)
@hint(en="Class 1 where the probability is at least 0.5, else class 0.", ko="확률이 0.5 이상이면 클래스 1, 아니면 클래스 0입니다.")
@pytest.mark.parametrize(("n", "d"), SHAPES)
def test_classes(submission, reference, rng, n, d):
    X, w, b = a_model(rng, n, d)
    assert_same(submission.predict(X, w, b), reference.predict(X, w, b), what="predict(X, w, b)")


@points(3)
@hint(
    en="A probability of exactly 0.5 belongs to class 1; one just below it to class 0.",
    ko="확률이 정확히 0.5이면 클래스 1이고, 그보다 조금이라도 작으면 클래스 0입니다.",
)
def test_the_border(submission):
    # w·x + b is exactly 0, a little below it, and a little above it; all sums are exact in binary.
    X = np.array([[1.0, 0.5], [0.0, 1.0], [1.0, 0.5 - 2.0**-20], [1.0, 0.5 + 2.0**-20], [2.0, 0.0], [1.875, 0.0625], [2.0, 0.515625]])
    assert_same(
        submission.predict(X, np.array([0.5, 1.0]), -1.0),
        [1, 1, 0, 1, 1, 1, 1],
        what=Text("predict(X, w, b) at the border", "경계에서의 predict(X, w, b)"),
    )
    assert_same(
        submission.predict(np.zeros((2, 3)), np.zeros(3), 0.0),
        [1, 1],
        what=Text("predict(X, w, b) with all zeros", "모든 값이 0일 때의 predict(X, w, b)"),
    )


@points(1)
@hint(en="Classes for integer X and w, too: 0 and 1, one for each row.", ko="X와 w가 정수여도 행마다 0 또는 1을 반환합니다.")
def test_classes_of_integers(submission, reference):
    X, w = np.array([[1, 2], [-1, 0], [3, -2], [2, -1], [0, -4]]), np.array([1, 2])
    assert_same(submission.predict(X, w, 1), reference.predict(X, w, 1), what=Text("predict of integers", "정수에 대한 predict"))


@points(1)
@hint(
    en="Samples and weights may repeat, be 0, large, or all of one sign. The formulas stay the same.",
    ko="샘플이나 가중치는 반복되거나, 0이거나, 크거나, 부호가 모두 같을 수 있습니다. 그래도 수식은 그대로입니다.",
)
@pytest.mark.parametrize("name", ["predict_proba", "predict"])
def test_special_samples(submission, reference, rng, name):
    for X, w, b in special(rng):
        got, expected = getattr(submission, name)(X, w, b), getattr(reference, name)(X, w, b)
        (compare if name == "predict_proba" else assert_same)(got, expected, what=f"{name}(X, w, b)")


@points(1)
@hint(
    en="An empty batch of shape (0, d) gives an empty result of shape (0,).",
    ko="모양이 (0, d)인 빈 배치를 받으면 모양이 (0,)인 빈 결과를 반환합니다.",
)
@pytest.mark.parametrize("name", ["predict_proba", "predict"])
def test_an_empty_batch(submission, name):
    assert_shape(
        getattr(submission, name)(np.zeros((0, 3)), np.ones(3), 0.5), (0,), what=Text(f"{name} of an empty batch", f"빈 배치에 대한 {name}")
    )


# --- cost


@points(2)
@hint(
    en="-ln p where y is 1, -ln (1 - p) where y is 0, then the mean. See 'A worked example'.",
    ko="y가 1이면 -ln p, y가 0이면 -ln (1 - p)이며, 그 평균을 구합니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example_of_the_cost(submission):
    expected = -(math.log(0.9) + math.log(0.8) + math.log(0.6)) / 3
    compare(submission.bce(np.array([0.9, 0.2, 0.6]), np.array([1, 0, 1])), expected, "bce(p, y)")


@points(2)
@hint(
    en="Both terms are needed, and the cost is the mean over the samples, not their sum.",
    ko="두 항이 모두 필요하며, 비용은 합이 아니라 샘플에 대한 평균입니다.",
)
@pytest.mark.parametrize("n", [1, 4, 11])
def test_random_answers(submission, reference, rng, n):
    p, y = rng.uniform(0.04, 0.96, n), labels_of(rng, n)
    compare(submission.bce(p, y), reference.bce(p, y), "bce(p, y)")


@points(2)
@hint(
    en="Labels may be floats or integers, and all of one class.",
    ko="레이블은 실수일 수도, 정수일 수도 있으며 모두 한 클래스일 수도 있습니다.",
)
def test_labels_of_one_class(submission, reference, rng):
    p = rng.uniform(0.04, 0.96, 5)
    for y in (np.ones(5), np.zeros(5), np.ones(5, dtype=int), np.zeros(5, dtype=int)):
        compare(submission.bce(p, y), reference.bce(p, y), "bce(p, y)")


@points(1)
@hint(
    en="Answers may be sorted, all the same, or 0 and 1 in an integer array. The formula stays the same.",
    ko="확률은 정렬되어 있거나, 모두 같거나, 0과 1로 된 정수 배열일 수 있습니다. 그래도 수식은 그대로입니다.",
)
def test_special_answers(submission, reference, rng):
    p = np.sort(rng.uniform(0.04, 0.96, 6))
    y = labels_of(rng, 6)
    for answers, labels in ((p, y), (p[::-1].copy(), y), (np.full(6, p[2]), y), (p[:2], y[:2]), (p[:2], np.array([1, 0])), (y, y)):
        compare(submission.bce(answers, labels), reference.bce(answers, labels), "bce(p, y)")
    for sure in (np.zeros(3), np.ones(3)):
        compare(submission.bce(sure, sure), 0.0, "bce(y, y)")


@points(2)
@hint(
    en="One of the two logarithms is in danger at p = 0, the other at p = 1. The cost has to be finite and at least 10.",
    ko="두 로그 가운데 하나는 p = 0에서, 다른 하나는 p = 1에서 위험합니다. 비용은 유한하면서 10 이상이어야 합니다.",
)
@pytest.mark.parametrize(("p", "y"), [(0.0, 1), (1.0, 0)])
def test_certain_and_wrong(submission, p, y):
    what = f"bce([{p}], [{y}])"
    cost = assert_scalar(submission.bce(np.array([p]), np.array([y])), what=what)
    assert_true(
        math.isfinite(cost) and cost >= 10,
        Text(
            f"{what} is {cost:.6g}: it should be finite and at least 10", f"{what}의 값이 {cost:.6g}입니다. 유한하면서 10 이상이어야 합니다"
        ),
    )


@points(2)
@hint(
    en="Certain and right costs nothing: 0 times the logarithm of 0 must not become nan.",
    ko="확신하고 맞힌 답의 비용은 0입니다. 0과 로그 0의 곱이 nan이 되지 않게 하십시오.",
)
def test_certain_and_right(submission):
    y = np.array([0.0, 1.0, 1.0, 0.0])
    compare(submission.bce(y, y), 0.0, "bce(y, y)")
    compare(submission.bce(np.array([0.0, 0.5, 1.0]), np.array([0, 1, 1])), math.log(2) / 3, "bce([0, 0.5, 1], [0, 1, 1])")


@points(3)
@hint(
    en="Small probabilities have their own cost: whatever keeps the logarithm from 0 must not touch them. Clip at 1e-12 or less.",
    ko="작은 확률에도 저마다 비용이 있습니다. 로그에 0이 들어가지 않게 하려다 이런 확률까지 바꾸면 안 됩니다. 1e-12 이하에서 자르십시오.",
)
def test_small_probabilities(submission):
    # An epsilon of 1e-12 that is added, not clipped at, moves ln 2e-12 by 0.41, ln 1e-11 by 0.095, and ln 1e-5 by 1e-7.
    for p, room in ((2e-12, 0.5), (1e-11, 0.12), (1e-8, 2e-4), (1e-5, 2e-7)):
        what = Text(f"bce(p, y) where the truth has probability {p}", f"정답의 확률이 {p}일 때의 bce(p, y)")
        assert_close(submission.bce(np.array([p]), np.array([1])), -math.log(p), what=what, atol=room, rtol=1e-7)
        assert_close(submission.bce(np.array([1 - p]), np.array([0])), -math.log(1 - (1 - p)), what=what, atol=room, rtol=1e-7)


@points(1)
@hint(
    en="p[p == 0] = … writes into the caller's array.",
    ko="p[p == 0] = …은 호출한 쪽의 배열을 고칩니다.",
)
def test_the_cost_leaves_its_arguments(submission, rng):
    p, y = np.append(rng.uniform(0.1, 0.9, 3), [0.0, 1.0]), np.array([1.0, 0.0, 1.0, 0.0, 1.0])
    expected = -(math.log(p[0]) + math.log(1 - p[1]) + math.log(p[2])) / 5
    compare(assert_unchanged(submission.bce, p, y), expected, "bce(p, y)")


@points(1)
@hint(en="A call must not depend on the calls before it.", ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다.")
def test_costs_are_independent(submission, reference, rng):
    p, y = rng.uniform(0.1, 0.9, (2, 6)), labels_of(rng, 6)
    for answers, labels in ((p[0], y), (p[1], y), (p[0], y), (p[0], 1 - y)):
        compare(submission.bce(answers, labels), reference.bce(answers, labels), "bce(p, y)")


# --- gradients


@points(2)
@hint(
    en="(p - y) times x, and (p - y): both as means over the samples, both at the same w and b.",
    ko="(p - y)와 x의 곱, 그리고 (p - y)입니다. 둘 다 샘플에 대한 평균이며 같은 w와 b에서 구합니다.",
)
@pytest.mark.parametrize(("n", "d"), SHAPES)
def test_gradients(submission, reference, rng, n, d):
    (X, w, b), y = a_model(rng, n, d), labels_of(rng, n)
    compare_gradients(submission.gradients(X, y, w, b), reference.gradients(X, y, w, b))


@points(1)
@hint(
    en="At w = 0 and b = 0 every p is 0.5: see the first line of the table in 'A worked example'.",
    ko="w = 0, b = 0이면 모든 p가 0.5입니다. '풀이 예제'의 표에서 첫 줄을 보십시오.",
)
def test_the_first_gradients_of_the_exam(submission, reference):
    value = submission.gradients(STANDARDISED, PASSED, np.zeros(1), 0.0)
    compare_gradients(value, reference.gradients(STANDARDISED, PASSED, np.zeros(1), 0.0))


@points(2)
@hint(
    en="A certain and wrong answer has the largest error of all, p - y = 1 or -1: nothing may cut it off.",
    ko="확신하고 틀린 답의 오차 p - y는 1이나 -1로 가장 큽니다. 이 오차를 잘라 내면 안 됩니다.",
)
def test_gradients_of_certain_answers(submission, reference):
    X, w, y = np.array([[21.5], [-22.5], [21.0], [-22.0]]), np.array([1.0]), np.array([0, 1, 1, 0])
    dw, db = parts(submission.gradients(X, y, w, 0.5), ["dw", "db"], "gradients(X, y, w, b)")
    expected = reference.gradients(X, y, w, 0.5)
    assert_close(dw, expected[0], what=Text("the gradient of w", "w의 기울기"), atol=1e-2, rtol=1e-2)
    assert_close(db, expected[1], what=Text("the gradient of b", "b의 기울기"), atol=1e-2, rtol=1e-2)


@points(2)
@hint(en="X, y and w may hold integers; the gradients do not.", ko="X, y, w는 정수일 수 있지만 기울기는 실수입니다.")
def test_gradients_of_integers(submission, reference, rng):
    X, y, w = rng.integers(-2, 3, (6, 2)), labels_of(rng, 6), np.array([1, -1])
    compare_gradients(submission.gradients(X, y, w, 1), reference.gradients(X, y, w, 1))
    w = rng.uniform(-1.5, 1.5, 2)
    compare_gradients(submission.gradients(X, y, w, 0.25), reference.gradients(X, y, w, 0.25))


@points(1)
@hint(en="Work with new arrays: X, y and w belong to the caller.", ko="새 배열로 계산하십시오. X, y, w는 호출한 쪽의 것입니다.")
def test_gradients_leave_their_arguments(submission, reference, rng):
    (X, w, b), y = a_model(rng, 4, 3), labels_of(rng, 4).astype(float)
    compare_gradients(assert_unchanged(submission.gradients, X, y, w, b), reference.gradients(X, y, w, b))


@points(1)
@hint(en="A call must not depend on the calls before it.", ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다.")
def test_gradients_are_independent(submission, reference, rng):
    y = labels_of(rng, 5)
    for X, w, b in (first := a_model(rng, 5, 2), a_model(rng, 5, 2), first):
        compare_gradients(submission.gradients(X, y, w, b), reference.gradients(X, y, w, b))


@points(1)
@hint(
    en="Samples and weights may repeat, be 0, large, or all of one sign, and the labels all the same. The formulas stay the same.",
    ko="샘플이나 가중치는 반복되거나, 0이거나, 크거나, 부호가 모두 같을 수 있고 레이블도 모두 같을 수 있습니다. 수식은 그대로입니다.",
)
def test_gradients_of_special_samples(submission, reference, rng):
    for X, w, b in special(rng):
        for y in (labels_of(rng, len(X)), np.zeros(len(X)), np.ones(len(X))):
            compare_gradients(submission.gradients(X, y, w, b), reference.gradients(X, y, w, b))


# --- fit


@points(2)
@hint(
    en="One update from zeros: minus the learning rate times the gradients, for w and for b.",
    ko="0에서 한 번 갱신합니다. w와 b 모두 기울기에 학습률을 곱한 만큼 뺍니다.",
)
def test_one_epoch(submission, reference, rng):
    X = rng.uniform(-1.0, 3.0, (5, 2))
    for y in (np.array([0, 1, 1, 0, 1]), np.ones(5), np.zeros(5)):
        compare_weights(submission.fit(X, y, 0.5, 1), reference.fit(X, y, 0.5, 1), "fit(X, y, 0.5, 1)")


@points(2)
@hint(
    en="All epochs, all samples in every update, and both gradients taken before either w or b moves.",
    ko="정해진 에포크를 모두 수행하고, 갱신마다 모든 샘플을 쓰며, 두 기울기를 모두 구한 뒤에 w와 b를 움직입니다.",
)
@pytest.mark.parametrize(("n", "d"), SHAPES)
def test_weights_after_some_epochs(submission, reference, rng, n, d):
    X, y = rng.uniform(-1.5, 2.5, (n, d)), labels_of(rng, n)
    value = submission.fit(X, y, lr=0.3, epochs=25)
    compare_weights(value, reference.fit(X, y, lr=0.3, epochs=25), "fit(X, y, lr=0.3, epochs=25)")


@points(2)
@hint(
    en="One cost for each epoch, measured before its update: the first is ln 2, whatever the data.",
    ko="에포크마다 갱신하기 전의 비용 하나입니다. 데이터와 관계없이 첫 값은 ln 2입니다.",
)
@pytest.mark.parametrize(("n", "d"), [(1, 2), (6, 3)])
def test_the_history(submission, reference, rng, n, d):
    X, y = rng.uniform(-1.5, 2.5, (n, d)), labels_of(rng, n)
    _, _, history = parts(submission.fit(X, y, lr=0.2, epochs=12), ["w", "b", "history"], "fit(X, y)")
    compare(history, reference.fit(X, y, lr=0.2, epochs=12)[2], Text("the history", "history"))
    _, _, history = parts(submission.fit(X[:3], y[:3], lr=0.2, epochs=1), ["w", "b", "history"], "fit(X, y)")
    compare(history, [math.log(2)], Text("the history", "history"))


@points(1)
@hint(
    en="Samples may repeat, be 0, large or whole, and the labels all the same. The rate may be tiny, or a whole number.",
    ko="샘플은 반복되거나, 0이거나, 크거나, 정수일 수 있고 레이블은 모두 같을 수 있습니다. 학습률은 아주 작거나 정수일 수 있습니다.",
)
def test_fit_of_special_samples(submission, reference, rng):
    for X, _, _ in special(rng):
        rate = float(0.3 / (1.0 + np.mean(X**2)))
        for y in (labels_of(rng, len(X)), np.ones(len(X))):
            compare_fit(submission.fit(X, y, rate, 6), reference.fit(X, y, rate, 6), "fit(X, y)")
    X, y = rng.integers(-2, 3, (7, 2)), labels_of(rng, 7).astype(float)
    for lr, epochs in ((0.01, 2), (1, 3), (0.05, 40)):
        what = f"fit(X, y, lr={lr}, epochs={epochs})"
        compare_fit(submission.fit(X, y, lr=lr, epochs=epochs), reference.fit(X, y, lr=lr, epochs=epochs), what)


@points(1)
@hint(
    en="epochs may be more than 1000, and fit runs all of them.",
    ko="epochs는 1000보다 클 수 있으며, fit은 그 에포크를 모두 수행합니다.",
)
def test_more_epochs(submission, reference):
    X, y = TWICE_LABELLED
    for epochs in (150, 1100):
        what = f"fit(X, y, epochs={epochs})"
        compare_fit(submission.fit(X, y, epochs=epochs), twice_labelled(reference.fit, epochs), what)


@points(2)
@hint(
    en="With a learning rate this large the cost rises now and then. fit goes on all the same, at the rate it was given.",
    ko="학습률이 이렇게 크면 비용이 이따금 커집니다. 그래도 fit은 주어진 학습률로 끝까지 수행합니다.",
)
def test_a_large_learning_rate(submission, reference):
    # The cost rises in four of the twelve epochs, and no logit is beyond 7: nothing is near saturation, and rounding stays small.
    X, y = np.array([[1.0, 2.0], [2.0, 1.0], [-1.0, 1.0], [3.0, -1.0], [0.0, -2.0], [2.0, 3.0]]), np.array([1, 0, 1, 0, 1, 0])
    what = "fit(X, y, lr=4.0, epochs=12)"
    value, expected = submission.fit(X, y, lr=4.0, epochs=12), reference.fit(X, y, lr=4.0, epochs=12)
    compare_fit(value, expected, what)


@points(2)
@hint(en="Without lr the learning rate is 0.1.", ko="lr를 주지 않으면 학습률은 0.1입니다.")
def test_the_default_learning_rate(submission, reference, rng):
    X, y = rng.uniform(-1.5, 2.5, (5, 2)), labels_of(rng, 5)
    compare_weights(submission.fit(X, y, epochs=9), reference.fit(X, y, 0.1, 9), "fit(X, y, epochs=9)")


@points(2)
@hint(en="Without epochs there are 1000 of them.", ko="epochs를 주지 않으면 1000에포크입니다.")
def test_the_default_number_of_epochs(submission):
    # The labels do not depend on the input: all gradients are 0 by symmetry, and so nothing but the number can be wrong.
    value = submission.fit(np.array([[1.0], [1.0], [-1.0], [-1.0]]), np.array([0, 1, 0, 1]), lr=0.5)
    w, b, history = parts(value, ["w", "b", "history"], "fit(X, y, lr=0.5)")
    compare(w, [0.0], "w")
    compare(b, 0.0, "b")
    compare(history, np.full(1000, math.log(2)), Text("the history", "history"))


@points(2)
@hint(
    en="On the standardised scores 1000 epochs at 0.1 tell all six students apart, with w = 5.309 and b = 0.",
    ko="표준화한 점수에 학습률 0.1로 1000에포크를 수행하면 w = 5.309, b = 0이 되어 여섯 학생을 모두 바르게 가립니다.",
)
def test_the_exam(submission, reference, evidence):
    value = submission.fit(STANDARDISED, PASSED)
    expected = exam(reference.fit)
    w, b, history = parts(value, ["w", "b", "history"], "fit(X, y)")
    draw(evidence, history, expected[2])
    compare(w, expected[0], Text("w of the standardised scores", "표준화한 점수에 대한 w"))
    compare(b, expected[1], Text("b of the standardised scores", "표준화한 점수에 대한 b"))
    compare(history, expected[2], Text("the history of the standardised scores", "표준화한 점수에 대한 history"))


def draw(evidence, history, expected):
    """Every twentieth cost, where they can be drawn."""
    try:
        costs = np.asarray(history, dtype=np.float64)
    except (TypeError, ValueError):
        return
    if costs.shape != (1000,) or not bool(np.isfinite(costs).all()):
        return
    epochs = list(range(0, 1000, 20))
    evidence(
        "curve",
        title={"en": "Learning pass or fail from standardised scores", "ko": "표준화한 점수로 합격과 불합격 학습하기"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "cost", "ko": "비용"},
        series=[
            {"label": {"en": "your fit", "ko": "제출한 fit"}, "x": epochs, "y": costs[epochs].tolist()},
            {"label": {"en": "the reference", "ko": "기준"}, "x": epochs, "y": [expected[epoch] for epoch in epochs]},
        ],
    )


@points(1)
@hint(
    en="On the raw scores the descent jumps to and fro, but every cost in the history is a finite number.",
    ko="원래 점수에서는 경사 하강법이 이리저리 튀지만, 기록된 비용은 모두 유한한 수여야 합니다.",
)
def test_the_raw_scores(submission, reference):
    what = "fit(scores, passed, epochs=40)"
    w, b, history = parts(submission.fit(SCORES, PASSED, epochs=40), ["w", "b", "history"], what)
    for value, shape, name in ((w, (1,), "w"), (b, (), "b"), (history, (40,), "history")):
        assert_shape(value, shape, what=name)
        finite = bool(np.isfinite(np.asarray(value, dtype=np.float64)).all())
        assert_true(finite, Text(f"{name} of {what} is not finite", f"{what}의 {name} 값에 유한하지 않은 수가 있습니다"))
    # Two epochs only: after some more, whoever sums in another order is elsewhere. And roughly: the second is near saturation.
    what = "fit(scores, passed, epochs=2)"
    expected = reference.fit(SCORES, PASSED, epochs=2)
    w, b, _ = parts(submission.fit(SCORES, PASSED, epochs=2), ["w", "b", "history"], what)
    assert_close(w, expected[0], what=Text(f"w of {what}", f"{what}의 w"), atol=1e-2, rtol=1e-2)
    assert_close(b, expected[1], what=Text(f"b of {what}", f"{what}의 b"), atol=1e-2, rtol=1e-2)


@points(1)
@hint(en="X and y may hold integers; the weights do not.", ko="X와 y는 정수일 수 있지만 가중치는 실수입니다.")
def test_fit_of_integers(submission, reference, rng):
    X, y = rng.integers(-2, 3, (6, 3)), labels_of(rng, 6)
    compare_weights(submission.fit(X, y, 0.2, 8), reference.fit(X, y, 0.2, 8), "fit(X, y, 0.2, 8)")


@points(2)
@hint(
    en="Every call starts from zeros and leaves X and y as they were.",
    ko="호출할 때마다 0에서 시작하며, X와 y의 내용을 바꾸지 않습니다.",
)
def test_every_fit_stands_alone(submission, reference, rng):
    y = labels_of(rng, 5).astype(float)
    first, second = rng.uniform(-1.5, 2.5, (2, 5, 2))
    for X in (first, second, first):
        compare_fit(assert_unchanged(submission.fit, X, y, lr=0.25, epochs=5), reference.fit(X, y, 0.25, 5), "fit(X, y)")
