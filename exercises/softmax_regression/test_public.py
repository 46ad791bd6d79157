"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from softmax_regression import cost, fit, gradients, predict, predict_proba

from gradekit.testing import Text, assert_close, assert_integers, hint

X = np.array([[1.0, 2.0], [3.0, 0.0]])
Y = np.array([[1, 0, 0], [0, 0, 1]])
W = np.array([[1.0, 1.0, 1.0], [2.0, 1.0, 0.0]])
B = np.zeros(3)


@hint(en="XW + b, then softmax along each row.", ko="XW + b를 구한 뒤 행마다 소프트맥스를 적용합니다.")
def test_probabilities_of_two_samples():
    expected = [[0.86681333, 0.11731043, 0.01587624], [1 / 3, 1 / 3, 1 / 3]]
    assert_close(predict_proba(X, W, B), expected, atol=1e-8, what="predict_proba(X, W, b)")


@hint(en="The most probable class of each row.", ko="각 행에서 확률이 가장 큰 클래스입니다.")
def test_classes_of_two_samples():
    assert_integers(predict(X, W, np.array([0.0, 0.0, 1.0])), [0, 2], what="predict(X, W, b)")


@hint(
    en="Minus the logarithm of the true class's probability, then the mean.",
    ko="정답 클래스의 확률에 로그를 취하고 음의 부호를 붙인 뒤 평균을 구합니다.",
)
def test_the_cost_of_two_samples():
    assert_close(cost(X, Y, W, B), 0.62077196, atol=1e-8, what="cost(X, Y, W, b)")


@hint(en="Start from (softmax - Y) / n.", ko="(소프트맥스 - Y) / n에서 시작합니다.")
def test_the_gradients_of_two_samples():
    dW, db = gradients(X, Y, W, B)
    expected = [[0.43340667, 0.55865521, -0.99206188], [-0.13318667, 0.11731043, 0.01587624]]
    assert_close(dW, expected, atol=1e-8, what=Text("the gradient of W", "W의 기울기"))
    assert_close(db, [0.10007333, 0.22532188, -0.32539521], atol=1e-8, what=Text("the gradient of b", "b의 기울기"))


@hint(en="Cost first, then gradients, then the update of W and b.", ko="비용, 기울기, W와 b의 갱신 순서입니다.")
def test_one_epoch():
    _, b, history = fit(X, Y, lr=0.1, epochs=1)
    assert_close(history, [1.09861229], atol=1e-8, what=Text("the history", "history"))
    assert_close(b, [0.01666667, -0.03333333, 0.01666667], atol=1e-8, what="b")
