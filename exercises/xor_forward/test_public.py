"""The public tests: the form of the answers and the worked example. The hidden suite asks for more."""

import numpy as np
from xor_forward import U1, U2, forward, hidden, linearly_separable, step

from gradekit.testing import Text, assert_same, assert_shape, hint

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
DOCUMENTED_U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
DOCUMENTED_U2 = np.array([[-1.0, 1.0, 1.0]])


@hint(en="The step gives +1 above 0 and -1 everywhere else.", ko="계단 함수는 0보다 크면 +1, 그 밖에는 모두 -1입니다.")
def test_step():
    assert_same(step(np.array([-2.0, -0.1, 0.1, 3.0])), [-1, -1, 1, 1], what="step([-2, -0.1, 0.1, 3])")
    assert_shape(step(np.ones((2, 3))), (2, 3), what=Text("step of a (2, 3) array", "(2, 3) 배열에 대한 step"))


@hint(
    en="One row per sample, one column per unit; the first column of U1 is the bias.",
    ko="행은 샘플, 열은 유닛입니다. U1의 첫째 열이 편향입니다.",
)
def test_hidden_of_the_worked_example():
    assert_same(hidden(X, DOCUMENTED_U1), [[-1, 1], [1, 1], [1, 1], [1, -1]], what="hidden(X, U1)")


@hint(
    en="The output layer does with the hidden units' ±1 what the hidden layer does with X.",
    ko="출력층은 은닉층이 X에 하는 계산을 은닉 유닛의 ±1에 똑같이 합니다.",
)
def test_forward_of_the_worked_example():
    assert_same(forward(X, DOCUMENTED_U1, DOCUMENTED_U2), [-1, 1, 1, -1], what="forward(X, U1, U2)")


@hint(
    en="Your own U1 and U2 are arrays of shape (2, 3) and (1, 3), and compute XOR.",
    ko="U1과 U2는 모양이 (2, 3)과 (1, 3)인 배열이며, XOR를 계산해야 합니다.",
)
def test_own_weights():
    assert_shape(U1, (2, 3), what="U1")
    assert_shape(U2, (1, 3), what="U2")
    assert_same(
        forward(X, np.asarray(U1), np.asarray(U2)),
        [-1, 1, 1, -1],
        what=Text("forward(X, U1, U2) with your U1 and U2", "제출한 U1과 U2를 넣은 forward(X, U1, U2)"),
    )


@hint(
    en="A line cuts off one corner of the square; no line separates XOR.",
    ko="직선 하나로 정사각형의 한 꼭짓점을 잘라 낼 수는 있지만, XOR는 나눌 수 없습니다.",
)
def test_linearly_separable():
    assert_same(linearly_separable([-1, -1, -1, 1]), True, what=Text("linearly_separable of AND", "AND에 대한 linearly_separable"))
    assert_same(linearly_separable([-1, 1, 1, -1]), False, what=Text("linearly_separable of XOR", "XOR에 대한 linearly_separable"))
