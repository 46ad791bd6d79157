"""The hidden suite of `gradient_descent`.

Numbers are judged to 1e-9 absolute and 1e-7 relative. `diverges` is asked on the boundary only where 2 lr x² is exact in binary, and
otherwise at least a millionth away from it, far more than any order of rounding can turn, or where all of it is exact.
"""

import math

import pytest

from gradekit.testing import assert_close, assert_same, hint, points

X, Y, START, LIMIT = 0.2, 1.0, 0.8, 5.0


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def numbers(rng, count):
    """Plain Python floats, away from 0 and of either sign."""
    return [float(each) for each in rng.uniform(0.3, 3.0, count) * rng.choice([-1.0, 1.0], count)]


def compare_descent(submission, reference, u, x, y, lr, steps):
    what = f"descend({u:.4g}, {x:.4g}, {y:.4g}, {lr:.4g}, {steps})"
    compare(submission.descend(u, x, y, lr, steps), reference.descend(u, x, y, lr, steps), what)


def ask(submission, x, lr, expected):
    assert_same(submission.diverges(x, lr), expected, what=f"diverges({x:.9g}, {lr:.9g})")


def finite(values, count):
    """values as a list of count finite floats, or None."""
    try:
        found = [float(each) for each in values]
    except (TypeError, ValueError, OverflowError):
        return None
    return found if len(found) == count and all(map(math.isfinite, found)) else None


# --- loss


@points(3)
@hint(
    en="The prediction is u x; the loss is the square of what it misses y by. See 'A worked example'.",
    ko="예측값은 u x이고, 손실은 y와의 차이를 제곱한 값입니다. '풀이 예제'를 보십시오.",
)
def test_loss_of_the_worked_example(submission):
    compare(submission.loss(START, X, Y), 0.7056, "loss(0.8, 0.2, 1)")
    compare(submission.loss(1.136, X, Y), 0.59721984, "loss(1.136, 0.2, 1)")
    compare(submission.loss(LIMIT, X, Y), 0.0, "loss(5, 0.2, 1)")


@points(4)
@hint(en="(y - u x) squared, whatever the signs.", ko="부호와 관계없이 (y - u x)의 제곱입니다.")
def test_loss(submission, reference, rng):
    for size in (1.0, 1.0, 1.0, 1.0, 30.0, 1000.0):
        u, x, y = (size * each for each in numbers(rng, 3))
        compare(submission.loss(u, x, y), reference.loss(u, x, y), f"loss({u:.4g}, {x:.4g}, {y:.4g})")


@points(2)
@hint(en="Whole numbers and 0 are numbers like others.", ko="정수와 0도 다른 수와 똑같이 다룹니다.")
def test_loss_of_whole_numbers(submission):
    for (u, x, y), expected in {(2, 3, 1): 25, (0, 4, -3): 9, (5, 0, 2): 4, (-1, 2, 0): 4, (3, 1, 5): 4}.items():
        compare(submission.loss(u, x, y), expected, f"loss({u}, {x}, {y})")


# --- grad


@points(4)
@hint(
    en="-2 x (y - u x): the outer derivative times the inner one, which is -x. See 'A worked example'.",
    ko="-2 x (y - u x)입니다. 바깥쪽 미분에 안쪽 미분 -x를 곱합니다. '풀이 예제'를 보십시오.",
)
def test_grad_of_the_worked_example(submission):
    compare(submission.grad(START, X, Y), -0.336, "grad(0.8, 0.2, 1)")
    compare(submission.grad(1.136, X, Y), -0.30912, "grad(1.136, 0.2, 1)")


@points(5)
@hint(
    en="Check it with a difference of losses: see 'Hint 1'.",
    ko="손실의 차를 이용해 확인해 보십시오. '힌트 1'을 보십시오.",
)
def test_grad(submission, reference, rng):
    for size in (1.0, 1.0, 1.0, 1.0, 30.0, 1000.0):
        u, x, y = (size * each for each in numbers(rng, 3))
        compare(submission.grad(u, x, y), reference.grad(u, x, y), f"grad({u:.4g}, {x:.4g}, {y:.4g})")


@points(2)
@hint(
    en="To the left of the minimum the slope is negative, to the right positive, in the minimum 0.",
    ko="최솟점의 왼쪽에서는 기울기가 음수, 오른쪽에서는 양수, 최솟점에서는 0입니다.",
)
def test_grad_around_the_minimum(submission):
    for u, expected in ((4.0, -0.08), (6.0, 0.08), (5.0, 0.0)):
        compare(submission.grad(u, X, Y), expected, f"grad({u:g}, 0.2, 1)")


@points(2)
@hint(
    en="Whole numbers and 0 are numbers like others; with x = 0 the loss is flat.",
    ko="정수와 0도 다른 수와 똑같이 다룹니다. x = 0이면 손실이 평평합니다.",
)
def test_grad_of_whole_numbers(submission):
    for (u, x, y), expected in {(2, 3, 1): 30, (0, 4, -3): 24, (5, 0, 2): 0, (-1, 2, 0): -8, (3, 1, 5): -4}.items():
        compare(submission.grad(u, x, y), expected, f"grad({u}, {x}, {y})")


# --- descend


@points(6)
@hint(
    en="The start, then u - lr · grad at the present weight, each time: see 'A worked example'.",
    ko="처음 값이 먼저 오고, 매번 지금의 가중치에서 u - lr · grad를 구합니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example(submission, evidence):
    got = submission.descend(START, X, Y, 1.0, 40)
    expected = [LIMIT + (START - LIMIT) * 0.92**k for k in range(41)]
    drawn = finite(got, 41) if isinstance(got, list | tuple) else None
    if drawn is not None:
        evidence(
            "curve",
            title={"en": "A weight on its way to 5", "ko": "5를 향해 가는 가중치"},
            x_label={"en": "step", "ko": "단계"},
            y_label={"en": "weight u", "ko": "가중치 u"},
            series=[
                {"label": {"en": "your weight", "ko": "제출한 함수의 가중치"}, "x": list(range(41)), "y": drawn},
                {"label": {"en": "reference", "ko": "기준"}, "x": list(range(41)), "y": expected},
            ],
        )
    compare(submission.descend(START, X, Y, 1.0, 2), [0.8, 1.136, 1.44512], "descend(0.8, 0.2, 1, 1, 2)")
    compare(got, expected, "descend(0.8, 0.2, 1, 1, 40)")


@points(4)
@hint(
    en="With many steps the weight comes as close to y / x as you like; it takes all steps, however small they become.",
    ko="여러 번 갱신하면 가중치가 y / x에 얼마든지 가까워집니다. 걸음이 아무리 작아져도 정해진 횟수만큼 갱신합니다.",
)
def test_the_limit(submission):
    weights = submission.descend(START, X, Y, 1.0, 600)
    compare(weights, [LIMIT + (START - LIMIT) * 0.92**k for k in range(601)], "descend(0.8, 0.2, 1, 1, 600)")
    weights = submission.descend(0.7, 1.0, 0.0, 0.1, 80)  # towards 0, where no rounded weight is close enough
    compare(weights, [0.7 * 0.8**k for k in range(81)], "descend(0.7, 1, 0, 0.1, 80)")


@points(2)
@hint(
    en="Each step uses the slope at the weight that the step before has reached.",
    ko="갱신할 때마다 직전 갱신에서 도달한 가중치의 기울기를 사용합니다.",
)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.5])  # of the boundary 1 / x²: slow, quick, and the minimum in a single step
def test_coming_closer(submission, reference, rng, share):
    u, x, y = numbers(rng, 3)
    compare_descent(submission, reference, u, x, y, share / x**2, int(rng.integers(3, 9)))
    compare_descent(submission, reference, u, x / 25, y, 625 * share / x**2, 5)  # the smaller the input, the larger the rate


@points(4)
@hint(en="With steps = 0 the list holds the start alone.", ko="steps = 0이면 리스트에는 처음 값만 들어 있습니다.")
def test_few_steps(submission, reference, rng):
    u, x, y = numbers(rng, 3)
    for steps in (0, 1):
        compare_descent(submission, reference, u, x, y, 0.1, steps)


@points(4)
@hint(
    en="A weight may jump from side to side of the minimum. It is followed as it is, and not held back.",
    ko="가중치가 최솟점의 양쪽을 오갈 수 있습니다. 막지 말고 그대로 따라가십시오.",
)
def test_jumping_from_side_to_side(submission, reference, rng):
    u, x, y = numbers(rng, 3)
    compare_descent(submission, reference, u, x, y, 0.9 / x**2, 12)


@points(4)
@hint(
    en="A rate may be so large that the weight runs away. All steps are taken all the same.",
    ko="학습률이 너무 커서 가중치가 발산할 수도 있습니다. 그래도 정해진 횟수만큼 갱신합니다.",
)
def test_running_away(submission, reference, rng):
    u, x, y = numbers(rng, 3)
    for steps in (12, 30):
        compare_descent(submission, reference, u, x, y, 2.0 / x**2, steps)


@points(4)
@hint(
    en="With x = 0 the loss is flat, and the weight stays where it is.",
    ko="x = 0이면 손실이 평평하므로 가중치가 제자리에 머뭅니다.",
)
def test_a_flat_loss(submission, rng):
    u, y = numbers(rng, 2)
    for x in (0.0, 0):
        compare(submission.descend(u, x, y, 0.5, 4), [u] * 5, f"descend({u:.4g}, {x}, {y:.4g}, 0.5, 4)")


@points(4)
@hint(
    en="The start may be a whole number; the weights after it are real numbers all the same.",
    ko="처음 값은 정수일 수 있습니다. 그래도 그다음 가중치들은 실수입니다.",
)
def test_whole_numbers(submission):
    compare(submission.descend(3, 1, 1, 0.25, 3), [3, 2, 1.5, 1.25], "descend(3, 1, 1, 0.25, 3)")
    compare(submission.descend(1, 2, 1, 0.1, 2), [1, 0.6, 0.52], "descend(1, 2, 1, 0.1, 2)")
    compare(submission.descend(1, 1, 3, 1, 4), [1, 5, 1, 5, 1], "descend(1, 1, 3, 1, 4)")
    compare(submission.descend(0, 1, 3, 0.5, 3), [0, 3, 3, 3], "descend(0, 1, 3, 0.5, 3)")
    compare(submission.descend(4, 1, 0, 2, 3), [4, -12, 36, -108], "descend(4, 1, 0, 2, 3)")
    compare(submission.descend(2, 3, 6, 0.01, 3), [2, 2, 2, 2], "descend(2, 3, 6, 0.01, 3)")


# --- diverges


@points(5)
@hint(
    en="For x = 0.2 the factor is 1 - 0.08 lr. See the second table of 'A worked example'.",
    ko="x = 0.2이면 거리에 곱해지는 수는 1 - 0.08 lr입니다. '풀이 예제'의 둘째 표를 보십시오.",
)
def test_rates_of_the_worked_example(submission):
    for lr, expected in ((1.0, False), (20.0, False), (40.0, True), (24.9, False), (25.1, True)):
        ask(submission, X, lr, expected)


@points(6)
@hint(
    en="The boundary depends on x: the larger its magnitude, the smaller the rates that are still safe.",
    ko="경계는 x에 따라 달라집니다. x의 크기가 클수록 안전한 학습률이 작아집니다.",
)
def test_slow_and_fast_rates(submission, rng):
    for share, expected in ((0.01, False), (0.4, False), (1.3, True), (2.5, True), (100.0, True)):
        x = abs(numbers(rng, 1)[0])
        ask(submission, x, share / x**2, expected)
    for x, lr, expected in ((0.01, 100.0, False), (0.01, 20_000.0, True), (100.0, 1e-5, False), (100.0, 0.01, True), (100.0, 5.0, True)):
        ask(submission, x, lr, expected)


@points(5)
@hint(
    en="A jump to the other side of the minimum is no divergence, as long as it lands closer than before.",
    ko="최솟점 반대쪽으로 넘어가더라도 이전보다 가까워지면 발산이 아닙니다.",
)
def test_jumps_that_come_closer(submission, rng):
    for share, expected in ((0.55, False), (0.75, False), (0.95, False), (1.05, True)):
        x = abs(numbers(rng, 1)[0])
        ask(submission, x, share / x**2, expected)


@points(7)
@hint(
    en="Exactly on the boundary the weight jumps back and forth for ever and stays bounded: False.",
    ko="정확히 경계이면 가중치가 양쪽을 끝없이 오가지만 일정한 범위를 벗어나지 않으므로 False입니다.",
)
def test_on_the_boundary(submission):
    for x, lr in ((1.0, 1.0), (0.5, 4.0), (2.0, 0.25), (-2.0, 0.25), (4.0, 0.0625), (-0.25, 16.0)):
        ask(submission, x, lr, False)
        ask(submission, x, 2 * lr, True)
    for x in (1, -1):
        ask(submission, x, 1, False)


@points(4)
@hint(
    en="The condition is exact: no tolerance, and no loop that gives up after some steps.",
    ko="조건은 정확해야 합니다. 허용 오차를 두거나 몇 번 갱신해 보고 그만두면 안 됩니다.",
)
def test_near_the_boundary(submission, rng):
    for step in (1e-2, 1e-4, 1e-6):
        x = abs(numbers(rng, 1)[0])
        ask(submission, x, (1 - step) / x**2, False)
        ask(submission, x, (1 + step) / x**2, True)
    for x in (1.0, 0.5):  # here every order of calculation is exact
        ask(submission, x, (1 - 2.0**-26) / x**2, False)
        ask(submission, x, (1 + 2.0**-26) / x**2, True)


@points(3)
@hint(en="Only x² matters, so the sign of x changes nothing.", ko="x²만 영향을 주므로 x의 부호는 상관없습니다.")
def test_negative_inputs(submission, rng):
    for share, expected in ((0.3, False), (0.9, False), (1.1, True), (5.0, True)):
        x = -abs(numbers(rng, 1)[0])
        ask(submission, x, share / x**2, expected)


@points(5)
@hint(
    en="With x = 0 the weight never moves, so nothing diverges, however large the rate. Mind a division by x.",
    ko="x = 0이면 가중치가 움직이지 않으므로 학습률이 아무리 커도 발산하지 않습니다. x로 나누지 않는지 살펴보십시오.",
)
def test_no_input(submission):
    for x in (0.0, 0):
        for lr in (0.1, 1.0, 2, 1e4):
            ask(submission, x, lr, False)
    ask(submission, 0.1, 1e4, True)


@points(3)
@hint(en="x and lr may both be whole numbers.", ko="x와 lr이 모두 정수일 수 있습니다.")
def test_rates_in_whole_numbers(submission):
    for x, lr, expected in ((1, 2, True), (2, 1, True), (-3, 1, True), (1, 0.5, False), (2, 0.2, False), (-3, 0.1, False)):
        ask(submission, x, lr, expected)


# --- all four


@points(2)
@hint(
    en="The parameters are called u, x, y, lr and steps, as in 'What to write'.",
    ko="매개변수의 이름은 '작성할 내용'과 같이 u, x, y, lr, steps입니다.",
)
def test_arguments_by_name(submission, reference, rng):
    u, x, y = numbers(rng, 3)
    compare(submission.loss(y=y, x=x, u=u), reference.loss(u, x, y), "loss(u=…, x=…, y=…)")
    compare(submission.grad(y=y, x=x, u=u), reference.grad(u, x, y), "grad(u=…, x=…, y=…)")
    got = submission.descend(u=u, x=x, y=y, lr=0.05, steps=3)
    compare(got, reference.descend(u, x, y, 0.05, 3), "descend(u=…, x=…, y=…, lr=0.05, steps=3)")
    assert_same(submission.diverges(x=X, lr=40.0), True, what="diverges(x=0.2, lr=40)")


@points(2)
@hint(
    en="A call must not depend on the calls before it.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다.",
)
def test_calls_are_independent(submission, reference, rng):
    first, second = numbers(rng, 3), numbers(rng, 3)
    for u, x, y in (first, second, first):
        compare(submission.loss(u, x, y), reference.loss(u, x, y), "loss(u, x, y)")
        compare(submission.grad(u, x, y), reference.grad(u, x, y), "grad(u, x, y)")
        compare_descent(submission, reference, u, x, y, 0.05, 3)
        ask(submission, x, 1.5 / x**2, True)
        ask(submission, x, 0.5 / x**2, False)
