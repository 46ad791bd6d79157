"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from own_network import SIZES, fires, forward, leaky, name_of, parameter_count

from gradekit.testing import Text, assert_close, assert_integers, assert_scalar, assert_true, hint, raises

CLASSES = PARAMETER_classes


def example():
    """The worked example: only the first two hidden units have weights and biases."""
    W1, b1, W2 = np.zeros((4, PARAMETER_hidden)), np.zeros(PARAMETER_hidden), np.zeros((PARAMETER_hidden, 3))
    W1[:, 0], W1[:, 1] = (1.0, 1.0, 0.0, 5.0), (0.0, -1.0, 1.0, 0.0)
    b1[:2] = -1.0, 1.0
    W2[0], W2[1] = (1.0, 0.0, -1.0), (0.0, 10.0, 5.0)
    return np.array([[1.0, 2.0, -1.0, 0.0]]), W1, b1, W2, np.array([0.5, 0.0, 0.0])


@hint(en="Inputs, hidden units, outputs, with the number on your paper.", ko="입력, 은닉 유닛, 출력의 수이며 시험지에 적힌 수를 씁니다.")
def test_sizes():
    assert_integers(SIZES, [4, PARAMETER_hidden, 3], what="SIZES")


@hint(en="Below 0 the slope of your paper counts.", ko="0보다 작은 쪽에는 시험지에 적힌 기울기를 씁니다.")
def test_both_sides_of_zero():
    assert_close(leaky(np.array([2.0, 0.0, -3.0])), [2.0, 0.0, -3 * PARAMETER_slope], what="leaky((2, 0, -3))")


@hint(en="See the table in 'A worked example', row by row.", ko="'풀이 예제'의 표를 한 행씩 확인하십시오.")
def test_one_sample():
    expected = [[2.5, -20 * PARAMETER_slope, -2 - 10 * PARAMETER_slope]]
    assert_close(forward(*example()), expected, what="forward(x, W1, b1, W2, b2)")


@hint(en="Count the columns of W1 before you calculate.", ko="계산하기 전에 W1의 열을 세십시오.")
def test_a_column_too_many():
    x, _, _, _, b2 = example()
    wide = PARAMETER_hidden + 1
    with raises(ValueError, "forward"):
        forward(x, np.ones((4, wide)), np.ones(wide), np.ones((wide, 3)), b2)


@hint(en="Above the threshold of your paper, not at it.", ko="시험지에 적힌 문턱값보다 커야 하며 같으면 안 됩니다.")
def test_around_the_threshold():
    assert_integers(fires(np.array([0.1, PARAMETER_threshold, 0.9])), [0, 0, 1], what="fires(p)")


@hint(en="A list of names, in the order of your paper.", ko="시험지에 적힌 순서에 따른 이름의 리스트입니다.")
def test_names():
    names = list(name_of(np.array([[2.5, -1.0, -2.0], [0.0, -0.5, 0.25]])))
    said = Text(f"name_of(logits) is {names}", f"name_of(logits)의 값이 {names}입니다")
    assert_true(names == [CLASSES[0], CLASSES[2]], said)


@hint(en="One whole number.", ko="정수 하나입니다.")
def test_a_number_of_parameters():
    assert_scalar(parameter_count(), what="parameter_count()")
