"""The hidden suite of `optimizers`.

Gradients are drawn, and parameters handed over as the reference has them, so a mistake does not feed on itself; only in the valley both
come from the submission's own steps. Every step is compared with the reference's: 1e-9 absolute, 1e-7 relative.
"""

import math

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_true, assert_unchanged, hint, points

SHAPES = [(3, 2), (2,), (2, 1, 3), (1, 1), (3, 3)]
ALIKE = [(2,)] * 5
GRADIENTS = (1.0, 0.5, -0.25)
STEEP = np.array([20.0, 0.5])
KINDS = {"SGD": [(0.1, 0.9), (0.3, 0.5)], "Adam": [(0.05,), (0.02, (0.7, 0.9), 1e-2)]}  # the arguments of two, unlike in all of them


def arrays(rng, scale=1.0, shapes=SHAPES):
    """Arrays of the shapes; the first of them lies column after column in memory."""
    first, *others = (rng.normal(0.0, scale, shape) for shape in shapes)
    return [np.asfortranarray(first), *others]


def made(module, name, which=0):
    """An optimiser with a memory that matters: SGD with momentum, or Adam."""
    return getattr(module, name)(*KINDS[name][which])


def compare(actual, expected, what, atol=1e-9):
    right = isinstance(actual, list | tuple) and len(actual) == len(expected)
    assert_true(
        right,
        Text(
            f"{what} should return a list of {len(expected)} arrays, one for each parameter",
            f"{what}은(는) 파라미터마다 하나씩, 배열 {len(expected)}개의 리스트를 반환해야 합니다",
        ),
    )
    for number, (got, wanted) in enumerate(zip(actual, expected, strict=True)):
        assert_close(got, wanted, what=f"{what}[{number}]", atol=atol, rtol=1e-7)


def compare_steps(own, theirs, params, all_grads, name):
    """Let both take the same steps."""
    for number, grads in enumerate(all_grads, 1):
        got, params = own.step(params, grads), theirs.step(params, grads)
        compare(got, params, f"(t = {number}) {name}.step(params, grads)")


def follow(optimizer, expected, name):
    """The worked example: a parameter that starts at 1."""
    places = (1.0, *expected)
    for number, gradient in enumerate(GRADIENTS, 1):
        got = optimizer.step([np.array([places[number - 1]])], [np.array([gradient])])
        # The documented figures are rounded to eight decimals.
        compare(got, [np.array([places[number]])], f"(t = {number}) {name}.step(params, grads)", atol=3e-8)


# --- SGD


@points(4)
@hint(
    en="Without momentum a step is minus the learning rate times the gradient. See the first table.",
    ko="모멘텀이 없으면 한 스텝은 학습률과 기울기를 곱해 빼는 것입니다. 첫째 표를 보십시오.",
)
def test_sgd_of_the_worked_example(submission):
    follow(submission.SGD(0.1), (0.9, 0.85, 0.875), "SGD(0.1)")


@points(6)
@hint(
    en="The velocity is momentum times the old velocity plus the gradient. See the first table.",
    ko="속도는 모멘텀과 이전 속도의 곱에 기울기를 더한 것입니다. 첫째 표를 보십시오.",
)
def test_momentum_of_the_worked_example(submission):
    follow(submission.SGD(0.1, momentum=0.9), (0.9, 0.76, 0.659), "SGD(0.1, momentum=0.9)")


@points(4)
@hint(
    en="SGD(lr) has no momentum: a step does not depend on the steps before it.",
    ko="SGD(lr)에는 모멘텀이 없습니다. 스텝은 이전 스텝에 따라 달라지지 않습니다.",
)
def test_sgd_without_momentum(submission, reference, rng):
    for lr in (float(rng.uniform(0.05, 0.3)), 2):
        compare_steps(submission.SGD(lr), reference.SGD(lr), arrays(rng), [arrays(rng) for _ in range(5)], "SGD")


@points(4)
@hint(
    en="Each array has a velocity of its own, of its own shape, that lives from step to step.",
    ko="배열마다 모양이 같은 속도가 따로 있으며, 속도는 스텝에서 스텝으로 이어집니다.",
)
@pytest.mark.parametrize(("lr", "momentum"), [(0.1, 0.9), (0.3, 0.15), (0.02, 0.99)])
def test_sgd_with_momentum(submission, reference, rng, lr, momentum):
    for shapes in (SHAPES, ALIKE):
        all_grads = [arrays(rng, 1.0, shapes) for _ in range(20)]
        all_grads[4] = [np.zeros(shape) for shape in shapes]  # without a gradient the velocity goes on, and fades
        all_grads[8][1] = np.zeros(shapes[1])
        compare_steps(submission.SGD(lr, momentum), reference.SGD(lr, momentum), arrays(rng, 1.0, shapes), all_grads, "SGD")


# --- Adam


@points(5)
@hint(
    en="Follow the second table row by row: both means, both corrections, the step.",
    ko="둘째 표를 한 행씩 따라가 보십시오. 두 평균, 두 보정, 스텝의 순서입니다.",
)
def test_adam_of_the_worked_example(submission):
    follow(submission.Adam(0.1), (0.9, 0.80678204, 0.7504159), "Adam(0.1)")


@points(5)
@hint(
    en="The defaults are lr=0.001, betas=(0.9, 0.999), eps=1e-8.",
    ko="기본값은 lr=0.001, betas=(0.9, 0.999), eps=1e-8입니다.",
)
def test_adam_by_default(submission, reference, rng):
    compare_steps(submission.Adam(), reference.Adam(), arrays(rng), [arrays(rng) for _ in range(12)], "Adam")


@points(4)
@hint(
    en="lr, betas and eps are used as they are given, by position or by name.",
    ko="lr, betas, eps는 위치로 주든 이름으로 주든 주어진 값을 그대로 씁니다.",
)
@pytest.mark.parametrize("way", ["by position", "by name"])
def test_adam_with_other_settings(submission, reference, rng, way):
    if way == "by position":
        settings = [((0.03, (0.7, 0.95), 1e-4), {}), ((0.03, (0.0, 0.9)), {})]
    else:
        settings = [((), {"lr": 0.2, "betas": (0.95, 0.8), "eps": 1e-5}), ((), {"betas": (0.9, 0.0)})]
    for args, kwargs in settings:
        all_grads = [arrays(rng) for _ in range(12)]
        compare_steps(submission.Adam(*args, **kwargs), reference.Adam(*args, **kwargs), arrays(rng), all_grads, "Adam")


@points(4)
@hint(
    en="The corrections get weaker with t, which goes up by one in each step: 1 - beta to the power of t.",
    ko="보정은 스텝마다 1씩 커지는 t에 따라 약해집니다. 1에서 beta의 t제곱을 뺀 값입니다.",
)
def test_adam_over_many_steps(submission, reference, rng):
    for shapes, steps in ((SHAPES, 20), (ALIKE, 200)):
        all_grads = [arrays(rng, 0.1 + 0.05 * number, shapes) for number in range(steps)]
        compare_steps(submission.Adam(0.01), reference.Adam(0.01), arrays(rng, 1.0, shapes), all_grads, "Adam")


@points(4)
@hint(
    en="eps is added to the root, outside of it and after the correction.",
    ko="eps는 보정을 마친 제곱근의 밖에서 더합니다.",
)
def test_adam_with_a_large_eps(submission, reference, rng):
    compare_steps(submission.Adam(0.1, eps=0.5), reference.Adam(0.1, eps=0.5), arrays(rng), [arrays(rng) for _ in range(5)], "Adam")


@points(4)
@hint(
    en="Where gradients are as small as eps, eps matters: its default is 1e-8.",
    ko="기울기가 eps만큼 작으면 eps의 값이 중요합니다. 기본값은 1e-8입니다.",
)
def test_adam_with_tiny_gradients(submission, reference, rng):
    for settings, scale in (({}, 2e-8), ({"eps": 1e-10}, 2e-10)):
        all_grads = [arrays(rng, scale) for _ in range(4)]
        compare_steps(submission.Adam(0.1, **settings), reference.Adam(0.1, **settings), arrays(rng), all_grads, "Adam")


@points(4)
@hint(
    en="Each number among the parameters has its own mean square: large and small gradients lead to steps of about the same length.",
    ko="파라미터의 숫자마다 제곱의 평균이 따로 있습니다. 기울기가 크든 작든 스텝의 길이는 비슷합니다.",
)
def test_adam_with_gradients_of_all_sizes(submission, reference, rng):
    sizes = np.array([1e-4, 1.0, 1e4])
    all_grads = [[sizes * rng.normal(0.0, 1.0, 3)] for _ in range(6)]
    compare_steps(submission.Adam(0.1), reference.Adam(0.1), [rng.normal(0.0, 1.0, 3)], all_grads, "Adam")


@points(4)
@hint(
    en="0 divided by the root of 0 plus eps is 0: a parameter without a gradient stays.",
    ko="0을 0의 제곱근과 eps의 합으로 나누면 0입니다. 기울기가 없는 파라미터는 움직이지 않습니다.",
)
def test_adam_with_gradients_of_zero(submission, reference, rng):
    all_grads = [[np.array([0.0, 1.0, 0.0])], [np.array([0.0, 0.0, 2.0])], [np.zeros(3)]]
    compare_steps(submission.Adam(0.1), reference.Adam(0.1), [rng.normal(0.0, 1.0, 3)], all_grads, "Adam")


# --- both


@points(4)
@hint(
    en="A step starts from the parameters it is given, not from those of the step before.",
    ko="스텝은 이전 스텝의 파라미터가 아니라 인수로 받은 파라미터에서 시작합니다.",
)
@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_steps_start_from_what_is_given(submission, reference, rng, name):
    own, theirs = made(submission, name), made(reference, name)
    for number in range(1, 4):
        params, grads = arrays(rng), arrays(rng)
        compare(own.step(params, grads), theirs.step(params, grads), f"(t = {number}) {name}.step(params, grads)")


@points(3)
@hint(
    en="Arrays of integers are legal; the new ones are float64. Do not write into an array made like an integer one.",
    ko="정수 배열이 주어질 수도 있으며 새 배열은 float64입니다. 정수 배열과 같은 자료형의 배열에 써 넣지 마십시오.",
)
@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_integer_arrays(submission, reference, rng, name):
    params = [rng.integers(-5, 6, shape) for shape in SHAPES]
    all_grads = [[rng.integers(-size, size + 1, shape) for shape in SHAPES] for size in (3, 3, 3, 100000)]
    own, theirs = made(submission, name), made(reference, name)
    for number, grads in enumerate(all_grads, 1):
        compare(own.step(params, grads), theirs.step(params, grads), f"(t = {number}) {name}.step(params, grads)")


@points(3)
@hint(
    en="Two optimisers share nothing: what one remembers belongs to the object, not to the class or the module.",
    ko="두 옵티마이저는 아무것도 공유하지 않습니다. 기억하는 값은 클래스나 모듈이 아니라 객체에 속합니다.",
)
@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_two_optimizers_share_nothing(submission, reference, rng, name):
    own, theirs = ([made(module, name, which) for which in (0, 1)] for module in (submission, reference))
    params = [arrays(rng), arrays(rng)]
    for turn in (0, 1, 1, 0, 1):
        grads = arrays(rng)
        got, params[turn] = own[turn].step(params[turn], grads), theirs[turn].step(params[turn], grads)
        compare(got, params[turn], f"({name} {turn + 1}) step(params, grads)")


@points(4)
@hint(
    en="Operators such as -= and *= write into the caller's arrays: params and grads stay as they are.",
    ko="-=나 *= 같은 연산자는 호출한 쪽의 배열을 고칩니다. params와 grads는 그대로 두어야 합니다.",
)
@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_arguments_are_not_changed(submission, reference, rng, name):
    own, theirs = made(submission, name), made(reference, name)
    for number in range(1, 4):
        params, grads = arrays(rng), arrays(rng)
        got = assert_unchanged(own.step, params, grads)
        compare(got, theirs.step(params, grads), f"(t = {number}) {name}.step(params, grads)")


@points(1)
@hint(
    en="The memory goes on for as long as the training does: no step starts afresh, and t has no upper limit.",
    ko="기억하는 값은 학습이 끝날 때까지 이어집니다. 도중에 처음 상태로 돌아가는 스텝은 없고 t에도 상한이 없습니다.",
)
@pytest.mark.parametrize(("name", "steps"), [("SGD", 120), ("Adam", 260)])
def test_a_long_training(submission, reference, rng, name, steps):
    own, theirs = made(submission, name), made(reference, name)
    for number in range(1, steps + 1):
        # After the many small gradients the last ones are large, so Adam's steps are larger than its learning rate.
        grads = [rng.normal(0.0, 50.0 if number > steps - 3 else 1.0, 2)]
        params = [rng.normal(0.0, 1.0, 2)]
        got, expected = own.step(params, grads), theirs.step(params, grads)
        if number > steps - 20:
            compare(got, expected, f"(t = {number}) {name}.step(params, grads)")


@points(3)
@hint(
    en="In the valley each gradient depends on the step before: check the worked example first, then many steps in a row.",
    ko="골짜기에서는 기울기가 바로 앞 스텝에 따라 달라집니다. 먼저 풀이 예제를, 그다음 이어지는 여러 스텝을 확인하십시오.",
)
@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_in_the_valley(submission, reference, rng, evidence, name):
    start = np.array([1.0, 4.0]) + rng.uniform(-0.2, 0.2, 2)
    args = (0.02, 0.8) if name == "SGD" else (0.2,)
    paths = [descent(getattr(module, name)(*args), start) for module in (submission, reference)]
    labels = ({"en": f"your {name}", "ko": f"제출한 {name}"}, {"en": f"PyTorch's {name}", "ko": f"PyTorch의 {name}"})
    evidence(
        "curve",
        title={"en": f"{name} in a long narrow valley", "ko": f"길고 좁은 골짜기에서의 {name}"},
        x_label={"en": "step", "ko": "스텝"},
        y_label={"en": "loss", "ko": "손실"},
        series=[
            {"label": label, "x": list(range(len(path))), "y": [height(place) for place in path]}
            for label, path in zip(labels, paths, strict=True)
        ],
    )
    for number, (got, wanted) in enumerate(zip(*paths, strict=True)):
        # A rounding error in a step changes the gradients after it, so there is more room here.
        assert_close(got, wanted, what=f"(t = {number}) {name}.step(params, grads)[0]", atol=1e-6, rtol=1e-6)


def descent(optimizer, start):
    """The places on the way down a quadratic valley."""
    path = [start]
    with np.errstate(all="ignore"):  # uphill there is no end
        for _ in range(40):
            place = np.asarray(path[-1], dtype=np.float64)
            path.append(optimizer.step([place], [STEEP * place])[0])
    return path


def height(place):
    """The loss at a place, or None where it is of no use."""
    try:
        with np.errstate(all="ignore"):
            value = float(0.5 * np.sum(STEEP * np.asarray(place, dtype=np.float64) ** 2))
    except (TypeError, ValueError):
        return None
    return value if math.isfinite(value) else None
