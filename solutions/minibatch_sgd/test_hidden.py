"""The hidden suite of `minibatch_sgd`.

A generator crosses by its state, so submission and reference draw the same permutations. Learning rates, or the number of
steps, are small: whatever the order of a sum, w and b agree to 1e-9 absolute and 1e-7 relative.
"""

import math

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_integers, assert_same, assert_true, assert_unchanged, hint, points

EPOCHS = 8


def generator(seed, draw=1):
    """A generator that is the same whenever it is asked for with the same numbers."""
    return np.random.default_rng([seed, draw])


def compare_batches(actual, expected, what):
    right = isinstance(actual, list | tuple | np.ndarray)
    assert_true(right, Text(f"{what} should be a list of arrays", f"{what}은(는) 배열의 리스트여야 합니다"))
    assert_same(len(actual), len(expected), what=f"len({what})")
    for number, (got, wanted) in enumerate(zip(actual, expected, strict=True)):
        assert_integers(got, wanted, what=f"{what}[{number}]")


def compare_fit(actual, expected):
    w, b = actual
    assert_close(w, expected[0], what="w", atol=1e-9, rtol=1e-7)
    assert_close(b, expected[1], what="b", atol=1e-9, rtol=1e-7)


def some_data(rng, n, d):
    """Features within ±1 and answers near a plane, whose slopes and height are well away from 0."""
    x = rng.uniform(-1.0, 1.0, (n, d))
    return x, x @ rng.uniform(1.0, 3.0, d) + rng.uniform(1.0, 2.0) + rng.normal(0.0, 0.3, n)


# --- batches


@points(3)
@hint(
    en="rng.permutation(n), cut in order into pieces of batch_size; only the last may be shorter.",
    ko="rng.permutation(n)을 차례로 batch_size개씩 나눕니다. 마지막 배치만 짧을 수 있습니다.",
)
@pytest.mark.parametrize(("n", "batch_size"), [(10, 3), (12, 4), (7, 7), (5, 9), (6, 1), (1, 1)])
def test_batches(submission, reference, seed, n, batch_size):
    got = submission.minibatches(n, batch_size, generator(seed))
    compare_batches(got, reference.minibatches(n, batch_size, generator(seed)), f"minibatches({n}, {batch_size}, rng)")


@points(3)
@hint(
    en="Many full batches, and at the end the samples that are left over.",
    ko="가득 찬 배치가 여러 개이고, 마지막에 남은 샘플이 옵니다.",
)
def test_many_batches(submission, reference, rng, seed):
    for n, batch_size in ((int(rng.integers(5000, 6000)), 128), (70000, 30000), (3, 10)):  # indices of more than 16 bits; few samples
        got = submission.minibatches(n, batch_size, generator(seed))
        compare_batches(got, reference.minibatches(n, batch_size, generator(seed)), f"minibatches({n}, {batch_size}, rng)")


@points(5)
@hint(
    en="In an epoch each sample is used exactly once, the samples of the short batch included.",
    ko="한 에포크에서 각 샘플은 정확히 한 번씩 쓰입니다. 짧은 배치의 샘플도 마찬가지입니다.",
)
def test_each_index_once(submission, seed):
    for n, sizes in ((23, [5, 5, 5, 5, 3]), (20, [5, 5, 5, 5])):
        batches = submission.minibatches(n, 5, generator(seed))
        assert_same([len(batch) for batch in batches], sizes, what=f"[len(batch) for batch in minibatches({n}, 5, rng)]")
        assert_same(np.sort(np.concatenate(batches)), np.arange(n), what=f"np.sort(np.concatenate(minibatches({n}, 5, rng)))")


@points(5)
@hint(
    en="Without samples there are no batches: the list is empty, it does not hold an empty batch.",
    ko="샘플이 없으면 배치도 없습니다. 빈 배치가 든 리스트가 아니라 빈 리스트입니다.",
)
def test_no_samples(submission, seed):
    for batch_size in (1, 4):
        compare_batches(submission.minibatches(0, batch_size, generator(seed)), [], f"minibatches(0, {batch_size}, rng)")


# --- steps


@points(5)
@hint(
    en="60000 / 128 is 468.75: the short batch is a step as well.",
    ko="60000 / 128은 468.75입니다. 짧은 배치도 한 스텝입니다.",
)
def test_steps_of_mnist(submission):
    for epochs, steps in ((1, 469), (5, 2345)):
        assert_same(submission.epochs_to_steps(60000, 128, epochs), steps, what=f"epochs_to_steps(60000, 128, {epochs})")


@points(3)
@hint(
    en="Round up within each epoch, then multiply. A number that divides evenly needs no rounding.",
    ko="에포크 안에서 먼저 올림한 다음 곱합니다. 나누어떨어지면 올림이 필요 없습니다.",
)
@pytest.mark.parametrize("rest", ["none", "one", "all but one"])
def test_steps(submission, reference, rng, rest):
    batch_size, full, epochs = (int(rng.integers(3, 40)) for _ in range(3))
    n = full * batch_size + {"none": 0, "one": 1, "all but one": batch_size - 1}[rest]
    got = submission.epochs_to_steps(n, batch_size, epochs)
    assert_same(got, reference.epochs_to_steps(n, batch_size, epochs), what=f"epochs_to_steps({n}, {batch_size}, {epochs})")


@points(2)
@hint(
    en="A batch size beyond the number of samples means one short batch an epoch; with a batch size of 1 each sample is a step.",
    ko="배치 크기가 샘플의 수보다 크면 에포크마다 짧은 배치가 하나 있습니다. 배치 크기가 1이면 샘플마다 한 스텝입니다.",
)
def test_steps_of_extreme_batches(submission, rng):
    small, epochs = int(rng.integers(5, 50)), int(rng.integers(2, 9))
    for n, batch_size, steps in (
        (small, small + 1, epochs),
        (small, 4 * small, epochs),
        (small, small, epochs),
        (small, 1, small * epochs),
        (70000, 1, 70000 * epochs),
    ):
        assert_same(submission.epochs_to_steps(n, batch_size, epochs), steps, what=f"epochs_to_steps({n}, {batch_size}, {epochs})")


@points(2)
@hint(en="No epochs, no steps; no samples, no steps.", ko="에포크가 0이면 스텝도 없고, 샘플이 없어도 스텝이 없습니다.")
def test_no_steps(submission, rng):
    n = int(rng.integers(5, 50))
    assert_same(submission.epochs_to_steps(n, 4, 0), 0, what=f"epochs_to_steps({n}, 4, 0)")
    assert_same(submission.epochs_to_steps(0, 4, 3), 0, what="epochs_to_steps(0, 4, 3)")


# --- the fit


@points(5)
@hint(
    en="One batch with all samples: one step of gradient descent with the gradients of 'The formula'.",
    ko="배치 하나에 모든 샘플이 들어 있습니다. '수식'의 기울기로 한 스텝을 움직입니다.",
)
def test_one_full_batch(submission, seed):
    got = submission.sgd_linear(np.array([[1.0], [2.0], [3.0]]), np.array([2.0, 4.0, 6.0]), 0.1, 3, 1, generator(seed))
    compare_fit(got, (np.array([28 / 15]), 0.8))


@points(3)
@hint(
    en="One permutation an epoch, the batches in order, and w and b moved together by the gradients of each batch.",
    ko="에포크마다 순열을 하나 뽑아 배치를 차례로 쓰고, 배치마다 w와 b를 함께 움직입니다.",
)
@pytest.mark.parametrize(
    ("n", "d", "batch_size", "epochs", "lr"),
    [(10, 2, 3, 4, 0.05), (8, 3, 4, 3, 0.2), (5, 1, 2, 60, 0.4), (6, 2, 10, 3, 1), (7, 9, 1, 2, 0.1)],
)
def test_random_data(submission, reference, rng, seed, n, d, batch_size, epochs, lr):
    x, y = some_data(rng, n, d)
    for scale in (1.0, 200.0):  # lr · scale² stays, so the steps are as steady as before, and the gradients are large
        got = submission.sgd_linear(scale * x, y, lr / scale**2, batch_size, epochs, generator(seed))
        compare_fit(got, reference.sgd_linear(scale * x, y, lr / scale**2, batch_size, epochs, generator(seed)))


@points(5)
@hint(
    en="In the short batch the gradient is a mean over the samples that are there: m is its actual size.",
    ko="짧은 배치에서도 기울기는 실제로 들어 있는 샘플의 평균입니다. m은 배치의 실제 크기입니다.",
)
def test_the_short_batch(submission, reference, rng, seed):
    x, y = some_data(rng, 9, 2)
    x = np.asfortranarray(x)
    got = submission.sgd_linear(x, y, 0.1, 4, 1, generator(seed))
    compare_fit(got, reference.sgd_linear(x, y, 0.1, 4, 1, generator(seed)))


@points(5)
@hint(
    en="Each epoch draws a permutation of its own from the same generator and goes on from the w and b of the epoch before.",
    ko="에포크마다 같은 생성기에서 순열을 새로 뽑고, 바로 앞 에포크의 w와 b에서 이어 갑니다.",
)
def test_epoch_after_epoch(submission, reference, rng, seed, evidence):
    x, y = some_data(rng, 14, 2)
    fits, expected = (
        [module.sgd_linear(x, y, 0.08, 4, epochs, generator(seed)) for epochs in range(1, EPOCHS + 1)] for module in (submission, reference)
    )
    evidence(
        "curve",
        title={"en": "The cost after each epoch", "ko": "에포크마다의 비용"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "mean squared error", "ko": "평균 제곱 오차"},
        series=[
            {"label": label, "x": list(range(1, EPOCHS + 1)), "y": [cost(x, y, each) for each in drawn]}
            for label, drawn in (({"en": "your fit", "ko": "제출한 함수"}, fits), ({"en": "PyTorch", "ko": "PyTorch"}, expected))
        ],
    )
    for got, wanted in zip(fits, expected, strict=True):
        compare_fit(got, wanted)


def cost(x, y, fit):
    """The mean squared error of a fit, or None where it is of no use."""
    try:
        value = float(np.mean((x @ np.asarray(fit[0], dtype=np.float64) + float(fit[1]) - y) ** 2))
    except (TypeError, ValueError, IndexError, KeyError):
        return None
    return value if math.isfinite(value) else None


@points(4)
@hint(
    en="X and y may hold integers; w and b are float64 all the same.",
    ko="X와 y에 정수가 들어 있어도 w와 b는 float64입니다.",
)
def test_integer_data(submission, reference, rng, seed):
    x = rng.integers(-2, 3, (8, 2))
    y = 3 * x[:, 0] - x[:, 1] + 2
    for features, answers, lr in ((x, y, 0.05), (x, y + 0.25, 0.05), (x + 0.5, y, 0.05), (200 * x, 40000 * y, 1e-6)):
        got = submission.sgd_linear(features, answers, lr, 3, 3, generator(seed))
        compare_fit(got, reference.sgd_linear(features, answers, lr, 3, 3, generator(seed)))


@points(4)
@hint(
    en="Answers that lie exactly on a plane are learnt, bias included, if the epochs are many.",
    ko="정답이 정확히 평면 위에 있으면 에포크가 충분할 때 편향까지 학습됩니다.",
)
def test_a_plane_is_learnt(submission, rng, seed):
    x, w, b = rng.uniform(-1.0, 1.0, (24, 2)), rng.uniform(1.0, 3.0, 2), float(rng.uniform(1.0, 2.0))
    got = submission.sgd_linear(x, x @ w + b, 0.2, 6, 80, generator(seed))
    assert_close(got[0], w, what="w", atol=1e-3)
    assert_close(got[1], b, what="b", atol=1e-3)


@points(2)
@hint(en="A single sample is a batch of its own.", ko="샘플이 하나이면 그것이 배치 하나입니다.")
def test_one_sample(submission, reference, rng, seed):
    x, y = some_data(rng, 1, 3)
    got = submission.sgd_linear(x, y, 0.1, 2, 3, generator(seed))
    compare_fit(got, reference.sgd_linear(x, y, 0.1, 2, 3, generator(seed)))


@points(2)
@hint(en="Before the first epoch w and b are zeros.", ko="첫 에포크 전에는 w와 b가 모두 0입니다.")
def test_no_epochs(submission, rng, seed):
    x, y = some_data(rng, 6, 3)
    compare_fit(submission.sgd_linear(x, y, 0.1, 2, 0, generator(seed)), (np.zeros(3), 0.0))


# --- arguments and calls


@points(4)
@hint(
    en="Shuffling X in place, and operators such as -=, change the caller's arrays.",
    ko="X를 제자리에서 섞거나 -= 같은 연산자를 쓰면 호출한 쪽의 배열이 바뀝니다.",
)
def test_data_is_not_changed(submission, reference, rng, seed):
    x, y = some_data(rng, 9, 2)
    got = assert_unchanged(submission.sgd_linear, x, y, 0.1, 4, 2, generator(seed))
    compare_fit(got, reference.sgd_linear(x, y, 0.1, 4, 2, generator(seed)))


@points(5)
@hint(
    en="A call must not depend on the calls before it, and all randomness comes from the generator that is handed over.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다. 모든 무작위성은 넘겨받은 생성기에서 나옵니다.",
)
def test_calls_are_independent(submission, reference, rng, seed):
    x, y = some_data(rng, 9, 2)
    for draw in (1, 2, 1):
        got = submission.minibatches(9, 4, generator(seed, draw))
        compare_batches(got, reference.minibatches(9, 4, generator(seed, draw)), "minibatches(9, 4, rng)")
        got = submission.sgd_linear(x, y, 0.1, 4, 2, generator(seed, draw))
        compare_fit(got, reference.sgd_linear(x, y, 0.1, 4, 2, generator(seed, draw)))
        assert_same(submission.epochs_to_steps(9 + draw, 4, 2), 6, what=f"epochs_to_steps({9 + draw}, 4, 2)")
