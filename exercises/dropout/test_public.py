"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from dropout import dropout, dropout_backward

from gradekit.testing import assert_close, assert_same, hint, raises


@hint(en="rng.random(x.shape) >= p.", ko="rng.random(x.shape) >= p입니다.")
def test_the_mask():
    x = np.ones((3, 4))
    _, mask = dropout(x, 0.5, np.random.default_rng(1))
    assert_same(mask, np.random.default_rng(1).random((3, 4)) >= 0.5, what="mask")


@hint(en="When the network is used nothing is dropped and nothing is scaled.", ko="신경망을 사용할 때에는 끄지도 않고 키우지도 않습니다.")
def test_not_training():
    x = np.array([[1.0, -2.0], [0.5, 3.0]])
    output, mask = dropout(x, 0.5, np.random.default_rng(1), training=False)
    assert_close(output, x, what="output")
    assert_same(mask, np.ones((2, 2)), what="mask")


@hint(en="The last two rows of 'A worked example'.", ko="'풀이 예제'의 마지막 두 행입니다.")
def test_backward_of_the_worked_example():
    grad, mask = np.array([0.4, -1.0, 2.0, 3.0]), np.array([True, False, True, False])
    assert_close(dropout_backward(grad, mask, 0.2), [0.5, 0.0, 2.5, 0.0], what="dropout_backward(grad, mask, 0.2)")


@hint(en="If everything is dropped there is nothing left to scale.", ko="모두 끄면 키울 것이 남지 않습니다.")
def test_a_probability_of_one_is_refused():
    with raises(ValueError):
        dropout(np.ones(3), 1.0, np.random.default_rng(1))
