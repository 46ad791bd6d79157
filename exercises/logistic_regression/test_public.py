"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from logistic_regression import bce, fit, gradients, predict, predict_proba, sigmoid

from gradekit.testing import Text, assert_close, assert_same, assert_shape, hint

# The scores 45, 50, …, 70 after standardisation: minus their mean 57.5, divided by their standard deviation.
STANDARDISED = np.array([[-1.46385011], [-0.87831007], [-0.29277002], [0.29277002], [0.87831007], [1.46385011]])
PASSED = np.array([0, 0, 0, 1, 1, 1])


@hint(en="sigmoid(z) = 1 / (1 + exp(-z)): mind the minus.", ko="sigmoid(z) = 1 / (1 + exp(-z))입니다. 음의 부호를 확인하십시오.")
def test_five_values_of_the_sigmoid():
    expected = [0.11920292, 0.26894142, 0.5, 0.73105858, 0.88079708]
    assert_close(sigmoid(np.array([-2.0, -1.0, 0.0, 1.0, 2.0])), expected, atol=1e-8, what="sigmoid(z)")


@hint(en="The sigmoid of w·x + b, row by row.", ko="행마다 w·x + b에 시그모이드를 적용합니다.")
def test_probabilities_and_classes():
    X, w, b = np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([0.5, 1.0]), -1.5
    assert_close(predict_proba(X, w, b), [0.73105858, 0.26894142], atol=1e-8, what="predict_proba(X, w, b)")
    assert_same(predict(X, w, b), [1, 0], what="predict(X, w, b)")


@hint(
    en="Where y is 1 the term is -ln p, where y is 0 it is -ln (1 - p); then the mean.",
    ko="y가 1이면 -ln p, y가 0이면 -ln (1 - p)이고, 그 평균을 구합니다.",
)
def test_the_cost_of_three_answers():
    assert_close(bce(np.array([0.9, 0.2, 0.6]), np.array([1, 0, 1])), 0.27977656, atol=1e-8, what="bce(p, y)")


@hint(en="(p - y) times x, the mean over the samples.", ko="(p - y)에 x를 곱하여 샘플에 대한 평균을 구합니다.")
def test_the_first_gradients():
    dw, db = gradients(STANDARDISED, PASSED, np.zeros(1), 0.0)
    assert_close(dw, [-0.43915503], atol=1e-7, what=Text("the gradient of w", "w의 기울기"))
    assert_close(db, 0.0, atol=1e-7, what=Text("the gradient of b", "b의 기울기"))


@hint(en="Cost first, then gradients, then the update of w and b.", ko="비용, 기울기, w와 b의 갱신 순서입니다.")
def test_two_epochs():
    w, b, history = fit(STANDARDISED, PASSED, lr=0.1, epochs=2)
    assert_shape(w, (1,), what="w")
    assert_close(b, 0.0, atol=1e-7, what="b")
    assert_close(history, [0.69314718, 0.67410250], atol=1e-7, what=Text("the history", "history"))
