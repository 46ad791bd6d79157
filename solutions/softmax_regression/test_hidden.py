"""The hidden suite of `softmax_regression`. Values are judged to 1e-9 absolute and 1e-7 relative; no logit is beyond 1e4."""

from functools import cache

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_integers, assert_shape, assert_stable, assert_true, assert_unchanged, hint, points

X2 = np.array([[1.0, 2.0], [3.0, 0.0]])
Y2 = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
W2 = np.array([[1.0, 1.0, 1.0], [2.0, 1.0, 0.0]])
B2 = np.zeros(3)
SHAPES = [(1, 2, 3), (5, 3, 4), (4, 1, 2), (3, 3, 3)]
IDENTITY = np.eye(3)
# Each input has labels of all classes: W and b stay moderate, however long it goes on.
ALL_LABELS = (np.array([[1.0, 0.5], [-0.5, 1.5]])[[0, 0, 0, 0, 1, 1, 1, 1]], IDENTITY[[0, 1, 1, 2, 0, 2, 1, 2]])
# As rows of logits: high ones, low ones, and rows whose scores lie up to 20 000 apart.
FAR = np.array([[10000.0, -10000.0, 0.0], [0.0, 9999.0, 10000.0], [-60.0, 0.0, 5.0], [-10000.0, -9990.0, -9995.0]])


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
    dW, db = parts(value, ["dW", "db"], "gradients(X, Y, W, b)")
    compare(dW, expected[0], Text("the gradient of W", "W의 기울기"))
    compare(db, expected[1], Text("the gradient of b", "b의 기울기"))


def compare_weights(value, expected, what="fit(X, Y)"):
    W, b, _ = parts(value, ["W", "b", "history"], what)
    compare(W, expected[0], Text(f"W of {what}", f"{what}의 W"))
    compare(b, expected[1], Text(f"b of {what}", f"{what}의 b"))


def compare_fit(value, expected, what):
    compare_weights(value, expected, what)
    compare(value[2], expected[2], Text(f"the history of {what}", f"{what}의 history"))


def a_model(rng, n, f, c):
    return rng.uniform(-2.0, 2.0, (n, f)), rng.uniform(-1.5, 1.5, (f, c)), rng.uniform(-1.0, 1.0, c)


def targets(rng, n, c):
    """One-hot rows, not all of one class where n allows it."""
    labels = rng.integers(0, c, n)
    labels[-1] = (labels[0] + 1) % c
    return np.eye(c)[labels]


def truths(rng, n, c):
    """One-hot rows: mixed and lying by columns, and all of the last class."""
    yield np.asfortranarray(targets(rng, n, c))
    yield np.eye(c)[np.full(n, c - 1)]


def high_rows(rng):
    """Rows of logits at quite different heights."""
    return np.array([[9990.0], [-9990.0], [0.0], [800.0]]) + rng.uniform(-4.0, 4.0, (4, 3))


def special(rng):
    """X, W and b: samples, weights and biases that repeat, are 0, large, of one sign, or lie by columns; few and many of each."""
    X, W, b = a_model(rng, 7, 5, 3)
    yield np.insert(X, 2, [X[0], np.zeros(5)], axis=0), W, b
    yield np.asfortranarray(X), np.asfortranarray(W), np.ones(3)
    yield np.abs(X) + 0.1, -np.abs(W) - 0.1, np.abs(b)
    yield -np.abs(X) - 0.1, np.abs(W), -np.abs(b)
    yield 3e3 * X, W / 2e3, b
    yield X / 300.0, 200.0 * W, b
    yield np.zeros((2, 5)), W, b
    yield X, np.zeros((5, 3)), b
    yield X[:2, :2], W[:2], np.zeros(3)
    yield np.array([[1.5]]), np.array([[-0.5, 1.0, 0.25]]), b
    yield X[:4], W[:, :1], b[:1]
    yield a_model(rng, 4, 2, 8)


@cache
def clouds():
    """Three clouds of points that overlap a little: X (12, 2), Y (12, 3). The same for all courses, for the report's picture."""
    points_of = np.random.default_rng(5)
    labels = np.repeat(np.arange(3), 4)
    centres = np.array([[0.0, 1.5], [1.5, -1.0], [-1.5, -1.0]])
    return centres[labels] + points_of.normal(0.0, 0.7, (12, 2)), np.eye(3)[labels]


@cache
def learnt(fit):
    """The reference's thousand epochs, once for all submissions."""
    return fit(*clouds())


@cache
def all_labels(fit, epochs):
    """The reference's answer there, once for all submissions."""
    return fit(*ALL_LABELS, epochs=epochs)


# --- probabilities and classes


@points(3)
@hint(
    en="The logits are (5, 3, 1) and (3, 3, 3). See 'A worked example'.", ko="로짓은 (5, 3, 1)과 (3, 3, 3)입니다. '풀이 예제'를 보십시오."
)
def test_the_worked_example(submission, reference):
    compare(submission.predict_proba(X2, W2, B2), reference.predict_proba(X2, W2, B2), "predict_proba(X, W, b)")


@points(2)
@hint(
    en="XW + b, with b added to every row; then softmax along the row, over the classes.",
    ko="XW + b를 구하되 b는 모든 행에 더합니다. 그다음 행을 따라, 곧 클래스에 대해 소프트맥스를 적용합니다.",
)
@pytest.mark.parametrize(("n", "f", "c"), SHAPES)
def test_probabilities(submission, reference, rng, n, f, c):
    X, W, b = a_model(rng, n, f, c)
    compare(submission.predict_proba(X, W, b), reference.predict_proba(X, W, b), "predict_proba(X, W, b)")
    compare(
        submission.predict_proba(X, W[:, :1], b[:1]),
        np.ones((n, 1)),
        Text("predict_proba of a single class", "클래스가 하나일 때의 predict_proba"),
    )


@points(2)
@hint(
    en="The three arrays may hold integers, all of them or some; probabilities are float64 all the same.",
    ko="세 배열은 모두 또는 일부가 정수일 수 있습니다. 그래도 확률은 float64입니다.",
)
def test_probabilities_of_integers(submission, reference, rng):
    X, W, b = rng.integers(-2, 3, (4, 2)), rng.integers(-2, 3, (2, 3)), np.array([1, 0, -1])
    compare(
        submission.predict_proba(X, W, b), reference.predict_proba(X, W, b), Text("predict_proba of integers", "정수에 대한 predict_proba")
    )
    W = rng.uniform(-1.5, 1.5, (2, 3))
    compare(
        submission.predict_proba(X, W, b),
        reference.predict_proba(X, W, b),
        Text("predict_proba of integers X and b", "X와 b가 정수일 때의 predict_proba"),
    )


@points(3)
@hint(
    en="exp(710) is inf. Subtract each row's own maximum from its logits first.",
    ko="exp(710)은 inf입니다. 먼저 각 행의 로짓에서 그 행의 최댓값을 빼십시오.",
)
def test_probabilities_of_large_logits(submission, reference, rng):
    for logits in (high_rows(rng), FAR):
        got = assert_stable(submission.predict_proba, logits, IDENTITY, B2)
        compare(got, reference.predict_proba(logits, IDENTITY, B2), Text("predict_proba of large logits", "큰 로짓에 대한 predict_proba"))


@points(1)
@hint(en="No samples, no rows, but still a column for each class.", ko="샘플이 없으면 행도 없지만 클래스마다 열이 있습니다.")
def test_probabilities_of_an_empty_batch(submission):
    got = submission.predict_proba(np.zeros((0, 2)), W2, B2)
    assert_shape(got, (0, 3), what=Text("predict_proba of an empty batch", "빈 배치에 대한 predict_proba"))


@points(2)
@hint(
    en="The number of the largest score in each row, from 0, as an integer.",
    ko="각 행에서 점수가 가장 큰 클래스의 번호를 0부터 세어 정수로 답합니다.",
)
@pytest.mark.parametrize(("n", "f", "c"), [(1, 2, 3), (9, 3, 4), (6, 1, 2), (3, 3, 3)])
def test_classes(submission, reference, rng, n, f, c):
    X, W, b = a_model(rng, n, f, c)
    assert_integers(submission.predict(X, W, b), reference.predict(X, W, b), what="predict(X, W, b)")


@points(2)
@hint(
    en="Integer arrays and large scores have a largest score, too: where it is does not depend on the softmax.",
    ko="정수 배열이나 큰 점수에도 가장 큰 점수가 있습니다. 그 위치는 소프트맥스와 관계없이 정해집니다.",
)
def test_classes_of_integers_and_large_logits(submission, reference, rng):
    X, W = np.array([[1, 2], [-1, 1], [2, -1]]), np.array([[1, -1, 2], [2, 5, 0]])
    b = np.array([0, 1, 0])
    assert_integers(submission.predict(X, W, b), reference.predict(X, W, b), what=Text("predict of integers", "정수에 대한 predict"))
    for b, expected in (([0, 10, 0], [1, 1]), ([0, 0, 10], [2, 2]), ([-10, 0, 3], [2, 2])):  # here b alone decides
        assert_integers(submission.predict(X2, W2, np.array(b)), expected, what=f"predict(X, W, {b})")
    close = np.array([[1.0, 1.0 + 2.0**-12, 0.5], [-0.5, -1.0, 2.0**-10 - 0.5], [2.0**-11, 0.0, -(2.0**-11)]])
    assert_integers(
        submission.predict(close, IDENTITY, B2), [1, 2, 0], what=Text("predict of scores that are close", "서로 가까운 점수에 대한 predict")
    )
    classes = rng.permutation(7)  # each of them wins once
    assert_integers(
        submission.predict(np.eye(7)[classes], np.eye(7), np.zeros(7)),
        classes,
        what=Text("predict of seven classes", "클래스가 일곱 개일 때의 predict"),
    )
    for logits in (high_rows(rng), FAR):
        assert_integers(
            submission.predict(logits, IDENTITY, B2),
            reference.predict(logits, IDENTITY, B2),
            what=Text("predict of large logits", "큰 로짓에 대한 predict"),
        )


@points(1)
@hint(
    en="Samples, weights and biases may repeat, be 0, large, or all of one sign, and there may be one class only. It is the same formula.",
    ko="샘플, 가중치, 편향은 반복되거나, 0이거나, 크거나, 부호가 모두 같을 수 있고 클래스는 하나뿐일 수도 있습니다. 수식은 그대로입니다.",
)
@pytest.mark.parametrize("name", ["predict_proba", "predict"])
def test_special_samples(submission, reference, rng, name):
    for X, W, b in special(rng):
        if name == "predict" and not W.any():
            b = np.array([0.5, -0.25, 1.0])  # here b alone decides, and clearly
        got, expected = getattr(submission, name)(X, W, b), getattr(reference, name)(X, W, b)
        (compare if name == "predict_proba" else assert_integers)(got, expected, what=f"{name}(X, W, b)")


@points(1)
@hint(en="An empty batch gives an empty answer of shape (0,).", ko="빈 배치에는 모양이 (0,)인 빈 결과를 반환합니다.")
def test_classes_of_an_empty_batch(submission):
    assert_shape(submission.predict(np.zeros((0, 2)), W2, B2), (0,), what=Text("predict of an empty batch", "빈 배치에 대한 predict"))


# --- cost


@points(3)
@hint(
    en="-ln 0.86681333 and -ln 0.33333333, then their mean. See 'A worked example'.",
    ko="-ln 0.86681333과 -ln 0.33333333을 구한 뒤 평균을 냅니다. '풀이 예제'를 보십시오.",
)
def test_the_cost_of_the_worked_example(submission, reference):
    compare(submission.cost(X2, Y2, W2, B2), reference.cost(X2, Y2, W2, B2), "cost(X, Y, W, b)")


@points(2)
@hint(
    en="The mean over the n samples of minus the logarithm of the true class's probability.",
    ko="정답 클래스의 확률에 로그를 취해 음의 부호를 붙이고, 샘플 n개에 대한 평균을 구합니다.",
)
@pytest.mark.parametrize(("n", "f", "c"), SHAPES)
def test_costs(submission, reference, rng, n, f, c):
    (X, W, b), Y = a_model(rng, n, f, c), targets(rng, n, c)
    compare(submission.cost(X, Y, W, b), reference.cost(X, Y, W, b), "cost(X, Y, W, b)")


@points(1)
@hint(en="X, Y, W and b may hold integers, all of them or some.", ko="X, Y, W, b는 모두 또는 일부가 정수 배열일 수 있습니다.")
def test_the_cost_of_integers(submission, reference, rng):
    X, Y, W, b = rng.integers(-2, 3, (4, 2)), targets(rng, 4, 3).astype(int), rng.integers(-2, 3, (2, 3)), np.array([1, 0, -1])
    compare(submission.cost(X, Y, W, b), reference.cost(X, Y, W, b), Text("cost of integers", "정수에 대한 cost"))
    W = rng.uniform(-1.5, 1.5, (2, 3))
    compare(submission.cost(X, Y, W, b), reference.cost(X, Y, W, b), Text("cost of integers X, Y and b", "X, Y, b가 정수일 때의 cost"))


@points(1)
@hint(
    en="Samples, weights and biases may repeat, be 0, large, or all of one sign, and there may be one class only. It is the same formula.",
    ko="샘플, 가중치, 편향은 반복되거나, 0이거나, 크거나, 부호가 모두 같을 수 있고 클래스는 하나뿐일 수도 있습니다. 수식은 그대로입니다.",
)
def test_costs_of_special_samples(submission, reference, rng):
    for X, W, b in special(rng):
        for Y in truths(rng, len(X), len(b)):
            compare(submission.cost(X, Y, W, b), reference.cost(X, Y, W, b), "cost(X, Y, W, b)")


@points(3)
@hint(
    en="Use log-sum-exp with each row's own maximum: nothing overflows, and no row vanishes.",
    ko="행마다 자신의 최댓값을 빼는 log-sum-exp를 쓰십시오. 오버플로도 없고 사라지는 행도 없습니다.",
)
def test_the_cost_of_large_logits(submission, reference, rng):
    logits, Y = high_rows(rng), targets(rng, 4, 3)
    got = assert_stable(submission.cost, logits, Y, IDENTITY, B2)
    compare(got, reference.cost(logits, Y, IDENTITY, B2), Text("cost of large logits", "큰 로짓에 대한 cost"))


@points(4)
@hint(
    en="A cost may be 20 000. The probability e^-20000 is 0 in float64, so its logarithm has to be calculated without it.",
    ko="비용은 20,000일 수도 있습니다. 확률 e^-20000은 float64에서 0이므로 확률을 거치지 않고 로그를 구해야 합니다.",
)
def test_the_cost_of_logits_far_apart(submission, reference):
    for labels in ([1, 0, 0, 2], [0, 2, 2, 1], [2, 1, 0, 0]):
        Y = np.eye(3)[labels]
        got = assert_stable(submission.cost, FAR, Y, IDENTITY, B2)
        compare(got, reference.cost(FAR, Y, IDENTITY, B2), Text("cost of logits far apart", "서로 멀리 떨어진 로짓에 대한 cost"))


@points(2)
@hint(
    en="A cost depends on the arguments of its own call only, and changes none of them.",
    ko="비용은 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다.",
)
def test_every_cost_stands_alone(submission, reference, rng):
    Y, first, second = targets(rng, 4, 3), a_model(rng, 4, 2, 3), a_model(rng, 4, 2, 3)
    for X, W, b in (first, second, first):
        compare(assert_unchanged(submission.cost, X, Y, W, b), reference.cost(X, Y, W, b), "cost(X, Y, W, b)")


# --- gradients


@points(3)
@hint(
    en="E = (P - Y) / n first, then its product with X, and its sums. See the second table of 'A worked example'.",
    ko="먼저 E = (P - Y) / n을 구하고, X와의 곱과 열마다의 합을 구합니다. '풀이 예제'의 둘째 표를 보십시오.",
)
def test_the_gradients_of_the_worked_example(submission, reference):
    compare_gradients(submission.gradients(X2, Y2, W2, B2), reference.gradients(X2, Y2, W2, B2))


@points(3)
@hint(
    en="They are the gradients of the mean: (f, c) for W and (c,) for b, summed over the samples and divided by n.",
    ko="평균의 기울기입니다. W에 대해서는 (f, c), b에 대해서는 (c,)이며, 샘플에 대해 더하고 n으로 나눕니다.",
)
@pytest.mark.parametrize(("n", "f", "c"), SHAPES)
def test_gradients(submission, reference, rng, n, f, c):
    (X, W, b), Y = a_model(rng, n, f, c), targets(rng, n, c)
    compare_gradients(submission.gradients(X, Y, W, b), reference.gradients(X, Y, W, b))


@points(2)
@hint(
    en="Arrays may hold integers, all of them or some; gradients do not. Large features have large gradients.",
    ko="배열은 모두 또는 일부가 정수일 수 있지만 기울기는 실수입니다. 특성이 크면 기울기도 큽니다.",
)
def test_gradients_of_integers(submission, reference, rng):
    X, Y, W, b = rng.integers(-2, 3, (4, 2)), targets(rng, 4, 3).astype(int), rng.integers(-2, 3, (2, 3)), np.array([1, 0, -1])
    compare_gradients(submission.gradients(X, Y, W, b), reference.gradients(X, Y, W, b))
    X, W = 40 * X + 7, W / 64
    compare_gradients(submission.gradients(X, Y, W, b), reference.gradients(X, Y, W, b))


@points(2)
@hint(
    en="The softmax inside the gradients has to be the stable one too.",
    ko="기울기 안의 소프트맥스도 안정적인 것이어야 합니다.",
)
def test_gradients_of_large_logits(submission, reference, rng):
    # The logits come from W and b here, so that the gradients themselves stay small.
    for logits in (high_rows(rng), FAR):
        X, Y = np.eye(4), targets(rng, 4, 3)
        compare_gradients(assert_stable(submission.gradients, X, Y, logits, B2), reference.gradients(X, Y, logits, B2))


@points(2)
@hint(
    en="Each call depends on its own arguments only, and changes none of them.",
    ko="결과는 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다.",
)
def test_gradients_stand_alone(submission, reference, rng):
    Y, first, second = targets(rng, 4, 3), a_model(rng, 4, 2, 3), a_model(rng, 4, 2, 3)
    for X, W, b in (first, second, first):
        compare_gradients(assert_unchanged(submission.gradients, X, Y, W, b), reference.gradients(X, Y, W, b))


@points(1)
@hint(
    en="Samples, weights and biases may repeat, be 0, large, or all of one sign, and there may be one class only. It is the same formula.",
    ko="샘플, 가중치, 편향은 반복되거나, 0이거나, 크거나, 부호가 모두 같을 수 있고 클래스는 하나뿐일 수도 있습니다. 수식은 그대로입니다.",
)
def test_gradients_of_special_samples(submission, reference, rng):
    for X, W, b in special(rng):
        for Y in truths(rng, len(X), len(b)):
            compare_gradients(submission.gradients(X, Y, W, b), reference.gradients(X, Y, W, b))


# --- fit


@points(2)
@hint(
    en="One update from zeros: minus the learning rate times the gradients there.",
    ko="0에서 한 번 갱신합니다. 그곳의 기울기에 학습률을 곱한 만큼 뺍니다.",
)
def test_one_epoch(submission, reference, rng):
    X, Y = rng.uniform(-1.0, 2.0, (4, 2)), targets(rng, 4, 3)
    compare_weights(submission.fit(X, Y, 0.5, 1), reference.fit(X, Y, 0.5, 1), "fit(X, Y, 0.5, 1)")


@points(2)
@hint(
    en="All epochs, all samples in every update, both gradients taken before either W or b moves.",
    ko="정해진 에포크를 모두 수행하고, 갱신마다 모든 샘플을 쓰며, 두 기울기를 모두 구한 뒤에 W와 b를 움직입니다.",
)
@pytest.mark.parametrize(("n", "f", "c"), SHAPES)
def test_weights_after_some_epochs(submission, reference, rng, n, f, c):
    X, Y = rng.uniform(-1.5, 2.5, (n, f)), targets(rng, n, c)
    value = submission.fit(X, Y, lr=0.3, epochs=20)
    compare_weights(value, reference.fit(X, Y, lr=0.3, epochs=20), "fit(X, Y, lr=0.3, epochs=20)")


@points(2)
@hint(
    en="One cost for each epoch, measured before its update: the first is ln c, whatever the data.",
    ko="에포크마다 갱신하기 전의 비용 하나입니다. 데이터와 관계없이 첫 값은 ln c입니다.",
)
@pytest.mark.parametrize(("n", "f", "c"), [(1, 2, 3), (6, 3, 4)])
def test_the_history(submission, reference, rng, n, f, c):
    X, Y = rng.uniform(-1.5, 2.5, (n, f)), targets(rng, n, c)
    _, _, history = parts(submission.fit(X, Y, lr=0.2, epochs=12), ["W", "b", "history"], "fit(X, Y)")
    compare(history, reference.fit(X, Y, lr=0.2, epochs=12)[2], Text("the history", "history"))
    _, _, history = parts(submission.fit(X[:3], Y[:3], lr=0.2, epochs=1), ["W", "b", "history"], "fit(X, Y)")
    compare(history, [np.log(c)], Text("the history", "history"))


@points(2)
@hint(
    en="All epochs are run at the learning rate given, whether the cost falls, stays or, as here with a large one, rises now and then.",
    ko="비용이 줄든, 그대로이든, 여기처럼 학습률이 커서 이따금 커지든, 주어진 학습률로 정해진 에포크를 모두 수행합니다.",
)
def test_costs_that_do_not_fall(submission, reference):
    # The cost rises in six of the twelve epochs, and no logit is beyond 7: rounding stays small.
    X, Y = np.array([[1.0, 2.0], [2.0, 1.0], [-1.0, 1.0], [3.0, -1.0], [0.0, -2.0], [2.0, 3.0]]), np.eye(3)[[0, 1, 2, 1, 0, 2]]
    # The labels do not depend on the input here: all gradients are 0 by symmetry.
    flat, Z = np.array([[1.0], [1.0], [-1.0], [-1.0]]), np.eye(2)[[0, 1, 0, 1]]
    for inputs, truth, lr, epochs in ((X, Y, 2.0, 12), (flat, Z, 0.5, 60)):
        what = f"fit(X, Y, lr={lr}, epochs={epochs})"
        value, expected = submission.fit(inputs, truth, lr=lr, epochs=epochs), reference.fit(inputs, truth, lr=lr, epochs=epochs)
        compare_fit(value, expected, what)


@points(1)
@hint(
    en="Samples may repeat, be 0, large or whole, and the labels all the same. The rate may be tiny, or a whole number.",
    ko="샘플은 반복되거나, 0이거나, 크거나, 정수일 수 있고 레이블은 모두 같을 수 있습니다. 학습률은 아주 작거나 정수일 수 있습니다.",
)
def test_fit_of_special_samples(submission, reference, rng):
    for X, _, b in special(rng):
        rate = float(0.3 / (1.0 + np.mean(X**2)))
        for Y in truths(rng, len(X), len(b)):
            compare_fit(submission.fit(X, Y, rate, 6), reference.fit(X, Y, rate, 6), "fit(X, Y)")
    X, Y = rng.integers(-2, 3, (7, 2)), targets(rng, 7, 3).astype(int)
    for lr, epochs in ((0.01, 2), (1, 3), (0.05, 40)):
        what = f"fit(X, Y, lr={lr}, epochs={epochs})"
        compare_fit(submission.fit(X, Y, lr=lr, epochs=epochs), reference.fit(X, Y, lr=lr, epochs=epochs), what)


@points(1)
@hint(
    en="epochs may be more than 1000, and fit runs all of them.",
    ko="epochs는 1000보다 클 수 있으며, fit은 그 에포크를 모두 수행합니다.",
)
def test_more_epochs(submission, reference):
    X, Y = ALL_LABELS
    for epochs in (150, 1100):
        what = f"fit(X, Y, epochs={epochs})"
        compare_fit(submission.fit(X, Y, epochs=epochs), all_labels(reference.fit, epochs), what)


@points(1)
@hint(en="Without lr the learning rate is 0.1.", ko="lr를 주지 않으면 학습률은 0.1입니다.")
def test_the_default_learning_rate(submission, reference, rng):
    X, Y = rng.uniform(-1.5, 2.5, (5, 2)), targets(rng, 5, 3)
    compare_weights(submission.fit(X, Y, epochs=9), reference.fit(X, Y, 0.1, 9), "fit(X, Y, epochs=9)")


@points(3)
@hint(
    en="Called with X and Y alone, fit runs 1000 epochs with a learning rate of 0.1.",
    ko="X와 Y만 주면 학습률 0.1로 1000에포크를 수행합니다.",
)
def test_three_clouds(submission, reference, evidence):
    value = submission.fit(*clouds())
    expected = learnt(reference.fit)
    W, b, history = parts(value, ["W", "b", "history"], "fit(X, Y)")
    draw(evidence, history, expected[2])
    compare(W, expected[0], Text("W of the three clouds", "세 무리의 점에 대한 W"))
    compare(b, expected[1], Text("b of the three clouds", "세 무리의 점에 대한 b"))
    compare(history, expected[2], Text("the history of the three clouds", "세 무리의 점에 대한 history"))


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
        title={"en": "Learning three clouds of points", "ko": "세 무리의 점 학습하기"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "cost", "ko": "비용"},
        series=[
            {"label": {"en": "your fit", "ko": "제출한 fit"}, "x": epochs, "y": costs[epochs].tolist()},
            {"label": {"en": "the reference", "ko": "기준"}, "x": epochs, "y": [expected[epoch] for epoch in epochs]},
        ],
    )


@points(1)
@hint(
    en="A class without samples has weights all the same: the columns of W are those of Y.",
    ko="샘플이 없는 클래스에도 가중치가 있습니다. W의 열은 Y의 열과 같습니다.",
)
def test_a_class_without_samples(submission, reference, rng):
    X, Y = rng.uniform(-1.5, 2.5, (5, 2)), np.eye(4)[[0, 2, 2, 0, 2]]
    compare_weights(submission.fit(X, Y, lr=0.2, epochs=6), reference.fit(X, Y, lr=0.2, epochs=6))


@points(1)
@hint(en="X and Y may hold integers; the weights do not.", ko="X와 Y는 정수일 수 있지만 가중치는 실수입니다.")
def test_fit_of_integers(submission, reference, rng):
    X, Y = rng.integers(-2, 3, (6, 2)), targets(rng, 6, 3).astype(int)
    compare_weights(submission.fit(X, Y, 0.2, 8), reference.fit(X, Y, 0.2, 8), "fit(X, Y, 0.2, 8)")


@points(2)
@hint(
    en="Every call starts from zeros and leaves X and Y as they were.",
    ko="호출할 때마다 0에서 시작하며, X와 Y의 내용을 바꾸지 않습니다.",
)
def test_every_fit_stands_alone(submission, reference, rng):
    Y = targets(rng, 5, 3)
    first, second = rng.uniform(-1.5, 2.5, (2, 5, 2))
    for X in (first, second, first):
        compare_fit(assert_unchanged(submission.fit, X, Y, lr=0.25, epochs=5), reference.fit(X, Y, 0.25, 5), "fit(X, Y)")
