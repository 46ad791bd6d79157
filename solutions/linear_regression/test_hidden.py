"""The hidden suite of `linear_regression`.

Single numbers are judged to 1e-9 absolute and 1e-7 relative, the results of `fit` to 1e-8 and 1e-6: two right programs that add in
another order are less than 1e-11 apart after 2000 epochs.
"""

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_true, assert_unchanged, hint, points

HOURS, SCORES = np.array([2.0, 3.0, 4.0, 5.0]), np.array([25.0, 50.0, 42.0, 61.0])


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def parts(value, count, what):
    """value as count things: a tuple, a list or an array of them."""
    sequence = isinstance(value, list | tuple) or (isinstance(value, np.ndarray) and value.ndim > 0)
    assert_true(
        sequence and len(value) == count,
        Text(f"{what} should return {count} things", f"{what}은(는) 값을 {count}개 반환해야 합니다"),
    )
    return list(value)


def compare_gradients(actual, expected):
    slope, offset = parts(actual, 2, "gradients(x, y, w, b)")
    compare(slope, expected[0], "gradients(x, y, w, b)[0]")
    compare(offset, expected[1], "gradients(x, y, w, b)[1]")


def compare_fit(actual, expected):
    names = ("w", "b", "history")
    for name, got, want in zip(names, parts(actual, 3, "fit(x, y)"), expected, strict=True):
        assert_close(got, want, what=f"fit(x, y): {name}", atol=1e-8, rtol=1e-6)


def drawn(rng, n):
    """n samples of either sign, in no order."""
    return rng.uniform(-3.0, 3.0, n), rng.uniform(-5.0, 5.0, n)


def line(rng):
    """A weight and a bias, neither near 0 nor near the other."""
    w = float(rng.uniform(0.5, 2.0) * rng.choice([-1.0, 1.0]))
    return w, float(rng.uniform(2.5, 4.0) * rng.choice([-1.0, 1.0]))


def judge(submission, reference, name, *arguments):
    """One call of that function, compared."""
    got, expected = getattr(submission, name)(*arguments), getattr(reference, name)(*arguments)
    if name in ("predict", "cost"):
        compare(got, expected, f"{name}({'x' if name == 'predict' else 'x, y'}, w, b)")
    else:
        (compare_gradients if name == "gradients" else compare_fit)(got, expected)


def special(rng):
    """x, y, w, b: values that repeat, are 0, large, whole in one array only, or NumPy's own numbers."""
    (x, y), (w, b) = drawn(rng, 6), line(rng)
    whole = rng.permutation([-4, 0, 1, 3, 7, -2])
    yield np.full(6, 1.5), y, w, b
    yield np.zeros(6), y, w, b
    yield x, np.zeros(6), w, b
    yield 3e3 * x, 2e3 * y, 100 * w, 100 * b
    yield whole.astype(float), y[::-1].copy(), w, 0.0
    yield x, whole, np.float64(w), np.float64(b)
    yield whole, y, 0.0, b


# --- predict


@points(3)
@hint(
    en="10 · 2 + 9.5 = 29.5, and so on: the weight times the hours, plus the bias.",
    ko="10 · 2 + 9.5 = 29.5입니다. 공부 시간에 가중치를 곱하고 편향을 더합니다.",
)
def test_predictions_of_the_worked_example(submission):
    compare(submission.predict(HOURS, 10.0, 9.5), [29.5, 39.5, 49.5, 59.5], "predict(hours, 10, 9.5)")


@points(4)
@hint(en="w times x, plus b, element by element.", ko="원소마다 x에 w를 곱하고 b를 더합니다.")
def test_predict(submission, reference, rng):
    for n in (1, 2, 5, 150):
        (x, _), (w, b) = drawn(rng, n), line(rng)
        compare(submission.predict(x, w, b), reference.predict(x, w, b), "predict(x, w, b)")


@points(2)
@hint(
    en="x may be whole while w and b are not, or all three may be.",
    ko="x만 정수일 수도 있고 w와 b까지 모두 정수일 수도 있습니다.",
)
def test_predict_whole_numbers(submission, reference, rng):
    x = rng.integers(-5, 6, 6)
    for w, b in ((1.25, -0.5), (3, -2)):
        compare(submission.predict(x, w, b), reference.predict(x, w, b), f"predict(x, {w}, {b})")


@points(3)
@hint(
    en="An empty batch is legal for predict and gives an empty array of shape (0,).",
    ko="predict는 빈 배치를 받을 수 있으며, 이때 모양이 (0,)인 빈 배열을 반환합니다.",
)
def test_predict_an_empty_batch(submission):
    compare(submission.predict(np.zeros(0), 2.0, 1.0), np.zeros(0), "predict(np.zeros(0), 2, 1)")


# --- cost


@points(4)
@hint(
    en="The mean of the squared errors: 2152.5 at the start, 47.25 for the best line. See 'A worked example'.",
    ko="오차 제곱의 평균입니다. 처음에는 2152.5이고 가장 좋은 직선에서는 47.25입니다. '풀이 예제'를 보십시오.",
)
def test_cost_of_the_worked_example(submission):
    for w, b, expected in ((0.0, 0.0, 2152.5), (10.0, 9.5, 47.25)):
        compare(submission.cost(HOURS, SCORES, w, b), expected, f"cost(hours, scores, {w:g}, {b:g})")


@points(4)
@hint(en="Square each error first, then take the mean over the n samples.", ko="오차를 하나씩 제곱한 다음 샘플 n개에 대한 평균을 구합니다.")
def test_cost(submission, reference, rng):
    for n in (2, 3, 8, 150):
        (x, y), (w, b) = drawn(rng, n), line(rng)
        compare(submission.cost(x, y, w, b), reference.cost(x, y, w, b), "cost(x, y, w, b)")


@points(2)
@hint(en="Arrays may hold integers; the mean is a real number.", ko="배열에 정수가 들어 있을 수 있습니다. 평균은 실수입니다.")
def test_cost_of_whole_numbers(submission):
    x, y = np.array([1, -2, 3, 0]), np.array([2, 1, -1, 3])
    for w, b, expected in ((2, 1, 21.25), (0.5, -1.5, 10.625)):  # both exact in binary
        compare(submission.cost(x, y, w, b), expected, f"cost(x, y, {w}, {b})")


@points(2)
@hint(
    en="With one sample the cost is its squared error; on the line it is 0.",
    ko="샘플이 하나이면 비용은 그 오차의 제곱이고, 직선 위에 있으면 0입니다.",
)
def test_cost_of_one_sample(submission, rng):
    (x, y), (w, b) = drawn(rng, 1), line(rng)
    compare(submission.cost(x, y, w, b), float((y[0] - w * x[0] - b) ** 2), "cost(x, y, w, b)")
    compare(submission.cost(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0]), 2.0, 0.0), 0.0, "cost([1, 2, 3], [2, 4, 6], 2, 0)")


# --- gradients


@points(5)
@hint(
    en="-336.5 for w, -89 for b, in this order: see 'A worked example'.",
    ko="w에 대해 -336.5, b에 대해 -89이며 순서도 이와 같습니다. '풀이 예제'를 보십시오.",
)
def test_gradients_of_the_worked_example(submission):
    compare_gradients(submission.gradients(HOURS, SCORES, 0.0, 0.0), (-336.5, -89.0))


@points(7)
@hint(
    en="2/n times the sum of (ŷ - y) x for w, and of (ŷ - y) for b. Check them with a difference of costs: see 'Hint 2'.",
    ko="w에 대해서는 (ŷ - y) x의 합, b에 대해서는 (ŷ - y)의 합에 2/n를 곱합니다. 비용의 차로 확인해 보십시오. '힌트 2'를 보십시오.",
)
def test_gradients(submission, reference, rng):
    for n in (2, 3, 8, 150):
        (x, y), (w, b) = drawn(rng, n), line(rng)
        compare_gradients(submission.gradients(x, y, w, b), reference.gradients(x, y, w, b))


@points(3)
@hint(en="Arrays may hold integers; gradients are real numbers.", ko="배열에 정수가 들어 있을 수 있습니다. 기울기는 실수입니다.")
def test_gradients_of_whole_numbers(submission):
    x, y = np.array([1, -2, 3, 1]), np.array([2, 1, -1, 3])
    for w, b, expected in ((2, 1, (16.5, 2.5)), (0.5, -1.5, (1.5, -4.75))):  # exact in binary
        compare_gradients(submission.gradients(x, y, w, b), expected)


@points(2)
@hint(en="With one sample there is nothing to average: n is 1.", ko="샘플이 하나이면 평균할 것이 없습니다. n은 1입니다.")
def test_gradients_of_one_sample(submission, reference, rng):
    (x, y), (w, b) = drawn(rng, 1), line(rng)
    compare_gradients(submission.gradients(x, y, w, b), reference.gradients(x, y, w, b))


@points(3)
@hint(en="At the lowest point both derivatives are 0.", ko="가장 낮은 점에서는 두 기울기가 모두 0입니다.")
def test_gradients_at_the_lowest_point(submission):
    compare_gradients(submission.gradients(HOURS, SCORES, 10.0, 9.5), (0.0, 0.0))
    compare_gradients(submission.gradients(HOURS, SCORES, 11.0, 9.5), (27.0, 7.0))


# --- predict, cost and gradients


@points(1)
@hint(
    en="Samples may repeat, be 0 or large, and so may w and b; one array may be whole and the other not. The formulas stay the same.",
    ko="샘플이나 w, b의 값은 같거나 0이거나 클 수 있고, 한쪽 배열만 정수일 수도 있습니다. 그래도 수식은 그대로입니다.",
)
@pytest.mark.parametrize("name", ["predict", "cost", "gradients"])
def test_special_values(submission, reference, rng, name):
    for x, y, w, b in special(rng):
        judge(submission, reference, name, *((x, w, b) if name == "predict" else (x, y, w, b)))


# --- fit


@points(6)
@hint(
    en="From w = b = 0, one step against both gradients, taken at the old (w, b). The cost is noted before it.",
    ko="w = b = 0에서, 갱신하기 전의 (w, b)에서 구한 두 기울기와 반대 방향으로 한 번 움직입니다. 비용은 그 전에 기록합니다.",
)
def test_one_epoch(submission):
    compare_fit(submission.fit(HOURS, SCORES, lr=0.01, epochs=1), (3.365, 0.89, [2152.5]))


@points(6)
@hint(
    en="The second epoch goes on from where the first has arrived. See the table in 'A worked example'.",
    ko="둘째 에포크는 첫 에포크가 도달한 곳에서 이어집니다. '풀이 예제'의 표를 보십시오.",
)
def test_two_epochs(submission):
    compare_fit(submission.fit(HOURS, SCORES, 0.01, 2), (5.75915, 1.52665, [2152.5, 1115.5870875]))


@points(3)
@hint(
    en="Every epoch uses all samples at once. Compare the first epochs with your own gradients.",
    ko="에포크마다 모든 샘플을 한꺼번에 씁니다. 처음 몇 에포크를 직접 구한 기울기와 비교해 보십시오.",
)
@pytest.mark.parametrize("n", [1, 2, 150])
def test_fit(submission, reference, rng, n):
    x, y = drawn(rng, n)
    lr, epochs = float(rng.uniform(0.02, 0.06)), int(rng.integers(20, 60))
    compare_fit(submission.fit(x, y, lr=lr, epochs=epochs), reference.fit(x, y, lr, epochs))


@points(4)
@hint(en="Without an argument for it the learning rate is 0.01.", ko="학습률을 주지 않으면 0.01입니다.")
def test_default_learning_rate(submission, reference, rng):
    x, y = drawn(rng, 6)
    compare_fit(submission.fit(x, y, epochs=7), reference.fit(x, y, 0.01, 7))


@points(6)
@hint(
    en="Without an argument for it there are 2000 epochs. After them w is 10.0523 and b 9.2997: close to the lowest point, not yet there.",
    ko="에포크 수를 주지 않으면 2000에포크입니다. 그 뒤에 w는 10.0523, b는 9.2997로, 가장 낮은 점에 가깝지만 아직 도달하지는 않았습니다.",
)
def test_the_worked_example(submission, reference, evidence):
    expected = reference.fit(HOURS, SCORES)
    got = submission.fit(HOURS, SCORES, lr=0.01)
    draw_costs(evidence, got, expected[2])
    compare_fit(got, expected)


def draw_costs(evidence, got, expected):
    """For the report: the first costs beside the reference's. Nothing where they are no list of costs: the test says so."""
    try:
        costs = np.asarray(got[2])
    except (TypeError, ValueError, IndexError, KeyError):
        return
    if costs.shape != (len(expected),) or costs.dtype.kind not in "biuf" or not np.isfinite(costs).all():
        return
    shown = list(range(20))
    evidence(
        "curve",
        title={"en": "The cost in the first 20 epochs", "ko": "처음 20에포크의 비용"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "mean squared error", "ko": "평균 제곱 오차"},
        series=[
            {"label": {"en": "your cost", "ko": "제출한 함수의 비용"}, "x": shown, "y": costs[:20].tolist()},
            {"label": {"en": "reference", "ko": "기준"}, "x": shown, "y": expected[:20]},
        ],
    )


@points(5)
@hint(
    en="(1, 2), (2, 4) and (3, 6) lie on a line: the limit is w = 2, b = 0. All epochs are run even when nothing moves any more.",
    ko="(1, 2), (2, 4), (3, 6)은 한 직선 위에 있으므로 극한은 w = 2, b = 0입니다. 더 움직이지 않더라도 에포크를 모두 실행합니다.",
)
def test_the_limit(submission, reference):
    x, y = np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0])
    got = submission.fit(x, y, lr=0.17, epochs=700)
    compare_fit(got, (2.0, 0.0, reference.fit(x, y, 0.17, 700)[2]))
    compare_fit(submission.fit(x, y, lr=0.1, epochs=280), reference.fit(x, y, 0.1, 280))  # nearly there, and not rounded to it
    # More epochs than the default, and long enough that two costs in a row come out equal to the last digit.
    compare_fit(submission.fit(HOURS, SCORES, 0.06, 2600), (10.0, 9.5, reference.fit(HOURS, SCORES, 0.06, 2600)[2]))


@points(3)
@hint(
    en="Arrays may hold integers; w and b are real numbers all the same.",
    ko="배열에 정수가 들어 있을 수 있습니다. 그래도 w와 b는 실수입니다.",
)
def test_fit_whole_numbers(submission, reference, rng):
    x, y = rng.integers(-3, 4, 5), rng.integers(-9, 10, 5)
    x[:2], y[:2] = (-2, 3), (5, -4)
    for targets in (y, y + 0.5):
        compare_fit(submission.fit(x, targets, lr=0.05, epochs=12), reference.fit(x, targets, 0.05, 12))


@points(1)
@hint(
    en="Samples may repeat, be 0 or large, and one array may be whole and the other not. The learning rate may be tiny, or a whole number.",
    ko="샘플의 값은 같거나 0이거나 클 수 있고, 한쪽 배열만 정수일 수도 있습니다. 학습률은 아주 작거나 정수일 수 있습니다.",
)
def test_fit_special_values(submission, reference, rng):
    for x, y, _, _ in special(rng):
        judge(submission, reference, "fit", x, y, float(0.1 / (1.0 + np.mean(x.astype(float) ** 2))), 6)
    x, y = drawn(rng, 4)
    judge(submission, reference, "fit", x / 3, y, 1, 4)


@points(3)
@hint(
    en="A learning rate that is too large makes the cost grow. fit follows it as it is: no limit, no early stop.",
    ko="학습률이 너무 크면 비용이 커집니다. 막거나 일찍 멈추지 말고 그대로 따라가십시오.",
)
def test_too_large_a_rate(submission, reference):
    compare_fit(submission.fit(HOURS, SCORES, lr=0.2, epochs=6), reference.fit(HOURS, SCORES, 0.2, 6))


# --- all four


@points(1)
@hint(
    en="Operators such as -= and *= write into the caller's arrays.",
    ko="-=나 *= 같은 연산자는 호출한 쪽의 배열을 고칩니다.",
)
@pytest.mark.parametrize("name", ["predict", "cost", "gradients", "fit"])
def test_arguments_are_not_changed(submission, reference, rng, name):
    (x, y), (w, b) = drawn(rng, 5), line(rng)
    whole = rng.permutation([-4, 0, 1, 3, -2])
    for first, second in ((x, y), (whole, whole[::-1].copy())):
        arguments = {"predict": (first, w, b), "fit": (first, second, 0.03, 6)}.get(name, (first, second, w, b))
        got = assert_unchanged(getattr(submission, name), *arguments)
        expected = getattr(reference, name)(*arguments)
        if name == "gradients":
            compare_gradients(got, expected)
        elif name == "fit":
            compare_fit(got, expected)
        else:
            compare(got, expected, f"{name}(…)")


@points(1)
@hint(
    en="The parameters are called x, y, w, b, lr and epochs, as in 'What to write'.",
    ko="매개변수의 이름은 '작성할 내용'과 같이 x, y, w, b, lr, epochs입니다.",
)
@pytest.mark.parametrize("name", ["predict", "cost", "gradients", "fit"])
def test_arguments_by_name(submission, reference, rng, name):
    (x, y), (w, b) = drawn(rng, 5), line(rng)
    if name == "predict":
        compare(submission.predict(b=b, w=w, x=x), reference.predict(x, w, b), "predict(x=…, w=…, b=…)")
    elif name == "cost":
        compare(submission.cost(b=b, w=w, y=y, x=x), reference.cost(x, y, w, b), "cost(x=…, y=…, w=…, b=…)")
    elif name == "gradients":
        compare_gradients(submission.gradients(b=b, w=w, y=y, x=x), reference.gradients(x, y, w, b))
    else:
        compare_fit(submission.fit(epochs=4, lr=0.05, y=y, x=x), reference.fit(x, y, 0.05, 4))


@points(2)
@hint(
    en="A call must not depend on the calls before it: fit starts from w = b = 0 every time.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다. fit은 매번 w = b = 0에서 시작합니다.",
)
def test_calls_are_independent(submission, reference, rng):
    first, second = ((*drawn(rng, 4), *line(rng)) for _ in range(2))
    for x, y, w, b in (first, second, first):
        compare(submission.predict(x, w, b), reference.predict(x, w, b), "predict(x, w, b)")
        compare(submission.cost(x, y, w, b), reference.cost(x, y, w, b), "cost(x, y, w, b)")
        compare_gradients(submission.gradients(x, y, w, b), reference.gradients(x, y, w, b))
        compare_fit(submission.fit(x, y, 0.05, 5), reference.fit(x, y, 0.05, 5))
