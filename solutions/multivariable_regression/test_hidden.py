"""The hidden suite of `multivariable_regression`.

Values are judged to 1e-9 absolute and 1e-7 relative, the results of `fit` to 1e-8 and 1e-6, and those of `normal_equation` to 1e-7 and
1e-6: who solves with XᵀX loses twice the digits. Random matrices for it are drawn so that the singular values that are not 0 lie within a
factor of 30, and no way of finding the rank can be in doubt.
"""

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_true, assert_unchanged, hint, points

X = np.array([[73.0, 80.0, 75.0], [93.0, 88.0, 93.0], [89.0, 91.0, 80.0], [96.0, 98.0, 100.0], [73.0, 66.0, 70.0]])
Y = np.array([152.0, 185.0, 180.0, 196.0, 142.0])
SHAPES = [(6, 2), (3, 3), (2, 4), (5, 1), (1, 3), (1, 1), (4, 3), (150, 12)]


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def parts(value, count, what):
    """value as count things in a tuple or a list."""
    assert_true(
        isinstance(value, list | tuple) and len(value) == count,
        Text(f"{what} should return {count} things", f"{what}은(는) 값을 {count}개 반환해야 합니다"),
    )
    return list(value)


def compare_gradients(actual, expected):
    slopes, offset = parts(actual, 2, "gradients(X, y, w, b)")
    compare(slopes, expected[0], "gradients(X, y, w, b)[0]")
    compare(offset, expected[1], "gradients(X, y, w, b)[1]")


def compare_fit(actual, expected):
    names = ("w", "b", "history")
    for name, got, want in zip(names, parts(actual, 3, "fit(X, y)"), expected, strict=True):
        assert_close(got, want, what=f"fit(X, y): {name}", atol=1e-8, rtol=1e-6)


def compare_solution(actual, expected):
    for name, got, want in zip("wb", parts(actual, 2, "normal_equation(X, y)"), expected, strict=True):
        assert_close(got, want, what=f"normal_equation(X, y): {name}", atol=1e-7, rtol=1e-6)


def drawn(rng, n, d):
    """X (n, d), y (n,), w (d,) and b, of either sign."""
    return rng.uniform(-2.0, 2.0, (n, d)), rng.uniform(-5.0, 5.0, n), rng.uniform(-3.0, 3.0, d), float(rng.uniform(1.0, 4.0))


def judge(submission, reference, name, *arguments):
    """One call of that function, compared."""
    got, expected = getattr(submission, name)(*arguments), getattr(reference, name)(*arguments)
    if name in ("predict", "cost"):
        compare(got, expected, f"{name}({'X' if name == 'predict' else 'X, y'}, w, b)")
    else:
        (compare_gradients if name == "gradients" else compare_fit)(got, expected)


def special(rng):
    """X, y, w, b: rows or columns that repeat or are 0, large values, an array that alone is whole, columns side by side in memory."""
    rows, y, w, b = drawn(rng, 5, 3)
    whole = rng.permutation([-4, 1, 3, 7, -2])
    holed = w * np.array([1.0, 0.0, 1.0])
    yield rows[:, [0, 0, 1]], y, w, b
    yield rows[[0, 0, 1, 2, 3]], y, w, b
    yield rows * np.array([1.0, 0.0, 1.0]), y, w, b
    yield rows * np.array([[1.0], [0.0], [1.0], [1.0], [1.0]]), y, w, 0.0
    yield np.zeros((5, 3)), y, w, b
    yield rows, np.zeros(5), holed, b
    yield rows, np.full(5, 2.5), np.zeros(3), b
    yield 3e3 * rows, 2e3 * y, 100 * w, 100 * b
    yield rows, whole, whole[:3].copy(), np.float64(b)
    yield rng.integers(-5, 6, (5, 3)), y, w, b
    yield np.asfortranarray(rows), y, w, b


def sound(make):
    """The first of make()'s matrices that is as well conditioned as the module's docstring says, with the rank that it should have."""
    while True:
        matrix = make()
        values = np.linalg.svd(np.column_stack([matrix, np.ones(len(matrix))]), compute_uv=False)
        kept = values[values > 1e-9 * values[0]]
        if kept[0] < 30 * kept[-1]:
            return matrix


# --- predict


@points(3)
@hint(
    en="0.5 · 73 + 0.5 · 80 + 75 = 151.5 for the first row: one number for each row. See 'A worked example'.",
    ko="첫 행에서는 0.5 · 73 + 0.5 · 80 + 75 = 151.5입니다. 행마다 숫자가 하나씩 나옵니다. '풀이 예제'를 보십시오.",
)
def test_predictions_of_the_worked_example(submission):
    w = np.array([0.5, 0.5, 1.0])
    compare(submission.predict(X, w, 0.0), [151.5, 183.5, 170.0, 197.0, 139.5], "predict(X, (0.5, 0.5, 1), 0)")
    compare(submission.predict(X, w, -2.0), [149.5, 181.5, 168.0, 195.0, 137.5], "predict(X, (0.5, 0.5, 1), -2)")


@points(4)
@hint(
    en="The product of each row with w, plus b once: (n, d) and (d,) give (n,), whatever n and d are.",
    ko="각 행과 w의 내적에 b를 한 번 더합니다. n과 d가 얼마이든 (n, d)와 (d,)에서 (n,)이 나옵니다.",
)
def test_predict(submission, reference, rng):
    for n, d in SHAPES:
        rows, _, w, b = drawn(rng, n, d)
        compare(submission.predict(rows, w, b), reference.predict(rows, w, b), "predict(X, w, b)")


@points(2)
@hint(
    en="X may hold integers while w and b do not, and all may be whole.",
    ko="X만 정수일 수도 있고 w와 b까지 모두 정수일 수도 있습니다.",
)
def test_predict_whole_numbers(submission, reference, rng):
    rows = rng.integers(-5, 6, (4, 3))
    for w, b in ((np.array([1.25, -0.5, 0.75]), 0.5), (np.array([2, -1, 3]), -2)):
        compare(submission.predict(rows, w, b), reference.predict(rows, w, b), "predict(X, w, b)")


@points(3)
@hint(
    en="An empty batch of shape (0, d) is legal for predict and gives an empty array of shape (0,).",
    ko="predict는 모양이 (0, d)인 빈 배치를 받을 수 있으며, 이때 모양이 (0,)인 빈 배열을 반환합니다.",
)
def test_predict_an_empty_batch(submission):
    for d in (3, 1, 4):
        w = np.arange(1.0, d + 1)
        compare(submission.predict(np.zeros((0, d)), w, 4.0), np.zeros(0), f"predict(np.zeros((0, {d})), w, 4)")


# --- cost


@points(3)
@hint(
    en="29661.8 with all weights 0, which is the mean of the squared scores. See 'A worked example'.",
    ko="가중치가 모두 0이면 점수 제곱의 평균인 29661.8입니다. '풀이 예제'를 보십시오.",
)
def test_cost_of_the_worked_example(submission):
    compare(submission.cost(X, Y, np.zeros(3), 0.0), 29661.8, "cost(X, y, (0, 0, 0), 0)")
    compare(submission.cost(X, Y, np.array([0.5, 0.5, 1.0]), 0.0), 21.95, "cost(X, y, (0.5, 0.5, 1), 0)")
    compare(submission.cost(X[:2], np.array([151.5, 183.5]), np.array([0.5, 0.5, 1.0]), 0.0), 0.0, "cost(X, X w, w, 0)")


@points(2)
@hint(en="Square each of the n errors first, then take their mean.", ko="오차 n개를 하나씩 제곱한 다음 평균을 구합니다.")
def test_cost(submission, reference, rng):
    for n, d in SHAPES:
        rows, y, w, b = drawn(rng, n, d)
        compare(submission.cost(rows, y, w, b), reference.cost(rows, y, w, b), "cost(X, y, w, b)")


@points(2)
@hint(en="Arrays may hold integers; the mean is a real number.", ko="배열에 정수가 들어 있을 수 있습니다. 평균은 실수입니다.")
def test_cost_of_whole_numbers(submission):
    rows, y = np.array([[1, 2], [0, -1], [3, 1], [-2, 2]]), np.array([2, 1, -1, 3])
    for w, b, expected in ((np.array([2, 1]), 1, 26.75), (np.array([0.5, -1.5]), 0.5, 15.375)):  # exact in binary
        compare(submission.cost(rows, y, w, b), expected, "cost(X, y, w, b)")
    compare(submission.cost(rows, y + 0.5, np.array([2, 1]), 1), 25.25, "cost(X, y, w, b)")


# --- gradients


@points(4)
@hint(
    en="(-29401.2, -29360, -29018) for w and -342 for b: see 'A worked example'.",
    ko="w에 대해 (-29401.2, -29360, -29018), b에 대해 -342입니다. '풀이 예제'를 보십시오.",
)
def test_gradients_of_the_worked_example(submission):
    compare_gradients(submission.gradients(X, Y, np.zeros(3), 0.0), ([-29401.2, -29360.0, -29018.0], -342.0))


@points(5)
@hint(
    en="2/n times Xᵀ(ŷ - y), which has one component for each feature; and 2/n times the sum of ŷ - y.",
    ko="w의 기울기는 Xᵀ(ŷ - y)에 2/n를 곱한 값으로 특성마다 성분이 하나씩 있고, b의 기울기는 ŷ - y의 합에 2/n를 곱한 값입니다.",
)
def test_gradients(submission, reference, rng):
    for n, d in SHAPES:
        rows, y, w, b = drawn(rng, n, d)
        compare_gradients(submission.gradients(rows, y, w, b), reference.gradients(rows, y, w, b))


@points(2)
@hint(en="Arrays may hold integers; gradients are real numbers.", ko="배열에 정수가 들어 있을 수 있습니다. 기울기는 실수입니다.")
def test_gradients_of_whole_numbers(submission):
    rows, y = np.array([[1, 2], [0, -1], [3, 1], [-2, 2]]), np.array([2, 1, -1, 3])
    expected = (([19.0, 4.0], 3.5), ([6.75, -10.25], -4.0))  # exact in binary
    for (w, b), want in zip(((np.array([2, 1]), 1), (np.array([0.5, -1.5]), 0.5)), expected, strict=True):
        compare_gradients(submission.gradients(rows, y, w, b), want)


@points(3)
@hint(
    en="At the lowest point all derivatives are 0; beside it they point away from it.",
    ko="가장 낮은 점에서는 모든 기울기가 0이고, 그 옆에서는 멀어지는 방향을 가리킵니다.",
)
def test_gradients_at_the_lowest_point(submission):
    rows, w = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [2.0, -1.0]]), np.array([3.0, -2.0])
    y = np.array([4.0, -1.0, 2.0, 9.0])  # 3 x1 - 2 x2 + 1
    compare_gradients(submission.gradients(rows, y, w, 1.0), ([0.0, 0.0], 0.0))
    compare_gradients(submission.gradients(rows, y, w, 2.0), ([2.0, 0.5], 2.0))


# --- predict, cost and gradients


@points(1)
@hint(
    en="Rows and columns may repeat, be 0 or large, so may w and b; one array may be whole and the others not. The formulas stay.",
    ko="행이나 열, w와 b의 값은 같거나 0이거나 클 수 있고, 한 배열만 정수일 수도 있습니다. 그래도 수식은 그대로입니다.",
)
@pytest.mark.parametrize("name", ["predict", "cost", "gradients"])
def test_special_values(submission, reference, rng, name):
    for rows, y, w, b in special(rng):
        judge(submission, reference, name, *((rows, w, b) if name == "predict" else (rows, y, w, b)))


# --- fit


@points(4)
@hint(
    en="From zeros, one step against all derivatives, taken at the old (w, b). The cost is noted before it.",
    ko="0에서, 갱신하기 전의 (w, b)에서 구한 기울기와 반대 방향으로 한 번 움직입니다. 비용은 그 전에 기록합니다.",
)
def test_one_epoch(submission):
    compare_fit(submission.fit(X, Y, lr=1e-5, epochs=1), ([0.294012, 0.2936, 0.29018], 0.00342, [29661.8]))


@points(4)
@hint(
    en="Without an argument for it the learning rate is 1e-5. After 20 updates the cost of the worked example is 5.9571.",
    ko="학습률을 주지 않으면 1e-5입니다. 20번 갱신하면 풀이 예제의 비용은 5.9571입니다.",
)
def test_default_learning_rate(submission, reference):
    got = submission.fit(X, Y, epochs=21)
    history = parts(got, 3, "fit(X, y, epochs=21)")[2]
    assert_close(np.asarray(history).ravel()[-1:], [5.9571], what="history[20]", atol=1e-4, rtol=0)
    compare_fit(got, reference.fit(X, Y, 1e-5, 21))


@points(4)
@hint(
    en="Without an argument for it there are 1000 epochs. However many there are, all of them are run, even when nothing moves any more.",
    ko="에포크 수를 주지 않으면 1000에포크입니다. 에포크가 몇이든, 더 움직이지 않더라도 모두 실행합니다.",
)
def test_default_epochs(submission, reference, evidence):
    expected = reference.fit(X, Y, 1e-5, 1000)
    got = submission.fit(X, Y, lr=1e-5)
    draw_costs(evidence, got, expected[2])
    compare_fit(got, expected)
    # More epochs than the default. Each halves what is left of the way, so that the costs soon come out equal to the last digit.
    rows, y = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]]), np.array([3.0, 1.0, -2.0, 6.0])
    compare_fit(submission.fit(rows, y, 0.25, 1100), ([0.0, -1.5], 2.0, reference.fit(rows, y, 0.25, 1100)[2]))


def draw_costs(evidence, got, expected):
    """For the report: the first costs beside the reference's. Nothing where they are no list of costs: the test says so."""
    try:
        costs = np.asarray(got[2])
    except (TypeError, ValueError, IndexError, KeyError):
        return
    if costs.shape != (len(expected),) or costs.dtype.kind not in "biuf" or not np.isfinite(costs).all():
        return
    shown = list(range(16))
    evidence(
        "curve",
        title={"en": "The cost in the first 16 epochs", "ko": "처음 16에포크의 비용"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "mean squared error", "ko": "평균 제곱 오차"},
        series=[
            {"label": {"en": "your cost", "ko": "제출한 함수의 비용"}, "x": shown, "y": costs[:16].tolist()},
            {"label": {"en": "reference", "ko": "기준"}, "x": shown, "y": expected[:16]},
        ],
    )


@points(2)
@hint(
    en="All weights and the bias move in every epoch, at once. Compare the first epochs with your own gradients.",
    ko="에포크마다 모든 가중치와 편향이 동시에 움직입니다. 처음 몇 에포크를 직접 구한 기울기와 비교해 보십시오.",
)
@pytest.mark.parametrize(("n", "d"), [(6, 2), (3, 3), (2, 4), (1, 1), (150, 12)])
def test_fit(submission, reference, rng, n, d):
    rows, y, _, _ = drawn(rng, n, d)
    lr = float(rng.uniform(0.02, 0.05))
    for epochs in (2, int(rng.integers(15, 30))):
        compare_fit(submission.fit(rows, y, lr, epochs), reference.fit(rows, y, lr, epochs))


@points(2)
@hint(
    en="Arrays may hold integers; w and b are real numbers all the same.",
    ko="배열에 정수가 들어 있을 수 있습니다. 그래도 w와 b는 실수입니다.",
)
def test_fit_whole_numbers(submission, reference, rng):
    rows, y = rng.integers(-3, 4, (5, 2)), rng.integers(-9, 10, 5)
    rows[0], y[0] = (2, -3), 7
    for targets in (y, y + 0.5):
        compare_fit(submission.fit(rows, targets, lr=0.03, epochs=9), reference.fit(rows, targets, 0.03, 9))


@points(1)
@hint(
    en="Rows and columns may repeat, be 0 or large; one array may be whole and the other not. The rate may be tiny, or a whole number.",
    ko="행이나 열의 값은 같거나 0이거나 클 수 있고, 한 배열만 정수일 수도 있습니다. 학습률은 아주 작거나 정수일 수 있습니다.",
)
def test_fit_special_values(submission, reference, rng):
    for rows, y, _, _ in special(rng):
        judge(submission, reference, "fit", rows, y, float(0.4 / (1.0 + np.mean(np.sum(rows.astype(float) ** 2, axis=1)))), 6)
    rows, y, _, _ = drawn(rng, 3, 2)
    judge(submission, reference, "fit", rows / 3, y, 1, 4)
    judge(submission, reference, "fit", rows / 20, y, 4.0, 4)


@points(2)
@hint(
    en="A learning rate that is too large makes the cost grow. fit follows it as it is: no limit, no early stop.",
    ko="학습률이 너무 크면 비용이 커집니다. 막거나 일찍 멈추지 말고 그대로 따라가십시오.",
)
def test_too_large_a_rate(submission, reference):
    compare_fit(submission.fit(X, Y, lr=1e-4, epochs=6), reference.fit(X, Y, 1e-4, 6))


# --- normal_equation


@points(4)
@hint(
    en="The lowest point of the worked example is w = (1.2624, 0.6555, 0.1344), b = -2.7417. The bias is a weight, too.",
    ko="풀이 예제의 가장 낮은 점은 w = (1.2624, 0.6555, 0.1344), b = -2.7417입니다. 편향도 하나의 가중치입니다.",
)
def test_solution_of_the_worked_example(submission, reference):
    got = submission.normal_equation(X, Y)
    for name, value, rounded in zip("wb", parts(got, 2, "normal_equation(X, y)"), ([1.2624, 0.6555, 0.1344], -2.7417), strict=True):
        assert_close(value, rounded, what=f"normal_equation(X, y): {name}", atol=6e-5, rtol=0)
    compare_solution(got, reference.normal_equation(X, Y))


@points(3)
@hint(
    en="Where the samples lie on a plane exactly, the solution is that plane, however far it is from the origin.",
    ko="샘플이 정확히 한 평면 위에 있으면 그 평면이 해입니다. 원점에서 멀리 떨어져 있어도 마찬가지입니다.",
)
def test_samples_on_a_plane(submission, rng):
    rows = sound(lambda: rng.uniform(-3.0, 3.0, (6, 3)))
    w, b = rng.uniform(-3.0, 3.0, 3), float(rng.uniform(20.0, 40.0))
    compare_solution(submission.normal_equation(rows, rows @ w + b), (w, b))


@points(4)
@hint(
    en="With more samples than weights some error remains, and the solution makes its square smallest. Your own gradients are 0 there.",
    ko="샘플이 가중치보다 많으면 오차가 남으며, 해는 그 제곱을 가장 작게 합니다. 직접 구한 기울기가 그곳에서 0인지 확인하십시오.",
)
def test_more_samples_than_weights(submission, reference, rng):
    for n, d, size in ((8, 2, 1.0), (5, 4, 1.0), (6, 1, 1.0), (41, 3, 3000.0), (60, 10, 1.0)):
        rows, y = sound(lambda n=n, d=d: rng.uniform(-3.0, 3.0, (n, d))), size * rng.uniform(-5.0, 5.0, n)
        compare_solution(submission.normal_equation(rows, y), reference.normal_equation(rows, y))
    for y in (np.zeros(60), np.full(60, 2.5), rng.integers(-9, 10, 60)):
        compare_solution(submission.normal_equation(rows, y), reference.normal_equation(rows, y))
    compare_solution(submission.normal_equation(np.asfortranarray(rows), y), reference.normal_equation(rows, y))


@points(1)
@hint(
    en="Features may be large or small beside the 1 that stands for the bias. No single precision, and nothing added to XᵀX.",
    ko="특성이 편향에 해당하는 1에 비해 크거나 작을 수 있습니다. 단정밀도로 바꾸거나 XᵀX에 무엇을 더하지 마십시오.",
)
def test_features_of_another_size(submission, rng):
    rows, w, b = sound(lambda: rng.uniform(-3.0, 3.0, (9, 2))), rng.uniform(1.0, 3.0, 2), float(rng.uniform(1.0, 3.0))
    for size in (0.003, 2000.0):
        compare_solution(submission.normal_equation(size * rows, size * rows @ w + b), (w, b))


@points(4)
@hint(
    en="With fewer samples than weights many solutions have no error, and XᵀX has no inverse. The one of smallest norm is asked for.",
    ko="샘플이 가중치보다 적으면 오차가 없는 해가 여럿이고 XᵀX의 역행렬이 없습니다. 그중 노름이 가장 작은 해를 구합니다.",
)
def test_fewer_samples_than_weights(submission, reference, rng):
    for n, d in ((2, 3), (3, 3), (1, 1), (1, 4)):
        rows, y = sound(lambda n=n, d=d: rng.uniform(-3.0, 3.0, (n, d))), rng.uniform(1.0, 5.0, n)
        compare_solution(submission.normal_equation(rows, y), reference.normal_equation(rows, y))
    rows = sound(lambda: rng.integers(-3, 4, (2, 5)).astype(float))[[0, 1, 0]]  # one sample twice, with two different targets
    y = rng.uniform(1.0, 5.0, 3)
    compare_solution(submission.normal_equation(rows, y), reference.normal_equation(rows, y))


@points(3)
@hint(
    en="A feature may be there twice, or be 0 throughout. The smallest norm shares the weight out, or makes it 0.",
    ko="같은 특성이 두 번 들어 있거나 모두 0인 특성이 있을 수 있습니다. 노름이 가장 작은 해는 가중치를 나누어 갖거나 0으로 둡니다.",
)
def test_features_that_add_nothing(submission, reference, rng):
    rows = sound(lambda: rng.integers(-3, 4, (5, 2)).astype(float))
    for added in (rows[:, 0], -2 * rows[:, 1], np.zeros(5)):
        wide, y = np.column_stack([rows, added]), rng.uniform(-5.0, 5.0, 5)
        compare_solution(submission.normal_equation(wide, y), reference.normal_equation(wide, y))
    column = rng.permutation([-2.0, 1.0, 3.0])
    # As many samples as weights, no sample but 0, a sample of 0, and the same feature at the front.
    for rows in (np.column_stack([column, column]), np.zeros((3, 2)), np.column_stack([column, column, [1.0, 0.0, 2.0]]) * [[0], [1], [1]]):
        y = rng.uniform(-5.0, 5.0, 3)
        compare_solution(submission.normal_equation(rows, y), reference.normal_equation(rows, y))


@points(4)
@hint(
    en="A feature that is constant does what the bias does. It is the norm of w and b together that has to be smallest.",
    ko="값이 일정한 특성은 편향과 같은 역할을 합니다. 가장 작아야 하는 것은 w와 b를 함께 이은 벡터의 노름입니다.",
)
def test_a_constant_feature(submission, reference, rng):
    rows = sound(lambda: rng.integers(-3, 4, (5, 1)).astype(float))
    for constant in (1.0, -3.0):
        wide, y = np.column_stack([np.full(5, constant), rows]), rng.uniform(2.0, 9.0, 5)
        compare_solution(submission.normal_equation(wide, y), reference.normal_equation(wide, y))


@points(2)
@hint(
    en="Arrays may hold integers; w and b are real numbers all the same.",
    ko="배열에 정수가 들어 있을 수 있습니다. 그래도 w와 b는 실수입니다.",
)
def test_solution_of_whole_numbers(submission, reference, rng):
    rows, y = sound(lambda: rng.integers(-4, 5, (6, 2))), rng.integers(-9, 10, 6)
    for targets in (y, y + rng.uniform(-0.5, 0.5, 6)):
        compare_solution(submission.normal_equation(rows, targets), reference.normal_equation(rows, targets))


# --- all five


@points(1)
@hint(
    en="Operators such as -= and *= write into the caller's arrays, w included.",
    ko="-=나 *= 같은 연산자는 w를 포함해 호출한 쪽의 배열을 고칩니다.",
)
@pytest.mark.parametrize("name", ["predict", "cost", "gradients", "fit", "normal_equation"])
def test_arguments_are_not_changed(submission, reference, rng, name):
    floats, whole = drawn(rng, 5, 2), (rng.permutation(np.arange(-5, 5)).reshape(5, 2), np.arange(4, -1, -1), np.array([3, -2]), 1)
    for rows, y, w, b in (floats, whole):
        arguments = {"predict": (rows, w, b), "fit": (rows, y, 0.02, 6), "normal_equation": (rows, y)}.get(name, (rows, y, w, b))
        got = assert_unchanged(getattr(submission, name), *arguments)
        expected = getattr(reference, name)(*arguments)
        if name in ("predict", "cost"):
            compare(got, expected, f"{name}(…)")
        else:
            {"gradients": compare_gradients, "fit": compare_fit, "normal_equation": compare_solution}[name](got, expected)


@points(1)
@hint(
    en="The parameters are called X, y, w, b, lr and epochs, as in 'What to write'.",
    ko="매개변수의 이름은 '작성할 내용'과 같이 X, y, w, b, lr, epochs입니다.",
)
@pytest.mark.parametrize("name", ["predict", "cost", "gradients", "fit", "normal_equation"])
def test_arguments_by_name(submission, reference, rng, name):
    rows, y, w, b = drawn(rng, 5, 2)
    if name == "predict":
        compare(submission.predict(b=b, w=w, X=rows), reference.predict(rows, w, b), "predict(X=…, w=…, b=…)")
    elif name == "cost":
        compare(submission.cost(b=b, w=w, y=y, X=rows), reference.cost(rows, y, w, b), "cost(X=…, y=…, w=…, b=…)")
    elif name == "gradients":
        compare_gradients(submission.gradients(b=b, w=w, y=y, X=rows), reference.gradients(rows, y, w, b))
    elif name == "fit":
        compare_fit(submission.fit(epochs=4, lr=0.03, y=y, X=rows), reference.fit(rows, y, 0.03, 4))
    else:
        compare_solution(submission.normal_equation(y=y, X=rows), reference.normal_equation(rows, y))


@points(2)
@hint(
    en="A call must not depend on the calls before it: fit starts from zeros every time.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다. fit은 매번 0에서 시작합니다.",
)
def test_calls_are_independent(submission, reference, rng):
    first, second, third = drawn(rng, 4, 2), drawn(rng, 4, 2), drawn(rng, 5, 3)
    for rows, y, w, b in (first, second, first, third):
        compare(submission.predict(rows, w, b), reference.predict(rows, w, b), "predict(X, w, b)")
        compare(submission.cost(rows, y, w, b), reference.cost(rows, y, w, b), "cost(X, y, w, b)")
        compare_gradients(submission.gradients(rows, y, w, b), reference.gradients(rows, y, w, b))
        compare_fit(submission.fit(rows, y, 0.03, 5), reference.fit(rows, y, 0.03, 5))
        compare_solution(submission.normal_equation(rows, y), reference.normal_equation(rows, y))
