"""The public tests: the form of the answers and the OR data of the worked example. The hidden suite asks for more."""

import numpy as np
from perceptron_forward import add_bias, perceptron_forward, step

from gradekit.testing import assert_close, assert_same, hint, raises

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
U = np.array([-0.5, 1.0, 1.0])


@hint(en="The step gives +1 above 0 and -1 everywhere else.", ko="계단 함수는 0보다 크면 +1, 그 밖에는 모두 -1입니다.")
def test_step():
    assert_same(step(np.array([-2.0, -0.1, 0.1, 3.0])), [-1, -1, 1, 1], what="step([-2, -0.1, 0.1, 3])")


@hint(en="One column more, in front, and every number in it is 1.", ko="맨 앞에 열이 하나 늘고, 그 열의 수는 모두 1입니다.")
def test_add_bias():
    assert_close(add_bias(X), [[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]], what="add_bias(X)")


@hint(
    en="Each output is the step of u[0] + u[1] x1 + u[2] x2: see the table in 'A worked example'.",
    ko="각 출력은 u[0] + u[1] x1 + u[2] x2에 계단 함수를 적용한 값입니다. '풀이 예제'의 표를 보십시오.",
)
def test_or():
    assert_same(perceptron_forward(X, U), [-1, 1, 1, 1], what="perceptron_forward(X, (-0.5, 1, 1))")


@hint(
    en="Two features need three weights: without one for the bias raise ValueError.",
    ko="특성이 두 개이면 가중치는 세 개여야 합니다. 편향이 빠졌으면 ValueError를 일으키십시오.",
)
def test_too_few_weights():
    with raises(ValueError, "perceptron_forward(X, (1, 1))"):
        perceptron_forward(X, np.array([1.0, 1.0]))
