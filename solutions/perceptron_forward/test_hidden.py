"""Hidden suite of perceptron_forward: the step, the column of ones, and the two joined by one product.

No random sum lies within 0.01 of 0, and points meant to lie on the line do so exactly in binary whatever the order of summing, so
every way to add up is accepted.
"""

import numpy as np
import pytest

from gradekit.testing import assert_close, assert_same, assert_shape, assert_unchanged, hint, points, raises

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
DOCUMENTED_U = np.array([-0.5, 1.0, 1.0])
OR = (-1, 1, 1, 1)


def batch(rng, n: int, d: int) -> tuple[np.ndarray, np.ndarray]:
    """Random X (n, d) and u (d+1,) with every sum at least 0.01 from 0; for n > 3 both outputs occur."""
    while True:
        X, u = rng.normal(size=(n, d)), rng.normal(size=d + 1)
        s = u[0] + X @ u[1:]
        if np.abs(s).min(initial=1.0) >= 0.01 and (n <= 3 or 0 < (s > 0).mean() < 1):
            return X, u


def same_values(actual, expected, what: str) -> None:
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


# --- step ------------------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="The step looks at each number on its own and keeps the shape of its input, whatever that is.",
    ko="계단 함수는 수를 하나씩 따로 보며, 입력의 모양이 무엇이든 그대로 유지합니다.",
)
@pytest.mark.parametrize("shape", [(1,), (8,), (3, 5), (2, 3, 4)], ids=["1", "8", "3x5", "2x3x4"])
def test_step_keeps_the_shape(submission, reference, rng, shape):
    s = rng.normal(size=shape)
    assert_same(submission.step(s), reference.step(s), what=f"step(s), s {shape}")


@points(5)
@hint(
    en="Is 0 above 0? See 'The formula': one of the two answers belongs to 0, and there is no third answer.",
    ko="0은 0보다 큽니까? '수식'을 보십시오. 0에서의 출력도 두 값 가운데 하나이며, 셋째 값은 없습니다.",
)
def test_step_of_zero(submission):
    answers = [submission.step(np.array(s)) for s in ([0.0, -0.0], [[0, 3], [-2, 0]])]
    assert_same(answers[0], [-1, -1], what="step([0.0, -0.0])")
    assert_same(answers[1], [[-1, 1], [-1, -1]], what="step([[0, 3], [-2, 0]])")


@points(3)
@hint(
    en="However near to 0 or far from it a number is, only its side counts.",
    ko="0에 아무리 가깝거나 멀어도 어느 쪽에 있는지만 중요합니다.",
)
def test_step_of_small_and_large_numbers(submission):
    s = np.array([2.0**-40, -(2.0**-40), 1e-300, -1e-300, 0.3, -0.3, 0.7, -0.7, 1e4, -1e4])
    assert_same(submission.step(s), [1, -1] * 5, what="step(s)")


@points(2)
@hint(en="Whole numbers may come as an integer array.", ko="정수로 된 값은 정수 배열로 주어질 수 있습니다.")
def test_step_of_integers(submission):
    s = np.array([-2, -1, 0, 1, 2, 200, -200, 10_000, -10_000])
    assert_same(submission.step(s), [-1, -1, -1, 1, 1, 1, -1, 1, -1], what=f"step({s.tolist()})")


@points(2)
@hint(
    en="An empty array has no number to decide about: the answer is empty too, with the same shape.",
    ko="빈 배열에는 판단할 수가 없습니다. 결과도 같은 모양의 빈 배열입니다.",
)
def test_step_of_nothing(submission):
    for shape in ((0,), (0, 3)):
        assert_shape(submission.step(np.zeros(shape)), shape, what=f"step(np.zeros({shape}))")


@points(2)
@hint(
    en="Writing into s changes the caller's array. Build a new one.",
    ko="s에 값을 써 넣으면 호출한 쪽의 배열이 바뀝니다. 새 배열을 만드십시오.",
)
def test_step_leaves_its_input(submission, reference, rng):
    for s in (rng.normal(size=(3, 2)), rng.normal(size=4), rng.integers(-3, 4, 5), rng.normal(size=(3, 2))):
        assert_same(assert_unchanged(submission.step, s), reference.step(s), what="step(s)")


# --- add_bias --------------------------------------------------------------------------------------------------------


@points(3)
@hint(
    en="Four rows stay four rows. There is one column more, in front, and every number in it is 1.",
    ko="네 행은 그대로 네 행입니다. 맨 앞에 열이 하나 늘고, 그 열의 수는 모두 1입니다.",
)
def test_bias_of_the_documented_data(submission):
    same_values(submission.add_bias(CORNERS), [[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]], "add_bias(X)")


@points(2)
@hint(
    en="The ones go in front of the columns of X, and X itself stays as it is, with its fractions and signs.",
    ko="1로 된 열은 X의 열들보다 앞에 옵니다. X의 값은 소수와 부호까지 그대로 남아야 합니다.",
)
@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (150, 1), (3, 3), (3, 2), (2, 16)], ids=lambda shape: "x".join(map(str, shape)))
def test_bias_of_random_data(submission, reference, rng, shape):
    X = rng.normal(0.0, 3.0, shape)
    same_values(submission.add_bias(X), reference.add_bias(X), f"add_bias(X), X {shape}")


@points(2)
@hint(
    en="X may hold integers, and large numbers: nothing is cut, rounded or wrapped round.",
    ko="X는 정수 배열일 수도, 큰 수를 담고 있을 수도 있습니다. 값이 잘리거나 반올림되어서는 안 됩니다.",
)
def test_bias_of_integers_and_large_numbers(submission, reference, rng):
    for X in (rng.integers(-9, 10, (4, 3)), rng.integers(-10_000, 10_001, (3, 2)), rng.uniform(-1e4, 1e4, (3, 4))):
        same_values(submission.add_bias(X), reference.add_bias(X), f"add_bias(X), X {X.dtype}")


@points(3)
@hint(
    en="A batch may be empty: no rows in, no rows out, and still one column more.",
    ko="배치가 비어 있을 수 있습니다. 입력에 행이 없으면 출력에도 행이 없지만, 열은 여전히 하나 더 많습니다.",
)
def test_bias_of_an_empty_batch(submission):
    for d in (2, 5):
        assert_shape(submission.add_bias(np.zeros((0, d))), (0, d + 1), what=f"add_bias(np.zeros((0, {d})))")


@points(3)
@hint(
    en="The answer is a new array made of this call's X; X itself is left alone.",
    ko="결과는 이번 호출의 X로 만든 새 배열이어야 하고, X의 내용을 바꾸어서는 안 됩니다.",
)
def test_bias_leaves_its_input(submission, reference, rng):
    for X in (rng.normal(size=(3, 2)), rng.normal(size=(3, 2)), rng.integers(-3, 4, (3, 2)), rng.normal(size=(2, 2))):
        same_values(assert_unchanged(submission.add_bias, X), reference.add_bias(X), "add_bias(X)")


# --- perceptron_forward ----------------------------------------------------------------------------------------------


@points(5)
@hint(
    en="These are the four rows of 'A worked example': compare your sums with the table there.",
    ko="'풀이 예제'의 네 행입니다. 계산한 합을 그 표와 비교해 보십시오.",
)
def test_or_of_the_documented_weights(submission, evidence):
    answer = submission.perceptron_forward(CORNERS, DOCUMENTED_U)
    assert_shape(answer, (4,), what="perceptron_forward(X, (-0.5, 1, 1))")
    drawn = [
        {"x1": float(x1), "x2": float(x2), "target": target, "got": int(got) if got in (-1, 1) else None}
        for (x1, x2), target, got in zip(CORNERS, OR, np.asarray(answer), strict=True)
    ]
    evidence("decision_lines", gates=[{"label": "OR", "w1": 1.0, "w2": 1.0, "b": -0.5, "points": drawn}])
    assert_same(answer, OR, what="perceptron_forward(X, (-0.5, 1, 1))")


@points(2)
@hint(
    en="Output i is the step of u[0] + u[1] X[i, 0] + … + u[d] X[i, d-1], and the result has shape (n,).",
    ko="i번째 출력은 u[0] + u[1] X[i, 0] + … + u[d] X[i, d-1]에 계단 함수를 적용한 값이며, 결과의 모양은 (n,)입니다.",
)
@pytest.mark.parametrize(("n", "d"), [(1, 1), (1, 3), (6, 1), (4, 3), (3, 3), (300, 2), (9, 20)])
def test_random_weights(submission, reference, rng, n, d):
    asked = [batch(rng, n, d) for _ in range(3)]
    answers = [submission.perceptron_forward(*each) for each in asked]
    for each, answer in zip(asked, answers, strict=True):
        assert_same(answer, reference.perceptron_forward(*each), what=f"perceptron_forward(X, u), X ({n}, {d})")


@points(3)
@hint(
    en="When X or the weights of the features are 0, the bias alone decides, the same for every row.",
    ko="X나 특성의 가중치가 모두 0이면 편향만으로 결정되며, 모든 행의 출력이 같습니다.",
)
def test_bias_alone(submission, rng):
    for sign in (1, -1):
        u = np.array([0.25 * sign, *rng.normal(size=3)])
        assert_same(
            submission.perceptron_forward(np.zeros((3, 3)), u), [sign] * 3, what=f"perceptron_forward(np.zeros((3, 3)), u), u[0] = {u[0]}"
        )
        u = np.array([0.25 * sign, 0.0, 0.0])
        answer = submission.perceptron_forward(rng.normal(size=(4, 2)), u)
        assert_same(answer, [sign] * 4, what=f"perceptron_forward(X, ({u[0]}, 0, 0))")


@points(5)
@hint(
    en="A point exactly on the line has the sum 0: the step says -1.",
    ko="직선 위에 정확히 놓인 점은 합이 0이므로 계단 함수의 값은 -1입니다.",
)
def test_points_on_the_line(submission):
    X = np.array([[1.0, 0.0], [0.5, 0.5], [2.0, -1.0], [0.75, 0.5], [0.25, 0.5], [0.0, 1.0]])
    answer = submission.perceptron_forward(X, np.array([-1.0, 1.0, 1.0]))
    assert_same(answer, [-1, -1, -1, 1, -1, -1], what="perceptron_forward(X, (-1, 1, 1))")
    answer = submission.perceptron_forward(np.array([[0, 0], [1, 1], [2, 0]]), np.array([0, 0, 0]))
    assert_same(answer, [-1, -1, -1], what="perceptron_forward(X, (0, 0, 0))")


@points(5)
@hint(
    en="X or u may be an integer array while the other holds fractions: nothing may be cut to an integer on the way.",
    ko="X와 u 가운데 한쪽만 정수 배열일 수 있습니다. 계산 도중에 값이 정수로 잘려서는 안 됩니다.",
)
def test_integers(submission, reference):
    fractions = np.array([[0.75, 0.75], [0.25, 0.5], [-0.5, 1.25], [0.125, 0.0]])
    asked = [
        (CORNERS.astype(int), DOCUMENTED_U),
        (CORNERS.astype(int), np.array([0.75, -0.5, -0.5])),
        (fractions, np.array([-1, 1, 1])),
        (np.array([[2, -1], [0, 3], [-4, 1], [5, 5]]), np.array([-1, 2, -1])),
        (CORNERS, np.array([0.25, -0.5, 0])),
    ]
    answers = [submission.perceptron_forward(*each) for each in asked]
    for (X, u), answer in zip(asked, answers, strict=True):
        assert_same(answer, reference.perceptron_forward(X, u), what=f"perceptron_forward({X.tolist()}, {u.tolist()})")


@points(2)
@hint(
    en="Inputs and weights in the thousands: the sums are large, the answers are still ±1.",
    ko="입력과 가중치가 수천이면 합은 매우 커지지만 출력은 여전히 ±1입니다.",
)
def test_large_inputs(submission, reference, rng):
    for whole in (False, True):
        while True:
            X, u = rng.uniform(-1e4, 1e4, (100, 3)), rng.uniform(-1e4, 1e4, 4)
            if whole:
                X, u = X.astype(int), u.astype(int)
            s = u[0] + X @ u[1:]
            if np.abs(s).min() > 1e3 and 0.1 < (s > 0).mean() < 0.9:
                break
        assert_same(submission.perceptron_forward(X, u), reference.perceptron_forward(X, u), what=f"perceptron_forward(X, u), X {X.dtype}")


@points(2)
@hint(
    en="However near to the line a point is, it is on one side; do not round the sum or compare it with anything but 0.",
    ko="점이 직선에 아무리 가까워도 어느 한쪽에 있습니다. 합을 반올림하거나 0이 아닌 값과 비교하지 마십시오.",
)
def test_points_beside_the_line(submission):
    near = 2.0**-30
    X = np.array([[1.0, near], [1.0, -near], [1.0 + near, 0.0], [1.0 - near, 0.0]])
    assert_same(submission.perceptron_forward(X, np.array([-1.0, 1.0, 1.0])), [1, -1, 1, -1], what="perceptron_forward(X, (-1, 1, 1))")
    assert_same(submission.perceptron_forward(-X, np.array([1.0, 1.0, 1.0])), [-1, 1, -1, 1], what="perceptron_forward(-X, (1, 1, 1))")
    tiny = submission.perceptron_forward(np.array([[2.0**-40], [-(2.0**-40)]]), np.array([0.0, 2.0**-40]))
    assert_same(tiny, [1, -1], what="perceptron_forward([[2**-40], [-2**-40]], (0, 2**-40))")


@points(3)
@hint(
    en="An empty batch gives an empty answer of shape (0,).",
    ko="빈 배치에는 모양이 (0,)인 빈 결과를 반환합니다.",
)
def test_an_empty_batch(submission, rng):
    for d in (2, 4):
        answer = submission.perceptron_forward(np.zeros((0, d)), rng.normal(size=d + 1))
        assert_shape(answer, (0,), what=f"perceptron_forward(np.zeros((0, {d})), u)")


@points(3)
@hint(
    en="u needs one weight for each column of X and one for the bias, no more and no fewer. Otherwise raise ValueError.",
    ko="u에는 X의 열마다 가중치 하나씩과 편향 하나가 있어야 합니다. 더 많거나 적으면 ValueError를 일으키십시오.",
)
@pytest.mark.parametrize("size", ["one too few", "one too many", "only the bias"])
def test_a_wrong_number_of_weights(submission, rng, size):
    for n, d in ((4, 2), (3, 3), (1, 4), (0, 2)):
        for m in {"one too few": (d,), "one too many": (d + 2, 2 * d + 2), "only the bias": (1, 0)}[size]:
            with raises(ValueError, f"perceptron_forward(X ({n}, {d}), u ({m},))"):
                submission.perceptron_forward(rng.normal(size=(n, d)), rng.normal(size=m))


@points(4)
@hint(
    en="A column or a row of the right length is not of shape (d+1,): look at the shape of u, not only at its length.",
    ko="길이가 맞더라도 열이나 행으로 된 행렬의 모양은 (d+1,)이 아닙니다. u의 길이만 보지 말고 모양을 보십시오.",
)
def test_weights_as_a_matrix(submission, rng):
    for n, d in ((4, 2), (3, 3), (1, 1)):
        for shape in ((d + 1, 1), (1, d + 1), (d + 1, d + 1), (1, 1, d + 1)):
            with raises(ValueError, f"perceptron_forward(X ({n}, {d}), u {shape})"):
                submission.perceptron_forward(rng.normal(size=(n, d)), rng.normal(size=shape))


@points(3)
@hint(
    en="The answer depends on X and u of this call alone, and the call changes neither.",
    ko="답은 이번 호출의 X와 u로만 정해져야 하고, 호출이 그 내용을 바꾸어서도 안 됩니다.",
)
def test_every_call_stands_alone(submission, reference, rng):
    one, other = batch(rng, 5, 2), batch(rng, 5, 2)
    asked = [one, other, (other[0], one[1]), one, (one[0][:2], one[1])]
    answers = [assert_unchanged(submission.perceptron_forward, *each) for each in asked]
    for number, (each, answer) in enumerate(zip(asked, answers, strict=True), 1):
        assert_same(answer, reference.perceptron_forward(*each), what=f"perceptron_forward(X, u) #{number}")
