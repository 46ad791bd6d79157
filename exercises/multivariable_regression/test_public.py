"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from multivariable_regression import cost, fit, gradients, normal_equation, predict

from gradekit.testing import assert_close, hint

X = np.array([[73, 80, 75], [93, 88, 93], [89, 91, 80], [96, 98, 100], [73, 66, 70]])
Y = np.array([152, 185, 180, 196, 142])


@hint(en="One prediction for each row: its product with w, plus b.", ko="행마다 예측값이 하나씩 나옵니다. 행과 w의 내적에 b를 더합니다.")
def test_five_predictions():
    got = predict(X, np.array([0.5, 0.5, 1.0]), 0.0)
    assert_close(got, [151.5, 183.5, 170.0, 197.0, 139.5], what="predict(X, w, 0)")


@hint(en="The mean of the squared errors over the five rows.", ko="행 다섯 개에 대한 오차 제곱의 평균입니다.")
def test_the_cost():
    assert_close(cost(X, Y, np.array([0.5, 0.5, 1.0]), 0.0), 21.95, what="cost(X, y, w, 0)")


@hint(
    en="One component for each feature, and one number for the bias: see 'A worked example'.",
    ko="특성마다 성분이 하나씩 있고 편향에는 숫자 하나가 있습니다. '풀이 예제'를 보십시오.",
)
def test_the_gradients_at_the_start():
    slopes, offset = gradients(X, Y, np.zeros(3), 0.0)
    assert_close(slopes, [-29401.2, -29360.0, -29018.0], what="gradients(X, y, w, b)[0]")
    assert_close(offset, -342.0, what="gradients(X, y, w, b)[1]")


@hint(
    en="From zeros, with a learning rate of 1e-5; the cost is noted before each update.",
    ko="0에서 시작하고 학습률은 1e-5이며, 비용은 갱신하기 전에 기록합니다.",
)
def test_the_cost_after_twenty_updates():
    _, _, history = fit(X, Y, epochs=21)
    assert_close(history[20], 5.9571, atol=1e-4, what="history[20]")


@hint(
    en="Both find the lowest point of the same cost; this one at once.",
    ko="둘 다 같은 비용의 가장 낮은 점을 찾습니다. 이 함수는 한 번에 찾습니다.",
)
def test_the_best_weights():
    w, b = normal_equation(X, Y)
    assert_close(w, [1.262420, 0.655462, 0.134406], atol=1e-5, what="w")
    assert_close(b, -2.741730, atol=1e-5, what="b")
