"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from cross_entropy import binary_cross_entropy, cross_entropy, cross_entropy_from_logits, cross_entropy_grad

from gradekit.testing import assert_close, hint, raises


@hint(
    en="The loss of a sample is minus the logarithm of the probability of its true class; then the mean.",
    ko="한 샘플의 손실은 정답 클래스의 확률에 로그를 취하고 음의 부호를 붙인 값입니다. 그다음 평균을 구합니다.",
)
def test_two_samples():
    probs = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])
    targets = np.array([[1, 0, 0], [0, 1, 0]])
    assert_close(cross_entropy(probs, targets), 0.78032387, atol=1e-6, what="cross_entropy(probs, targets)")


@hint(
    en="Where y is 1 the term is -ln p, where y is 0 it is -ln (1 - p).",
    ko="y가 1이면 -ln p, y가 0이면 -ln (1 - p)입니다.",
)
def test_three_yes_or_no_answers():
    loss = binary_cross_entropy(np.array([0.9, 0.2, 0.6]), np.array([1, 0, 0]))
    assert_close(loss, 0.41493160, atol=1e-6, what="binary_cross_entropy(p, y)")


@hint(
    en="It is the cross-entropy of the softmax of the logits.",
    ko="로짓에 소프트맥스를 적용한 확률의 교차 엔트로피입니다.",
)
def test_two_rows_of_logits():
    loss = cross_entropy_from_logits(np.array([[5.0, 3.0, 1.0], [1.0, 2.0, 3.0]]), np.array([0, 1]))
    assert_close(loss, 0.77526880, atol=1e-8, what="cross_entropy_from_logits(logits, labels)")


@hint(en="(softmax - one-hot) / n, row by row.", ko="행마다 (소프트맥스 - 원-핫) / n입니다.")
def test_the_gradient_of_two_rows():
    grad = cross_entropy_grad(np.array([[5.0, 3.0, 1.0], [1.0, 2.0, 3.0]]), np.array([0, 1]))
    expected = [[-0.06659333, 0.05865521, 0.00793812], [0.04501529, -0.37763576, 0.33262048]]
    assert_close(grad, expected, atol=1e-8, what="cross_entropy_grad(logits, labels)")


@hint(en="Shapes that do not fit are refused with a ValueError.", ko="모양이 맞지 않으면 ValueError를 일으킵니다.")
def test_unequal_shapes_are_refused():
    with raises(ValueError):
        cross_entropy(np.full((2, 3), 1 / 3), np.eye(3))
