"""The hidden suite of `backprop`.

Probabilities are judged to 1e-9 absolute and 1e-7 relative, gradients to the 1e-6 that the catalogue promises. What the cache holds is the
submission's own: it is only handed on. Sums before an activation stay small, because overflow is no matter of this exercise. Losses have
room for an epsilon of 1e-7, as in `cross_entropy`.
"""

import math

import numpy as np
import pytest

from gradekit.testing import (
    Mismatch,
    Text,
    assert_close,
    assert_scalar,
    assert_shape,
    assert_true,
    assert_unchanged,
    depends,
    hint,
    observe,
    points,
)

KEYS = ("W1", "b1", "W2", "b2")
SHAPES = [(1, 1, 1, 2), (5, 3, 4, 3), (4, 4, 4, 4), (7, 2, 6, 3)]  # n, d, h, c
X = np.array([[1.0, 2.0]])
LABELS = np.array([1])
PARAMS = {
    "W1": np.array([[0.5, -0.5], [0.25, 0.75]]),
    "b1": np.array([0.0, -1.0]),
    "W2": np.array([[1.0, -1.0], [0.0, 2.0]]),
    "b2": np.array([0.0, 0.0]),
}
GRADS = {
    "W1": np.array([[0.24124925, -0.30675815], [0.48249851, -0.6135163]]),
    "b1": np.array([0.24124925, -0.30675815]),
    "W2": np.array([[0.44851636, -0.44851636], [0.30675815, -0.30675815]]),
    "b2": np.array([0.6135163, -0.6135163]),
}
STEPS = 25


def labels_of(rng, n, c):
    """Class numbers (n,), the last class and the first among them where n allows it."""
    labels = rng.integers(0, c, n)
    if n > 1:
        labels[0], labels[-1] = c - 1, 0
    return labels


def some_params(rng, d, h, c):
    return {
        "W1": rng.normal(0.0, 0.8, (d, h)),
        "b1": rng.normal(0.0, 0.5, h),
        "W2": rng.normal(0.0, 1.0, (h, c)),
        "b2": rng.normal(0.0, 0.5, c),
    }


def a_problem(rng, n=5, d=3, h=4, c=3):
    return rng.normal(0.0, 1.0, (n, d)), labels_of(rng, n, c), some_params(rng, d, h, c)


def steep_problem(rng):
    """One sample of large features and small first weights: gradients far above 1, from sums that are small."""
    params = some_params(rng, 3, 4, 5)
    params["W1"], params["W2"] = params["W1"] / 40, params["W2"] * 3
    return rng.uniform(25.0, 50.0, (1, 3)) * rng.choice([-1.0, 1.0], (1, 3)), rng.integers(0, 5, 1), params


def column_problem(rng):
    """A problem of many classes, whose arrays lie column after column in memory."""
    x, labels, params = a_problem(rng, 6, 3, 4, 12)
    return np.asfortranarray(x), labels, {key: np.asfortranarray(value) for key, value in params.items()}


def saturated_problem(rng):
    """A problem whose first sums lie between 10 and 18, on either side of 0: the sigmoid is almost flat there, but not quite."""
    params = some_params(rng, 4, 4, 4)
    params["W1"] = rng.uniform(12.0, 16.0, (4, 4)) * rng.choice([-1.0, 1.0], (4, 4))
    params["b1"], params["W2"] = rng.uniform(-2.0, 2.0, 4), params["W2"] * 5
    return np.eye(4), labels_of(rng, 4, 4), params


def picture_problem(rng):
    """Integers as large as those of a picture, and first weights so small that the sums are not."""
    params = some_params(rng, 3, 4, 3)
    params["W1"] = params["W1"] / 200
    return rng.integers(128, 256, (6, 3)), params


def whole_problem(rng):
    """A problem that holds nothing but integers."""
    params = {key: rng.integers(-2, 3, shape) for key, shape in zip(KEYS, [(3, 4), 4, (4, 3), 3], strict=True)}
    return rng.integers(-2, 3, (6, 3)), labels_of(rng, 6, 3), params


def compare_probs(actual, expected):
    assert_close(actual, expected, what="forward(X, params)[0]", atol=1e-9, rtol=1e-7)


def compare_loss(actual, expected, probs, labels):
    room = 2e-7 * float(np.mean(1.0 / probs[np.arange(len(labels)), labels]))
    assert_close(actual, expected, what="loss(probs, labels)", atol=1e-9 + room, rtol=1e-7)


def by_key(value, function):
    """value, once it is known to be a dict with the four keys."""
    assert_true(
        isinstance(value, dict) and set(value) == set(KEYS),
        Text(
            f"{function} should return a dict with the keys W1, b1, W2 and b2, and no others",
            f"{function}은(는) 키가 W1, b1, W2, b2뿐인 딕셔너리를 반환해야 합니다",
        ),
    )
    return value


def gradients(submission, x, labels, params):
    _, cache = submission.forward(x, params)
    return by_key(submission.backward(x, labels, params, cache), "backward(X, labels, params, cache)")


def compare_gradients(actual, expected, keys=KEYS):
    for key in keys:
        assert_close(actual[key], expected[key], what=f'backward(X, labels, params, cache)["{key}"]', atol=1e-6, rtol=1e-6)


def compare_params(actual, expected, tolerance=1e-6):
    for key in KEYS:
        assert_close(actual[key], expected[key], what=f'train_step(X, labels, params, lr)["{key}"]', atol=tolerance, rtol=tolerance)


def compare_step(submission, reference, x, labels, params, lr):
    """A step is right if it goes along the true gradients, or along those of the submission's own backward, which are judged elsewhere."""
    new = by_key(submission.train_step(x, labels, params, lr), "train_step(X, labels, params, lr)")
    try:
        compare_params(new, reference.train_step(x, labels, params, lr))
    except Mismatch as fault:
        own = gradients(submission, x, labels, params)
        try:
            compare_params(new, {key: params[key] - lr * np.asarray(own[key], dtype=np.float64) for key in KEYS})
        except (Mismatch, TypeError, ValueError):
            raise fault from None


# --- forward


@points(4)
@hint(en="Follow the first table of 'A worked example' line by line.", ko="'풀이 예제'의 첫째 표를 한 줄씩 따라가 보십시오.")
def test_forward_of_the_worked_example(submission):
    probs, _ = submission.forward(X, PARAMS)
    assert_close(probs, [[0.6135163, 0.3864837]], what="forward(X, params)[0]", atol=1e-8)


@points(2)
@hint(
    en="X W1 + b1, the sigmoid, A1 W2 + b2, and softmax along each row.",
    ko="X W1 + b1, 시그모이드, A1 W2 + b2, 그리고 행마다 소프트맥스의 순서입니다.",
)
@pytest.mark.parametrize(("n", "d", "h", "c"), SHAPES)
def test_forward_of_random_batches(submission, reference, rng, n, d, h, c):
    problems = [a_problem(rng, n, d, h, c)]
    if c == 4:  # a single class has probability 1
        problems += [a_problem(rng, n, d, h, 1), column_problem(rng), saturated_problem(rng)]
    for x, _, params in problems:
        probs, _ = submission.forward(x, params)
        compare_probs(probs, reference.forward(x, params)[0])


@points(3)
@hint(
    en="X and the parameters may hold integers; the probabilities are float64 all the same.",
    ko="X와 파라미터에 정수가 들어 있어도 확률은 float64입니다.",
)
def test_forward_of_integers(submission, reference, rng):
    for x, *_, params in (whole_problem(rng), picture_problem(rng)):
        probs, _ = submission.forward(x, params)
        compare_probs(probs, reference.forward(x, params)[0])


@points(3)
@hint(
    en="An empty batch of shape (0, d) gives probabilities of shape (0, c).",
    ko="모양이 (0, d)인 빈 배치를 받으면 모양이 (0, c)인 확률을 반환합니다.",
)
def test_forward_of_an_empty_batch(submission, rng):
    probs, _ = submission.forward(np.zeros((0, 3)), some_params(rng, 3, 4, 2))
    assert_shape(probs, (0, 2), what="forward(X, params)[0]")


# --- the loss


@points(3)
@hint(en="Minus the natural logarithm of the true class's probability.", ko="정답 클래스의 확률에 자연로그를 취하고 음의 부호를 붙입니다.")
def test_loss_of_the_worked_example(submission):
    probs = np.array([[0.6135163, 0.3864837]])
    compare_loss(submission.loss(probs, LABELS), -math.log(0.3864837), probs, LABELS)


@points(2)
@hint(
    en="One loss for each sample, from its own true class, and then the mean over the samples.",
    ko="샘플마다 정답 클래스에서 손실을 하나씩 구하고, 샘플에 대한 평균을 구합니다.",
)
@pytest.mark.parametrize(("n", "c"), [(1, 3), (4, 4), (6, 12)])
def test_random_losses(submission, reference, rng, n, c):
    labels = labels_of(rng, n, c)
    for least in (0.2, 1e-4):
        weights = rng.uniform(0.2, 1.0, (n, c))
        weights[-1, labels[-1]] = least  # an unlikely class may be the true one
        probs = np.asarray(weights / weights.sum(axis=1, keepdims=True), order="C" if least == 0.2 else "F")
        compare_loss(submission.loss(probs, labels), reference.loss(probs, labels), probs, labels)


@points(4)
@hint(
    en="The logarithm of 0 is minus infinity. Keep the probability just above 0 before you take it.",
    ko="0의 로그는 음의 무한대입니다. 로그를 취하기 전에 확률이 0보다 아주 조금 크게 하십시오.",
)
def test_loss_of_a_probability_of_zero(submission):
    for probs, labels, least in (([[0.0, 1.0]], [0], 5.0), ([[0.25, 0.75], [0.5, 0.5], [1.0, 0.0]], [0, 1, 1], 5.0 / 3)):
        value = assert_scalar(submission.loss(np.array(probs), np.array(labels)), what="loss(probs, labels)")
        assert_true(
            math.isfinite(value) and value >= least,
            Text(
                f"the loss is {value:.6g}, but a true class has probability 0: it should be finite, and large",
                f"손실이 {value:.6g}입니다. 정답 클래스의 확률이 0이므로 유한하면서 커야 합니다",
            ),
        )


# --- backward


@points(5)
@depends("test_forward_of_random_batches")
@hint(en="Follow the second table of 'A worked example' line by line.", ko="'풀이 예제'의 둘째 표를 한 줄씩 따라가 보십시오.")
def test_gradients_of_the_worked_example(submission):
    compare_gradients(gradients(submission, X, LABELS, PARAMS), GRADS)


@points(5)
@depends("test_forward_of_random_batches")
@hint(
    en="Check this gradient against a numerical one, with several samples: see 'Hint 2'.",
    ko="샘플이 여러 개인 배치에서 이 기울기를 수치 미분과 비교해 보십시오. '힌트 2'를 보십시오.",
)
@pytest.mark.parametrize("key", ["W2", "b2", "W1", "b1"])
def test_a_gradient(submission, reference, rng, key):
    shapes = [*SHAPES, (3, 2, 4, 1)]
    for x, labels, params in [*(a_problem(rng, *shape) for shape in shapes), steep_problem(rng), column_problem(rng)]:
        compare_gradients(gradients(submission, x, labels, params), reference.backward(x, labels, params, {}), [key])


@points(3)
@depends("test_forward_of_random_batches")
@hint(
    en="The samples of a batch may all be of one class, and X may hold the same sample more than once.",
    ko="배치의 샘플이 모두 같은 클래스일 수도 있고, X에 같은 샘플이 여러 번 들어 있을 수도 있습니다.",
)
def test_gradients_of_one_class(submission, reference, rng):
    x, _, params = a_problem(rng)
    x[1] = x[0]
    labels = np.full(5, 2)
    compare_gradients(gradients(submission, x, labels, params), reference.backward(x, labels, params, {}))


@points(4)
@depends("test_forward_of_random_batches")
@hint(
    en="X and the parameters may hold integers; gradients are float64 all the same.",
    ko="X와 파라미터에 정수가 들어 있어도 기울기는 float64입니다.",
)
def test_gradients_of_integers(submission, reference, rng):
    x, labels, params = whole_problem(rng)
    compare_gradients(gradients(submission, x, labels, params), reference.backward(x, labels, params, {}))


@points(4)
@depends("test_forward_of_random_batches")
@hint(
    en="backward reads the cache and leaves it as it is: subtract from a copy of the probabilities.",
    ko="backward는 캐시를 읽기만 하고 그대로 두어야 합니다. 확률의 복사본에서 빼십시오.",
)
def test_the_cache_is_not_changed(submission, reference, rng):
    x, labels, params = a_problem(rng)
    _, cache = submission.forward(x, params)
    grads = by_key(assert_unchanged(submission.backward, x, labels, params, cache), "backward(X, labels, params, cache)")
    compare_gradients(grads, reference.backward(x, labels, params, {}))


# --- a step of training


@points(3)
@depends("test_forward_of_random_batches")
@hint(
    en="Each parameter minus the learning rate times its gradient, for all four of them.",
    ko="네 파라미터 모두에서 각각 학습률과 기울기의 곱을 뺍니다.",
)
@pytest.mark.parametrize(
    ("shape", "lr"), [((5, 3, 4, 3), 0.1), ((1, 2, 3, 2), 2), ((6, 3, 3, 5), 12.5)], ids=["small", "one sample", "large"]
)
def test_a_step(submission, reference, rng, shape, lr):
    compare_step(submission, reference, *a_problem(rng, *shape), lr)


@points(2)
@depends("test_forward_of_random_batches")
@hint(en="With a learning rate of 0 nothing moves.", ko="학습률이 0이면 아무것도 움직이지 않습니다.")
def test_a_step_of_no_length(submission, rng):
    x, labels, params = a_problem(rng)
    compare_params(by_key(submission.train_step(x, labels, params, 0.0), "train_step(X, labels, params, lr)"), params)


@points(3)
@depends("test_forward_of_random_batches")
@hint(
    en="Parameters that hold integers become float64: do not write the new ones into an array of integers.",
    ko="정수였던 파라미터는 float64가 됩니다. 새 값을 정수 배열에 써 넣지 마십시오.",
)
def test_a_step_from_integers(submission, reference, rng):
    compare_step(submission, reference, *whole_problem(rng), 0.5)


@points(5)
@depends("test_forward_of_random_batches")
@hint(
    en="params[…] -= … writes into the caller's arrays, and a copy of the dict alone still holds the same arrays.",
    ko="params[…] -= …은 호출한 쪽의 배열을 고칩니다. 딕셔너리만 복사하면 그 안의 배열은 같은 배열입니다.",
)
def test_old_parameters_stay(submission, rng):
    x, labels, params = a_problem(rng)
    seen = observe(submission.train_step, x, labels, params, 0.5)
    new = by_key(seen.value, "train_step(X, labels, params, lr)")
    for key in KEYS:
        assert_close(seen.args[2][key], params[key], what=f'params["{key}"]', atol=0, rtol=0)
        moved = np.abs(np.asarray(new[key], dtype=np.float64) - params[key]).max()
        assert_true(moved > 1e-6, Text(f'the new "{key}" is the old one', f'새 "{key}"의 값이 이전 값과 같습니다'))


@points(6)
@depends("test_forward_of_random_batches")
@hint(
    en="Over many steps the loss falls as it does with PyTorch; every step starts from the parameters of the one before.",
    ko="여러 스텝에 걸쳐 손실이 PyTorch와 같이 줄어듭니다. 각 스텝은 바로 앞 스텝의 파라미터에서 시작합니다.",
)
def test_many_steps(submission, reference, rng, evidence):
    x, _, params = a_problem(rng, 12, 2, 4, 3)
    labels = np.arange(12) % 3
    x += np.array([[2.0, 0.0], [-2.0, 1.0], [0.0, -2.0]])[labels]
    own = theirs = params
    curves = [], []
    for _ in range(STEPS):
        own = by_key(submission.train_step(x, labels, own, 1.0), "train_step(X, labels, params, lr)")
        theirs = reference.train_step(x, labels, theirs, 1.0)
        for curve, current in zip(curves, (own, theirs), strict=True):
            curve.append(loss_at(reference, x, labels, current))
    evidence(
        "curve",
        title={"en": "The loss over the steps of a training", "ko": "학습 스텝에 따른 손실"},
        x_label={"en": "step", "ko": "스텝"},
        y_label={"en": "loss", "ko": "손실"},
        series=[
            {"label": label, "x": list(range(1, STEPS + 1)), "y": curve}
            for label, curve in zip(({"en": "your steps", "ko": "제출한 함수"}, {"en": "PyTorch", "ko": "PyTorch"}), curves, strict=True)
        ],
    )
    compare_params(own, theirs, 1e-4)  # gradients right to 1e-6 drift apart over the steps


def loss_at(reference, x, labels, params):
    """The loss of these parameters, or None where they are of no use."""
    try:
        value = reference.loss(reference.forward(x, params)[0], labels)
    except (TypeError, ValueError, RuntimeError):
        return None
    return value if math.isfinite(value) else None


# --- all four


@points(2)
@hint(
    en="Operators such as -= and *=, and assignments to elements, write into the caller's arrays.",
    ko="-=나 *= 같은 연산자와 원소에 대한 대입은 호출한 쪽의 배열을 고칩니다.",
)
@pytest.mark.parametrize("name", ["forward", "loss"])
def test_arguments_are_not_changed(submission, reference, rng, name):
    x, _, params = a_problem(rng)
    if name == "forward":
        probs, _ = assert_unchanged(submission.forward, x, params)
        compare_probs(probs, reference.forward(x, params)[0])
    else:
        probs = np.array([[0.0, 1.0, 0.0], [0.5, 0.25, 0.25]])
        compare_loss(assert_unchanged(submission.loss, probs, np.array([1, 0])), math.log(2) / 2, probs, np.array([1, 0]))


@points(4)
@depends("test_forward_of_random_batches")
@hint(
    en="A call must not depend on the calls before it: what backward needs comes from the cache it is given.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다. backward에 필요한 값은 인수로 받은 캐시에서 가져옵니다.",
)
def test_calls_are_independent(submission, reference, rng):
    problems = [a_problem(rng), a_problem(rng)]
    caches = [submission.forward(x, params)[1] for x, _, params in problems]
    for number in (0, 1, 0):  # the caches are used in another order than they were made
        x, labels, params = problems[number]
        grads = by_key(submission.backward(x, labels, params, caches[number]), "backward(X, labels, params, cache)")
        compare_gradients(grads, reference.backward(x, labels, params, {}))
        probs, _ = submission.forward(x, params)
        right = reference.forward(x, params)[0]
        compare_probs(probs, right)
        compare_loss(submission.loss(right, labels), reference.loss(right, labels), right, labels)
        compare_step(submission, reference, x, labels, params, 0.5)
