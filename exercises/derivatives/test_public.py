"""The public tests: the figures of the worked example. The hidden suite asks for more."""

import numpy as np
from derivatives import derivative, gradient_check, leaky_relu_grad, relu_grad, sigmoid_grad, tanh_grad

from gradekit.testing import Text, assert_close, assert_scalar, assert_true, hint


def cube(z):
    return z**3


@hint(
    en="A step to the right, a step to the left, and the difference divided by the way between them.",
    ko="오른쪽으로 한 걸음, 왼쪽으로 한 걸음 간 함수값의 차를 두 점 사이의 거리로 나눕니다.",
)
def test_derivative_of_the_cube():
    assert_close(derivative(cube, 2.0), 12.0, atol=1e-6, what="derivative(cube, 2.0)")
    assert_close(derivative(cube, 2.0, eps=0.5), 12.25, what="derivative(cube, 2.0, eps=0.5)")
    assert_close(derivative(np.sin, np.array([0.0, np.pi])), [1.0, -1.0], atol=1e-6, what="derivative(np.sin, (0, π))")


@hint(en="Compare with the table in 'A worked example'.", ko="'풀이 예제'의 표와 비교해 보십시오.")
def test_the_table():
    z = np.array([-2.0, 0.0, 2.0])
    assert_close(sigmoid_grad(z), [0.104994, 0.25, 0.104994], atol=1e-6, what="sigmoid_grad(z)")
    assert_close(tanh_grad(z), [0.070651, 1.0, 0.070651], atol=1e-6, what="tanh_grad(z)")
    assert_close(relu_grad(z), [0, 0, 1], what="relu_grad(z)")
    assert_close(leaky_relu_grad(z), [0.01, 0.01, 1], what="leaky_relu_grad(z)")


@hint(
    en="A right gradient has a tiny relative error, a wrong one does not.",
    ko="올바른 기울기의 상대 오차는 아주 작고, 틀린 기울기의 상대 오차는 그렇지 않습니다.",
)
def test_gradient_check():
    z = np.array([0.5, 1.0, 2.0])
    error = assert_scalar(gradient_check(cube, lambda z: 3 * z**2, z), what="gradient_check(cube, 3 z², z)")
    assert_true(error < 1e-6, Text("the gradient 3 z² of the cube is right", "세제곱의 기울기 3 z²은 올바릅니다"))
    assert_close(gradient_check(cube, lambda z: z**2, z), 0.5, atol=1e-6, what="gradient_check(cube, z², z)")
