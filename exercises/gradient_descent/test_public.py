"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import pytest
from gradient_descent import descend, diverges, grad, loss

from gradekit.testing import assert_close, assert_same, hint


@hint(
    en="The prediction is u x = 0.16, so it misses y = 1 by 0.84.",
    ko="예측값이 u x = 0.16이므로 y = 1과 0.84만큼 차이가 납니다.",
)
def test_the_loss_at_the_start():
    assert_close(loss(0.8, 0.2, 1.0), 0.7056, what="loss(0.8, 0.2, 1)")


@hint(en="-2 x (y - u x): see 'The formula'.", ko="-2 x (y - u x)입니다. '수식'을 보십시오.")
def test_the_slope_at_the_start():
    assert_close(grad(0.8, 0.2, 1.0), -0.336, what="grad(0.8, 0.2, 1)")


@hint(
    en="The start comes first, then one value for each step: see 'A worked example'.",
    ko="처음 값이 먼저 오고 갱신할 때마다 값이 하나씩 이어집니다. '풀이 예제'를 보십시오.",
)
def test_two_steps():
    # The course's 1.4451 is 1.44512, rounded.
    assert_close(descend(0.8, 0.2, 1.0, 1.0, 2), [0.8, 1.136, 1.44512], what="descend(0.8, 0.2, 1, 1, 2)")


@hint(
    en="Look at what a step does to the distance from the minimum: see 'The formula'.",
    ko="갱신 한 번이 최솟점까지의 거리를 어떻게 바꾸는지 보십시오. '수식'을 보십시오.",
)
@pytest.mark.parametrize(("lr", "expected"), [(1.0, False), (40.0, True)])
def test_a_small_and_a_large_rate(lr, expected):
    assert_same(diverges(0.2, lr), expected, what=f"diverges(0.2, {lr})")
