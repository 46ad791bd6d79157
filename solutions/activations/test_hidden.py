"""Hidden suite of activations: eight functions of one number, and maxout.

Values are judged to 1e-9 absolute and 1e-7 relative whatever dtype they come in. No input, also after the multiplication by beta, is
beyond 1e4 in magnitude where stability is asked, apart from tanh's own default of 2.
"""

import numpy as np
import pytest

from gradekit.testing import assert_close, assert_same, assert_shape, assert_stable, assert_unchanged, hint, points

ELEMENTWISE = ("step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "swish")
GRID = np.linspace(-5.0, 5.0, 41)
# Around the largest exponent of float64, 709.78, around the smallest, -745.13, and far away.
FAR = np.array([-1e4, -5000.5, -800.0, -745.5, -709.0, -710.5, -40.0, -12.5, 0.0, 12.5, 40.0, 709.0, 710.5, 745.5, 800.0, 5000.5, 1e4])


def compare(actual, expected, what: str) -> None:
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def draw(evidence, name: str, got, expected) -> None:
    """Both curves, where the answer can be drawn, and then the comparison."""
    try:
        drawn = np.asarray(got, dtype=np.float64)
    except (TypeError, ValueError):
        drawn = np.empty(0)
    if drawn.shape == GRID.shape and np.isfinite(drawn).all():
        evidence(
            "curve",
            title={"en": name, "ko": name},
            x_label={"en": "s", "ko": "s"},
            y_label={"en": f"{name}(s)", "ko": f"{name}(s)"},
            series=[
                {"label": {"en": "expected", "ko": "기대한 값"}, "x": GRID.tolist(), "y": expected.tolist()},
                {"label": {"en": "yours", "ko": "제출한 함수"}, "x": GRID.tolist(), "y": drawn.tolist()},
            ],
        )
    compare(got, expected, f"{name}(s), -5 ≤ s ≤ 5")


def with_parameter(submission, reference, rng, name: str, parameter: str, values) -> None:
    """The function with each value of its parameter, given by name and by place in turn."""
    function, right = getattr(submission, name), getattr(reference, name)
    asked = [(rng.uniform(-4.0, 4.0, (3, 4)), value, number % 2) for number, value in enumerate(values)]
    asked += [(rng.integers(-4, 5, 6), value, number % 2) for number, value in enumerate(values, 1)]
    answers = [function(s, value) if by_place else function(s, **{parameter: value}) for s, value, by_place in asked]
    for (s, value, by_place), answer in zip(asked, answers, strict=True):
        compare(answer, right(s, value), f"{name}(s, {value})" if by_place else f"{name}(s, {parameter}={value})")


def far_away(submission, reference, name: str, *parameters: tuple[float, float]) -> None:
    """No warning, inf or nan far from 0; parameters: pairs of a value and the factor that keeps value times s within 1e4."""
    compare(assert_stable(getattr(submission, name), FAR), getattr(reference, name)(FAR), f"{name}(s), |s| ≤ 10000")
    for value, factor in parameters:
        s = FAR * factor
        compare(
            assert_stable(getattr(submission, name), s, value),
            getattr(reference, name)(s, value),
            f"{name}(s, {value}), |s| ≤ {10000 * factor:g}",
        )


# --- what holds for all eight ----------------------------------------------------------------------------------------


@points(1)
@hint(
    en="The function looks at each number on its own and keeps the shape of s, whatever that is.",
    ko="함수는 수를 하나씩 따로 보며, s의 모양이 무엇이든 그대로 유지합니다.",
)
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_every_shape(submission, reference, rng, name):
    for shape in ((1,), (7,), (3, 4), (2, 3, 4)):
        s = rng.uniform(-4.0, 4.0, shape)
        compare(getattr(submission, name)(s), getattr(reference, name)(s), f"{name}(s), s {shape}")


@points(1)
@hint(
    en="s may hold integers. The values of the function are float64 all the same: do not store them in an array made like s.",
    ko="s는 정수 배열일 수 있습니다. 그래도 함수값은 float64입니다. s와 같은 자료형의 배열에 저장하지 마십시오.",
)
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_integers(submission, reference, rng, name):
    for s in (np.array([-3, -1, 0, 1, 2]), rng.integers(-6, 7, (3, 3))):
        compare(getattr(submission, name)(s), getattr(reference, name)(s), f"{name}({s.tolist()})")


@points(1)
@hint(
    en="An empty array gives an empty array of the same shape.",
    ko="빈 배열에는 같은 모양의 빈 배열을 반환합니다.",
)
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_empty_arrays(submission, name):
    for shape in ((0,), (0, 3)):
        assert_shape(getattr(submission, name)(np.zeros(shape)), shape, what=f"{name}(np.zeros({shape}))")


@points(1)
@hint(
    en="s belongs to the caller, so work on a new array; and a call must not depend on the calls before it.",
    ko="s는 호출한 쪽의 것이므로 새 배열로 계산하십시오. 결과가 이전 호출에 따라 달라져서도 안 됩니다.",
)
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_leaves_no_trace(submission, reference, rng, name):
    one, other = rng.uniform(-4.0, 4.0, (2, 3, 4))
    for number, s in enumerate((one, other, one, other[0], GRID, np.arange(-3, 4), one), 1):
        compare(assert_unchanged(getattr(submission, name), s), getattr(reference, name)(s), f"{name}(s) #{number}")


# --- step ------------------------------------------------------------------------------------------------------------


@points(1)
@hint(en="Below 0 the step is -1 and above 0 it is +1.", ko="계단 함수는 0보다 작으면 -1, 0보다 크면 +1입니다.")
def test_step(submission, reference, evidence):
    draw(evidence, "step", submission.step(GRID), reference.step(GRID))


@points(3)
@hint(
    en="At 0 the step is -1. There is no third answer.",
    ko="0에서 계단 함수의 값은 -1이며, 셋째 값은 없습니다.",
)
def test_step_of_zero(submission):
    answers = [submission.step(np.array(s)) for s in ([0.0, -0.0], [[0, 4], [-1, 0]])]
    assert_same(answers[0], [-1, -1], what="step([0.0, -0.0])")
    assert_same(answers[1], [[-1, 1], [-1, -1]], what="step([[0, 4], [-1, 0]])")


@points(2)
@hint(
    en="However near to 0 or far from it a number is, only its side counts.",
    ko="0에 아무리 가깝거나 멀어도 어느 쪽에 있는지만 중요합니다.",
)
def test_step_near_and_far(submission):
    s = np.array([2.0**-40, -(2.0**-40), 1e-300, -1e-300, 0.3, -0.3, 1e4, -1e4])
    assert_same(submission.step(s), [1, -1] * 4, what="step(s)")


# --- sigmoid ---------------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="The sigmoid rises from 0 to 1 and is 0.5 at 0. Mind the sign in the exponent.",
    ko="시그모이드는 0에서 1로 올라가며 s = 0에서 0.5입니다. 지수의 부호에 주의하십시오.",
)
def test_sigmoid(submission, reference, evidence):
    draw(evidence, "sigmoid", submission.sigmoid(GRID), reference.sigmoid(GRID))


@points(2)
@hint(
    en="beta multiplies s in the exponent: the larger it is, the steeper the curve. Its default is 1.",
    ko="beta는 지수에서 s에 곱해집니다. 클수록 곡선이 가팔라집니다. 기본값은 1입니다.",
)
def test_sigmoid_with_beta(submission, reference, rng):
    with_parameter(submission, reference, rng, "sigmoid", "beta", (0.5, 10.0, 2.0, 0.05))


@points(3)
@hint(
    en="exp(-s) overflows when s is far below 0. Which form of the formula has an exponent that is never above 0?",
    ko="s가 0보다 훨씬 작으면 exp(-s)가 오버플로를 일으킵니다. 지수가 결코 0보다 크지 않은 식은 무엇입니까?",
)
def test_sigmoid_far_away(submission, reference):
    far_away(submission, reference, "sigmoid", (4.0, 0.25), (0.1, 1.0))


# --- tanh ------------------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="tanh rises from -1 to 1 and is 0 at 0. Without beta it is the hyperbolic tangent itself.",
    ko="tanh는 -1에서 1로 올라가며 s = 0에서 0입니다. beta를 주지 않으면 쌍곡탄젠트 그 자체입니다.",
)
def test_tanh(submission, reference, evidence):
    draw(evidence, "tanh", submission.tanh(GRID), reference.tanh(GRID))


@points(3)
@hint(
    en="tanh(s, beta) is 2 / (1 + exp(-beta s)) - 1, the hyperbolic tangent of beta s / 2: see 'The formula'.",
    ko="tanh(s, beta)는 2 / (1 + exp(-beta s)) - 1, 곧 beta s / 2의 쌍곡탄젠트입니다. '수식'을 보십시오.",
)
def test_tanh_with_beta(submission, reference, rng):
    with_parameter(submission, reference, rng, "tanh", "beta", (1.0, 10.0, 0.5, 1.0, 0.05))


@points(3)
@hint(
    en="Far from 0 tanh is -1 or 1. A quotient of two exponentials that both overflow is nan.",
    ko="0에서 멀어지면 tanh는 -1 또는 1입니다. 둘 다 오버플로를 일으킨 지수 함수의 몫은 nan이 됩니다.",
)
def test_tanh_far_away(submission, reference):
    far_away(submission, reference, "tanh", (1.0, 1.0), (5.0, 0.2))


# --- relu and leaky_relu ---------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="Negative numbers become 0, all others stay as they are.",
    ko="음수는 0이 되고, 나머지는 그대로입니다.",
)
def test_relu(submission, reference, evidence):
    draw(evidence, "relu", submission.relu(GRID), reference.relu(GRID))


@points(2)
@hint(
    en="ReLU has no upper end, and near 0 it is as small as its input.",
    ko="ReLU에는 상한이 없고, 0 근처에서는 입력만큼 작은 값입니다.",
)
def test_relu_near_and_far(submission, reference):
    far_away(submission, reference, "relu")
    compare(submission.relu(np.array([0.0, -0.0, 2e-7, -2e-7])), [0.0, 0.0, 2e-7, 0.0], "relu(s)")


@points(2)
@hint(
    en="Below 0 the line goes on with the small slope alpha, 0.01 if it is not given.",
    ko="0보다 작은 쪽에서는 기울기가 작은 직선으로 이어집니다. 기울기 alpha의 기본값은 0.01입니다.",
)
def test_leaky_relu(submission, reference, evidence):
    draw(evidence, "leaky_relu", submission.leaky_relu(GRID), reference.leaky_relu(GRID))
    far_away(submission, reference, "leaky_relu")


@points(3)
@hint(
    en="alpha is the slope on the left of 0 only, anything from 0 (a ReLU) to 1 (a straight line).",
    ko="alpha는 0의 왼쪽에서만 쓰는 기울기이며, 0(ReLU)부터 1(직선)까지 될 수 있습니다.",
)
def test_leaky_relu_with_alpha(submission, reference, rng):
    with_parameter(submission, reference, rng, "leaky_relu", "alpha", (0.3, 0.0, 1.0, 0.2, 0, 1))
    far_away(submission, reference, "leaky_relu", (0.5, 1.0))


# --- elu -------------------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="Below 0 the curve bends from 0 down to -1, so that it has no jump at 0: exp(s) - 1.",
    ko="0보다 작은 쪽에서는 0에서 -1로 휘어 내려가며 0에서 끊어지지 않습니다. 곧 exp(s) - 1입니다.",
)
def test_elu(submission, reference, evidence):
    draw(evidence, "elu", submission.elu(GRID), reference.elu(GRID))


@points(2)
@hint(
    en="alpha multiplies exp(s) - 1 as a whole, and does nothing on the right of 0. Its default is 1.",
    ko="alpha는 exp(s) - 1 전체에 곱하며, 0의 오른쪽에는 영향이 없습니다. 기본값은 1입니다.",
)
def test_elu_with_alpha(submission, reference, rng):
    with_parameter(submission, reference, rng, "elu", "alpha", (0.5, 1.75, 10.0, 0.05, 0.0))


@points(2)
@hint(
    en="np.where computes both branches for all numbers: what does exp(s) give for a large s that it is not meant for?",
    ko="np.where는 모든 수에 대해 두 식을 다 계산합니다. exp(s)가 필요 없는 큰 s에서 exp(s)는 무엇이 됩니까?",
)
def test_elu_far_away(submission, reference):
    far_away(submission, reference, "elu", (2.0, 0.5), (0.5, 1.0))


# --- softplus --------------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="Softplus is a smooth ReLU; at 0 it is log 2.",
    ko="소프트플러스는 매끄러운 ReLU이며, 0에서 log 2입니다.",
)
def test_softplus(submission, reference, evidence):
    draw(evidence, "softplus", submission.softplus(GRID), reference.softplus(GRID))


@points(2)
@hint(
    en="beta comes twice: it multiplies s inside, and the logarithm is divided by it.",
    ko="beta는 두 번 쓰입니다. 안에서는 s에 곱하고, 로그는 beta로 나눕니다.",
)
def test_softplus_with_beta(submission, reference, rng):
    with_parameter(submission, reference, rng, "softplus", "beta", (0.5, 3.0, 2.0, 10.0, 0.05))


@points(3)
@hint(
    en="For a large s softplus is nearly s, though exp(s) is inf; what remains if the larger of 0 and s is taken out of the logarithm?",
    ko="s가 크면 exp(s)는 inf이지만 소프트플러스는 거의 s입니다. 0과 s 중 큰 값을 로그 밖으로 꺼내면 무엇이 남습니까?",
)
def test_softplus_far_away(submission, reference):
    far_away(submission, reference, "softplus", (4.0, 0.25), (0.1, 1.0))


# --- swish -----------------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="Swish is s times a sigmoid: 0 at 0, a little below 0 on the left, nearly s on the right.",
    ko="스위시는 s에 시그모이드를 곱한 것입니다. 0에서 0이고, 왼쪽에서는 0보다 조금 작으며, 오른쪽에서는 거의 s입니다.",
)
def test_swish(submission, reference, evidence):
    draw(evidence, "swish", submission.swish(GRID), reference.swish(GRID))


@points(2)
@hint(
    en="beta belongs to the sigmoid only; the factor s in front is left as it is.",
    ko="beta는 시그모이드 안에서만 쓰이며, 앞에 곱하는 s는 그대로입니다.",
)
def test_swish_with_beta(submission, reference, rng):
    with_parameter(submission, reference, rng, "swish", "beta", (0.5, 10.0, 2.0, 0.05))


@points(2)
@hint(
    en="Swish is as stable as the sigmoid inside it.",
    ko="스위시의 안정성은 그 안의 시그모이드에 달려 있습니다.",
)
def test_swish_far_away(submission, reference):
    far_away(submission, reference, "swish", (4.0, 0.25), (0.1, 1.0))


# --- maxout ----------------------------------------------------------------------------------------------------------


def units(rng, n: int, d: int, k: int, m: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return rng.normal(size=(n, d)), rng.normal(size=(k, d, m)), rng.normal(size=(k, m))


@points(3)
@hint(
    en="Compute the pieces one by one as in 'A worked example', each with its own bias, then take the larger.",
    ko="'풀이 예제'에서처럼 일차식을 각자의 편향까지 더해 하나씩 구한 다음, 큰 값을 고르십시오.",
)
def test_maxout_of_the_worked_example(submission):
    x = np.array([[1.0, 2.0], [-3.0, 1.0]])
    W = np.array([[[1.0], [0.0]], [[0.0], [1.0]]])
    compare(submission.maxout(x, W, np.array([[0.0], [-1.5]])), [[1.0], [-0.5]], "maxout(x, W, b)")


@points(1)
@hint(
    en="For every sample and every output take the largest over the k pieces: the result has shape (n, m).",
    ko="샘플과 출력마다 k개의 일차식 가운데 가장 큰 값을 고릅니다. 결과의 모양은 (n, m)입니다.",
)
@pytest.mark.parametrize(
    "sizes", [(1, 1, 1, 1), (4, 3, 2, 5), (3, 3, 3, 3), (5, 2, 4, 1), (60, 6, 7, 2)], ids=lambda sizes: "-".join(map(str, sizes))
)
def test_maxout_of_random_units(submission, reference, rng, sizes):
    given = units(rng, *sizes)
    compare(submission.maxout(*given), reference.maxout(*given), "maxout(x, W, b), (n, d, k, m) = " + str(sizes))


@points(2)
@hint(
    en="If all pieces are negative, so is the largest: there is no ReLU in maxout.",
    ko="일차식이 모두 음수이면 가장 큰 값도 음수입니다. 맥스아웃에는 ReLU가 들어 있지 않습니다.",
)
def test_maxout_of_negative_pieces(submission, reference, rng):
    x, W, b = units(rng, 4, 3, 3, 2)
    given = (np.abs(x), -np.abs(W), -np.abs(b))
    compare(submission.maxout(*given), reference.maxout(*given), "maxout(x, W, b)")
    one = units(rng, 4, 3, 1, 2)
    compare(submission.maxout(*one), reference.maxout(*one), "maxout(x, W, b), k = 1")


@points(2)
@hint(
    en="With the pieces 0 and s maxout is a ReLU, with s and -s it is the absolute value.",
    ko="일차식이 0과 s이면 맥스아웃은 ReLU, s와 -s이면 절댓값이 됩니다.",
)
def test_maxout_as_relu_and_absolute_value(submission, rng):
    x = np.concatenate([rng.normal(size=(5, 3)), np.zeros((1, 3))])
    for W, expected in ((np.stack([np.zeros((3, 3)), np.eye(3)]), np.maximum(x, 0.0)), (np.stack([np.eye(3), -np.eye(3)]), np.abs(x))):
        compare(submission.maxout(x, W, np.zeros((2, 3))), expected, "maxout(x, W, 0)")


@points(2)
@hint(
    en="Some of the arrays may hold integers while others hold fractions.",
    ko="배열 가운데 일부만 정수 배열일 수 있습니다.",
)
def test_maxout_of_integers(submission, reference, rng):
    x, W, b = units(rng, 4, 3, 2, 2)
    whole = (rng.integers(-5, 6, (4, 3)), rng.integers(-5, 6, (2, 3, 2)), rng.integers(-5, 6, (2, 2)))
    for given in (whole, (whole[0], W, b), (x, whole[1], b), (x, W, whole[2])):
        compare(submission.maxout(*given), reference.maxout(*given), "maxout(x, W, b)")


@points(2)
@hint(
    en="An empty batch of shape (0, d) gives an empty array of shape (0, m).",
    ko="모양이 (0, d)인 빈 배치에는 모양이 (0, m)인 빈 배열을 반환합니다.",
)
def test_maxout_of_an_empty_batch(submission, rng):
    _, W, b = units(rng, 1, 3, 2, 4)
    assert_shape(submission.maxout(np.zeros((0, 3)), W, b), (0, 4), what="maxout(np.zeros((0, 3)), W, b)")


@points(2)
@hint(
    en="Inputs of thousands, weights of thousands: nothing may be clipped.",
    ko="입력과 가중치가 수천이어도 값이 잘려서는 안 됩니다.",
)
def test_maxout_of_large_numbers(submission, reference, rng):
    x, W, b = rng.uniform(-1e4, 1e4, (4, 3)), rng.uniform(-1e4, 1e4, (3, 3, 2)), rng.uniform(-1e4, 1e4, (3, 2))
    for given in ((x, W, b), (x, W, -b), (x, W / 1e4, b)):
        compare(assert_stable(submission.maxout, *given), reference.maxout(*given), "maxout(x, W, b)")


@points(1)
@hint(
    en="x, W and b belong to the caller, and each call stands alone.",
    ko="x, W, b는 호출한 쪽의 것이며, 호출은 서로 영향을 주지 않아야 합니다.",
)
def test_maxout_leaves_no_trace(submission, reference, rng):
    one, other = units(rng, 3, 2, 2, 2), units(rng, 3, 2, 2, 2)
    for number, given in enumerate((one, other, (one[0], *other[1:]), (*one[:2], other[2]), one), 1):
        compare(assert_unchanged(submission.maxout, *given), reference.maxout(*given), f"maxout(x, W, b) #{number}")
