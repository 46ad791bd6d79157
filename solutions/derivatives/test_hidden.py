"""Hidden suite of derivatives: the central difference, four formulas, and the check of a gradient.

Functions handed over work on numbers and arrays alike, so a submission may ask them for all of z or for one element after another. A step
of 1/2 or 1/4 makes the central difference of a polynomial exact, and another than every other formula's. With a small step
rounding is part of the answer, and it is judged to 1e-6.
"""

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_scalar, assert_shape, assert_true, assert_unchanged, hint, points

GRADIENTS = ("sigmoid_grad", "tanh_grad", "relu_grad", "leaky_relu_grad")
GRID = np.linspace(-5.0, 5.0, 40)  # without 0 itself


def square(z):
    return z**2


def cube(z):
    return z**3


def slope_of_cube(z):
    return 3 * z**2


def wave(z):
    """Swings so fast that its difference quotient is told by the step: at eps = 1e-6 it is sin(1) cos(1e6 z)."""
    return 1e-6 * np.sin(1e6 * z)


def constant(z):
    return 0 * z + 0.75


def near(actual, expected, what: str) -> None:
    assert_close(actual, expected, what=what, atol=1e-6, rtol=1e-6)


def exact(actual, expected, what: str) -> None:
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
            x_label={"en": "z", "ko": "z"},
            y_label={"en": f"{name}(z)", "ko": f"{name}(z)"},
            series=[
                {"label": {"en": "expected", "ko": "기대한 값"}, "x": GRID.tolist(), "y": expected.tolist()},
                {"label": {"en": "yours", "ko": "제출한 함수"}, "x": GRID.tolist(), "y": drawn.tolist()},
            ],
        )
    exact(got, expected, f"{name}(z), -5 ≤ z ≤ 5")


# --- derivative ------------------------------------------------------------------------------------------------------


@points(4)
@hint(
    en="The slope of z³ at 2 is 12: see 'A worked example'.",
    ko="2에서 z³의 기울기는 12입니다. '풀이 예제'를 보십시오.",
)
def test_derivative_of_the_worked_example(submission):
    near(submission.derivative(cube, 2.0), 12.0, "derivative(cube, 2.0)")
    exact(submission.derivative(cube, 2.0, 0.5), 12.25, "derivative(cube, 2.0, 0.5)")


@points(3)
@hint(
    en="f works on whole arrays: the derivative has one value for each element of z.",
    ko="f는 배열 전체에 쓸 수 있습니다. 미분값은 z의 원소마다 하나씩입니다.",
)
def test_derivative_of_functions_of_numpy(submission, rng):
    z = rng.uniform(0.5, 2.5, 6)
    for f, expected in ((np.sin, np.cos(z)), (np.exp, np.exp(z)), (np.log, 1 / z), (np.tanh, 1 - np.tanh(z) ** 2)):
        near(submission.derivative(f, z), expected, f"derivative(np.{f.__name__}, z)")


@points(3)
@hint(
    en="f is any function: ask it at z + eps and at z - eps, and use nothing else of it.",
    ko="f는 어떤 함수든 될 수 있습니다. z + eps와 z - eps에서의 값만 쓰십시오.",
)
def test_derivative_of_a_random_polynomial(submission, rng):
    a, b, c = rng.uniform(-2.0, 2.0, 3)
    z = rng.uniform(-3.0, 3.0, 5)
    near(
        submission.derivative(lambda v: a * v**3 + b * v**2 + c * v + 1.0, z),
        3 * a * z**2 + 2 * b * z + c,
        "derivative(a z³ + b z² + c z + 1, z)",
    )


@points(4)
@hint(
    en="With a large eps the formulas part: central is (f(z+eps) - f(z-eps)) / (2 eps), with the eps that was handed over.",
    ko="eps가 크면 어느 수식을 썼는지 드러납니다. 중앙 차분은 인수로 받은 eps로 계산한 (f(z+eps) - f(z-eps)) / (2 eps)입니다.",
)
def test_derivative_with_large_steps(submission, reference, rng):
    z = rng.uniform(-3.0, 3.0, 5)
    for eps in (0.5, 0.25, 1.0):
        exact(submission.derivative(cube, z, eps), 3 * z**2 + eps**2, f"derivative(cube, z, {eps})")
        exact(submission.derivative(square, z, eps=eps), 2 * z, f"derivative(square, z, eps={eps})")
        exact(submission.derivative(np.exp, z, eps=eps), reference.derivative(np.exp, z, eps), f"derivative(np.exp, z, eps={eps})")
        exact(submission.derivative(np.abs, z, eps), reference.derivative(np.abs, z, eps), f"derivative(np.abs, z, {eps})")
    far = rng.uniform(100.0, 400.0, 6) * np.array([1, -1, 1, -1, 1, -1])
    exact(submission.derivative(np.sin, far, 0.5), 2 * np.sin(0.5) * np.cos(far), "derivative(np.sin, z, 0.5), |z| ≥ 100")


@points(2)
@hint(
    en="A small eps is used as it is too, whatever its size.",
    ko="작은 eps도 크기와 상관없이 받은 그대로 쓰십시오.",
)
def test_derivative_with_small_steps(submission, rng):
    for eps in (0.02, 1e-3, 1e-5, 1e-7):
        z = rng.uniform(-2.0, 2.0, 4) * eps
        got = submission.derivative(lambda v, eps=eps: eps * np.sin(v / eps), z, eps)
        near(got, np.sin(1.0) * np.cos(z / eps), f"derivative({eps:g} sin(z / {eps:g}), z, {eps:g})")


@points(4)
@hint(
    en="z may be a single number, also a whole one; then the derivative is a single number too.",
    ko="z는 수 하나일 수도 있고 정수일 수도 있습니다. 그러면 미분값도 수 하나입니다.",
)
def test_derivative_at_a_number(submission, rng):
    z = float(rng.uniform(0.5, 2.0))
    near(submission.derivative(np.sin, z), np.cos(z), f"derivative(np.sin, {z:.3g})")
    near(submission.derivative(square, 3), 6.0, "derivative(square, 3)")
    exact(submission.derivative(cube, -2, 0.5), 12.25, "derivative(cube, -2, 0.5)")
    near(submission.derivative(square, 0.0), 0.0, "derivative(square, 0.0)")
    near(submission.derivative(np.exp, -z), np.exp(-z), f"derivative(np.exp, {-z:.3g})")


@points(3)
@hint(en="The derivative has the shape of z.", ko="미분값의 모양은 z의 모양과 같습니다.")
def test_derivative_keeps_the_shape(submission, rng):
    for shape in ((1,), (3, 4), (4, 1), (2, 3, 2)):
        z = rng.uniform(-2.0, 2.0, shape)
        exact(submission.derivative(cube, z, 0.25), 3 * z**2 + 0.0625, f"derivative(cube, z, 0.25), z {shape}")


@points(4)
@hint(
    en="z may hold integers; z + eps does not. In an array of integers eps would be cut to 0.",
    ko="z는 정수 배열일 수 있지만 z + eps는 정수가 아닙니다. 정수 배열에 담으면 eps가 0으로 잘립니다.",
)
def test_derivative_at_integers(submission, rng):
    for z in (np.array([-2, 0, 1, 3]), rng.integers(-4, 5, (2, 3))):
        near(submission.derivative(cube, z), 3.0 * z**2, f"derivative(cube, {z.tolist()})")
        exact(submission.derivative(cube, z, eps=0.5), 3.0 * z**2 + 0.25, f"derivative(cube, {z.tolist()}, eps=0.5)")


@points(4)
@hint(
    en="Without eps the step is 1e-6 to either side.",
    ko="eps를 주지 않으면 양쪽으로 1e-6만큼 떨어진 점을 씁니다.",
)
def test_derivative_has_a_default_step(submission, rng):
    z = rng.uniform(0.0, 1e-5, 5)
    near(submission.derivative(wave, z), np.sin(1.0) * np.cos(1e6 * z), "derivative(1e-6 sin(1e6 z), z)")


@points(1)
@hint(en="An empty z gives an empty derivative.", ko="z가 비어 있으면 결과도 빈 배열입니다.")
def test_derivative_at_nothing(submission):
    assert_shape(submission.derivative(np.sin, np.zeros(0)), (0,), what="derivative(np.sin, np.zeros(0))")


@points(2)
@hint(
    en="z += eps changes the caller's array; z + eps makes a new one. And each call stands alone.",
    ko="z += eps는 호출한 쪽의 배열을 고치고, z + eps는 새 배열을 만듭니다. 호출은 서로 영향을 주지 않아야 합니다.",
)
def test_derivative_leaves_no_trace(submission, reference, rng):
    one, other = rng.uniform(-2.0, 2.0, (2, 4))
    for number, (f, z, eps) in enumerate(((np.sin, one, 0.5), (np.exp, one, 0.5), (np.sin, other, 0.25), (np.sin, one, 0.5)), 1):
        got = assert_unchanged(submission.derivative, f, z, eps)
        exact(got, reference.derivative(f, z, eps), f"derivative(np.{f.__name__}, z, {eps}) #{number}")


# --- the four formulas -----------------------------------------------------------------------------------------------


@points(1)
@hint(
    en="One value for each element, in the shape of z.",
    ko="원소마다 값이 하나씩이며, 모양은 z와 같습니다.",
)
@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients_keep_the_shape(submission, reference, rng, name):
    for shape in ((1,), (7,), (3, 4), (2, 3, 4)):
        z = rng.uniform(-6.0, 6.0, shape)
        exact(getattr(submission, name)(z), getattr(reference, name)(z), f"{name}(z), z {shape}")


@points(1)
@hint(
    en="z may hold integers; the derivative is float64 all the same.",
    ko="z는 정수 배열일 수 있습니다. 그래도 미분값은 float64입니다.",
)
@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients_at_integers(submission, reference, rng, name):
    for z in (np.array([-3, -1, 0, 1, 2]), rng.integers(-6, 7, (3, 3))):
        exact(getattr(submission, name)(z), getattr(reference, name)(z), f"{name}({z.tolist()})")


@points(1)
@hint(en="An empty array gives an empty array of the same shape.", ko="빈 배열에는 같은 모양의 빈 배열을 반환합니다.")
@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients_at_nothing(submission, name):
    for shape in ((0,), (0, 3)):
        assert_shape(getattr(submission, name)(np.zeros(shape)), shape, what=f"{name}(np.zeros({shape}))")


@points(1)
@hint(
    en="z belongs to the caller, so work on a new array; and a call must not depend on the calls before it.",
    ko="z는 호출한 쪽의 것이므로 새 배열로 계산하십시오. 결과가 이전 호출에 따라 달라져서도 안 됩니다.",
)
@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients_leave_no_trace(submission, reference, rng, name):
    one, other = rng.uniform(-4.0, 4.0, (2, 3, 4))
    for number, z in enumerate((one, other, one, other[0], one), 1):
        exact(assert_unchanged(getattr(submission, name), z), getattr(reference, name)(z), f"{name}(z) #{number}")


@points(3)
@hint(
    en="z is the argument of the sigmoid, not its value: compute the sigmoid first, then its derivative from it.",
    ko="z는 시그모이드의 값이 아니라 인수입니다. 먼저 시그모이드를 구하고, 그 값으로 미분값을 구하십시오.",
)
def test_sigmoid_grad(submission, reference, evidence):
    draw(evidence, "sigmoid_grad", submission.sigmoid_grad(GRID), reference.sigmoid_grad(GRID))


@points(3)
@hint(
    en="The sigmoid is steepest at 0, with the slope 1/4, and equally flat on both sides.",
    ko="시그모이드는 0에서 기울기가 1/4로 가장 가파르고, 양쪽으로 똑같이 완만해집니다.",
)
def test_sigmoid_grad_at_and_around_zero(submission, reference, rng):
    z = np.array([0.0, *rng.uniform(5.0, 15.0, 3), 20.0])
    exact(submission.sigmoid_grad(z), reference.sigmoid_grad(z), "sigmoid_grad(z), z ≥ 0")
    exact(submission.sigmoid_grad(-z), reference.sigmoid_grad(z), "sigmoid_grad(-z)")


@points(3)
@hint(
    en="z is the argument of tanh, not its value; and the derivative has tanh squared.",
    ko="z는 tanh의 값이 아니라 인수입니다. 미분값에는 tanh의 제곱이 들어갑니다.",
)
def test_tanh_grad(submission, reference, evidence):
    draw(evidence, "tanh_grad", submission.tanh_grad(GRID), reference.tanh_grad(GRID))


@points(3)
@hint(
    en="tanh is steepest at 0, with the slope 1, and equally flat on both sides.",
    ko="tanh는 0에서 기울기가 1로 가장 가파르고, 양쪽으로 똑같이 완만해집니다.",
)
def test_tanh_grad_at_and_around_zero(submission, reference, rng):
    z = np.array([0.0, *rng.uniform(2.0, 10.0, 3), 20.0])
    exact(submission.tanh_grad(z), reference.tanh_grad(z), "tanh_grad(z), z ≥ 0")
    exact(submission.tanh_grad(-z), reference.tanh_grad(z), "tanh_grad(-z)")


@points(2)
@hint(
    en="ReLU is flat on the left and rises with the slope 1 on the right.",
    ko="ReLU는 왼쪽에서 평평하고, 오른쪽에서는 기울기 1로 올라갑니다.",
)
def test_relu_grad(submission, reference, evidence):
    draw(evidence, "relu_grad", submission.relu_grad(GRID), reference.relu_grad(GRID))


@points(3)
@hint(
    en="At 0 ReLU has a corner and no slope of its own; we agree on 0.",
    ko="0에서 ReLU는 꺾여 있어 기울기가 정해지지 않습니다. 우리의 약속은 0입니다.",
)
def test_relu_grad_at_zero(submission):
    answers = [submission.relu_grad(np.array(z)) for z in ([0.0, -0.0, 2.0], [[0, 3], [-2, 0]])]
    exact(answers[0], [0, 0, 1], "relu_grad([0.0, -0.0, 2.0])")
    exact(answers[1], [[0, 1], [0, 0]], "relu_grad([[0, 3], [-2, 0]])")
    exact(submission.relu_grad(np.zeros((1, 2, 2))), np.zeros((1, 2, 2)), "relu_grad(np.zeros((1, 2, 2)))")


@points(1)
@hint(
    en="However near to 0 or far from it z is, only its side counts.",
    ko="z가 0에 아무리 가깝거나 멀어도 어느 쪽에 있는지만 중요합니다.",
)
def test_relu_grad_near_and_far(submission):
    exact(submission.relu_grad(np.array([2.0**-40, -(2.0**-40), 1e-300, -1e-300, 1e4, -1e4])), [1, 0, 1, 0, 1, 0], "relu_grad(z)")


@points(2)
@hint(
    en="The slope is alpha on the left, 0.01 if it is not given, and 1 on the right.",
    ko="기울기는 왼쪽에서 alpha(주지 않으면 0.01), 오른쪽에서 1입니다.",
)
def test_leaky_relu_grad(submission, reference, evidence):
    draw(evidence, "leaky_relu_grad", submission.leaky_relu_grad(GRID), reference.leaky_relu_grad(GRID))


@points(3)
@hint(
    en="At the corner, at 0, we agree on the slope of the left side: alpha.",
    ko="꺾이는 점인 0에서는 왼쪽의 기울기 alpha를 쓰기로 약속합니다.",
)
def test_leaky_relu_grad_at_zero(submission):
    exact(submission.leaky_relu_grad(np.array([0.0, -0.0, 2.0])), [0.01, 0.01, 1], "leaky_relu_grad([0.0, -0.0, 2.0])")
    exact(
        submission.leaky_relu_grad(np.array([[0, 3], [-2, 0]]), 0.25), [[0.25, 1], [0.25, 0.25]], "leaky_relu_grad([[0, 3], [-2, 0]], 0.25)"
    )
    exact(submission.leaky_relu_grad(np.array([0.0, -1.0, 1.0]), 0.0), [0, 0, 1], "leaky_relu_grad([0.0, -1.0, 1.0], 0.0)")
    exact(submission.leaky_relu_grad(np.array([1e-300, -1e-300, 1e4, -1e4])), [1, 0.01, 1, 0.01], "leaky_relu_grad(z)")


@points(3)
@hint(
    en="alpha may be given by place or by name, and may be 0 or 1.",
    ko="alpha는 순서로 줄 수도, 이름으로 줄 수도 있으며 0이나 1일 수도 있습니다.",
)
def test_leaky_relu_grad_with_alpha(submission, reference, rng):
    for alpha in (0.3, 0.0, 1.0, 0.125, 0, 1):
        z = rng.uniform(-4.0, 4.0, (3, 3))
        exact(submission.leaky_relu_grad(z, alpha), reference.leaky_relu_grad(z, alpha), f"leaky_relu_grad(z, {alpha})")
        exact(submission.leaky_relu_grad(-z, alpha=alpha), reference.leaky_relu_grad(-z, alpha), f"leaky_relu_grad(-z, alpha={alpha})")


# --- gradient_check --------------------------------------------------------------------------------------------------


@points(3)
@hint(
    en="The gradient handed over is right: its relative error is tiny, and not negative.",
    ko="넘겨받은 기울기가 올바르므로 상대 오차는 아주 작고 음수가 아닙니다.",
)
def test_check_of_right_gradients(submission, rng):
    z = rng.uniform(0.5, 1.2, 6) * rng.choice([-1.0, 1.0], 6)
    for f, grad, what in ((np.sin, np.cos, "cos"), (np.exp, np.exp, "exp"), (cube, slope_of_cube, "3 z²")):
        error = assert_scalar(submission.gradient_check(f, grad, z), what=f"gradient_check(f, {what}, z)")
        assert_true(
            0 <= error < 1e-6,
            Text(
                f"gradient_check gives {error:.3g} for the right gradient {what}: it should be nearly 0",
                f"올바른 기울기 {what}에 대해 gradient_check의 값이 {error:.3g}입니다. 거의 0이어야 합니다",
            ),
        )


@points(4)
@hint(
    en="|a - n| is divided by |a| + |n|: a gradient of half or twice the size has the error 1/3, one of the wrong sign has 1.",
    ko="|a - n|을 |a| + |n|으로 나눕니다. 크기가 절반이거나 두 배인 기울기의 오차는 1/3, 부호가 틀린 기울기의 오차는 1입니다.",
)
def test_check_of_wrong_gradients(submission, rng):
    z = rng.uniform(0.5, 2.0, 4)
    for factor, expected in ((0.5, 1 / 3), (2.0, 1 / 3), (-1.0, 1.0), (4.0, 0.6), (0.0, 1.0)):
        for side in (z, -z):
            answer = submission.gradient_check(square, lambda v, factor=factor: factor * 2 * v, side)
            near(answer, expected, f"gradient_check(square, {factor * 2:g} z, z)")


@points(4)
@hint(
    en="The check uses the eps that was handed over for its central difference.",
    ko="중앙 차분에는 인수로 받은 eps를 써야 합니다.",
)
def test_check_with_large_steps(submission, rng):
    for eps, low, high in ((0.5, -2.0, 2.0), (0.25, -2.0, 2.0), (0.5, 6.0, 16.0), (0.25, -16.0, -6.0)):
        z = rng.uniform(low, high, 5)
        expected = float((eps**2 / (6 * z**2 + eps**2)).max())
        exact(submission.gradient_check(cube, slope_of_cube, z, eps), expected, f"gradient_check(cube, 3 z², z, {eps})")
        exact(submission.gradient_check(cube, slope_of_cube, z, eps=eps), expected, f"gradient_check(cube, 3 z², z, eps={eps})")
    # The central difference of exp is exp times sinh(eps) / eps, so all elements err alike, for the smaller step by 8e-8 only.
    for eps in (0.5, 1e-3):
        ratio = np.sinh(eps) / eps
        answer = submission.gradient_check(np.exp, np.exp, rng.uniform(-2.0, 2.0, 5), eps)
        exact(answer, float((ratio - 1) / (ratio + 1)), f"gradient_check(np.exp, np.exp, z, {eps})")


@points(3)
@hint(
    en="Each element has its own relative error, and the largest counts: one wrong element must not drown among right ones.",
    ko="원소마다 상대 오차를 따로 구하고 그중 가장 큰 값을 택합니다. 틀린 원소 하나가 맞는 원소들 사이에 묻혀서는 안 됩니다.",
)
def test_check_finds_the_one_wrong_element(submission, rng):
    for shape, place in (((6,), 0), ((6,), 3), ((6,), 5), ((3, 4), 0), ((3, 4), 6), ((3, 4), 11)):
        z = rng.uniform(1.0, 2.0, shape)
        wrong = np.zeros(shape)
        wrong.flat[place] = 1.0
        z = z + 100 * (1 - wrong)  # the right elements are far larger than the wrong one
        near(submission.gradient_check(square, lambda v: 2 * v * np.where(v < 50, 1.5, 1.0), z), 0.2, "gradient_check(square, grad, z)")


@points(4)
@hint(
    en="|a| + |n| may be 0 or nearly so: then 1e-8 is the divisor.",
    ko="|a| + |n|은 0이거나 0에 아주 가까울 수 있습니다. 그때는 1e-8로 나눕니다.",
)
def test_check_of_vanishing_gradients(submission):
    z = np.array([0.5, 1.0, -2.0])
    for size, expected in ((0.0, 0.0), (1e-9, 0.1), (-5e-9, 0.5), (2e-8, 1.0), (1e-3, 1.0)):
        exact(submission.gradient_check(constant, lambda v, size=size: 0 * v + size, z), expected, f"gradient_check(0.75, {size}, z)")


@points(3)
@hint(en="Nothing to check, nothing wrong: 0.0 for an empty z.", ko="확인할 것이 없으면 틀린 것도 없습니다. z가 비어 있으면 0.0입니다.")
def test_check_of_nothing(submission):
    for shape in ((0,), (0, 3)):
        exact(submission.gradient_check(np.sin, np.cos, np.zeros(shape)), 0.0, f"gradient_check(np.sin, np.cos, np.zeros({shape}))")


@points(1)
@hint(en="Without eps the step is 1e-6 to either side.", ko="eps를 주지 않으면 양쪽으로 1e-6만큼 떨어진 점을 씁니다.")
def test_check_has_a_default_step(submission, rng):
    z = rng.uniform(0.0, 1e-6, 4)
    n = np.sin(1.0) * np.cos(1e6 * z)
    near(
        submission.gradient_check(wave, lambda v: 0 * v + 2.0, z), float(((2 - n) / (2 + n)).max()), "gradient_check(1e-6 sin(1e6 z), 2, z)"
    )


@points(1)
@hint(en="z may hold integers.", ko="z는 정수 배열일 수 있습니다.")
def test_check_at_integers(submission):
    z = np.array([[1, 2], [-3, 4]])
    exact(submission.gradient_check(cube, slope_of_cube, z, 0.5), 0.25 / 6.25, "gradient_check(cube, 3 z², z, 0.5)")
    near(submission.gradient_check(square, lambda v: v, z), 1 / 3, "gradient_check(square, z, z)")


@points(1)
@hint(
    en="The check leaves z as it is, and each call stands alone.",
    ko="z의 내용을 바꾸지 않아야 하고, 호출은 서로 영향을 주지 않아야 합니다.",
)
def test_check_leaves_no_trace(submission, rng):
    z = rng.uniform(1.0, 2.0, 4)
    for grad, expected in ((slope_of_cube, 0.0), (square, 0.5), (slope_of_cube, 0.0)):
        near(assert_unchanged(submission.gradient_check, cube, grad, z), expected, "gradient_check(cube, grad, z)")
