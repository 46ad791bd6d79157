"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from minibatch_sgd import epochs_to_steps, minibatches, sgd_linear

from gradekit.testing import assert_close, assert_same, hint


@hint(en="The permutation, cut in order: four, four and two.", ko="순열을 차례로 네 개, 네 개, 두 개로 나눕니다.")
def test_ten_samples_in_batches_of_four():
    order = np.random.default_rng(3).permutation(10)
    batches = minibatches(10, 4, np.random.default_rng(3))
    assert_same(len(batches), 3, what="len(minibatches(10, 4, rng))")
    for batch, expected in zip(batches, (order[:4], order[4:8], order[8:]), strict=True):
        assert_same(batch, expected, what="minibatches(10, 4, rng)")


@hint(en="468 full batches and a short one.", ko="가득 찬 배치 468개와 짧은 배치 하나입니다.")
def test_an_epoch_of_mnist():
    assert_same(epochs_to_steps(60000, 128, 1), 469, what="epochs_to_steps(60000, 128, 1)")


@hint(
    en="With one batch that holds everything, an epoch is one step of gradient descent.",
    ko="모든 샘플이 든 배치가 하나이면 한 에포크는 경사 하강법의 한 스텝입니다.",
)
def test_one_full_batch():
    w, b = sgd_linear(np.array([[1.0], [2.0], [3.0]]), np.array([2.0, 4.0, 6.0]), 0.1, 3, 1, np.random.default_rng(0))
    assert_close(w, [28 / 15], what="w")
    assert_close(b, 0.8, what="b")
