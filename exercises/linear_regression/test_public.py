"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from linear_regression import cost, fit, gradients, predict

from gradekit.testing import assert_close, hint

HOURS = np.array([2, 3, 4, 5])
SCORES = np.array([25, 50, 42, 61])


@hint(en="w times x, plus b, for each sample.", ko="샘플마다 x에 w를 곱하고 b를 더합니다.")
def test_four_predictions():
    assert_close(predict(HOURS, 10.0, 9.5), [29.5, 39.5, 49.5, 59.5], what="predict(hours, 10, 9.5)")


@hint(
    en="The mean of the squared errors: (-4.5)², 10.5², (-7.5)² and 1.5².",
    ko="오차 제곱의 평균입니다. 제곱할 오차는 -4.5, 10.5, -7.5, 1.5입니다.",
)
def test_the_cost_of_the_best_line():
    assert_close(cost(HOURS, SCORES, 10.0, 9.5), 47.25, what="cost(hours, scores, 10, 9.5)")


@hint(
    en="First the derivative with respect to w, then the one with respect to b: see 'A worked example'.",
    ko="w로 미분한 값이 먼저, b로 미분한 값이 나중입니다. '풀이 예제'를 보십시오.",
)
def test_the_gradients_at_the_start():
    slope, offset = gradients(HOURS, SCORES, 0.0, 0.0)
    assert_close(slope, -336.5, what="gradients(x, y, w, b)[0]")
    assert_close(offset, -89.0, what="gradients(x, y, w, b)[1]")


@hint(
    en="Both weights move at once, with gradients calculated before either moved. The cost is noted before the update.",
    ko="w와 b는 움직이기 전에 구한 기울기로 동시에 갱신합니다. 비용은 갱신하기 전에 기록합니다.",
)
def test_two_epochs():
    w, b, history = fit(HOURS, SCORES, lr=0.01, epochs=2)
    assert_close(w, 5.75915, what="w")
    assert_close(b, 1.52665, what="b")
    assert_close(history, [2152.5, 1115.5870875], what="history")
