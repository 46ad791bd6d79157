"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from one_hot import decode, encode_names, one_hot

from gradekit.testing import assert_integers, assert_same, hint, raises

CLASSES = ["Cat", "Dog", "Turtle", "Fish"]
ENCODED = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]]


@hint(en="Row i has its 1 in column labels[i].", ko="i번째 행에서는 labels[i]번 열이 1입니다.")
def test_five_labels():
    assert_same(one_hot(np.array([0, 1, 2, 3, 0]), 4), ENCODED, what="one_hot(labels, 4)")


@hint(en="In which column is the 1?", ko="1이 어느 열에 있습니까?")
def test_five_rows_back():
    assert_integers(decode(np.array(ENCODED)), [0, 1, 2, 3, 0], what="decode(encoded)")


@hint(en="A class's number is its place in classes.", ko="클래스의 번호는 classes에서의 위치입니다.")
def test_five_animals():
    names = ["Cat", "Dog", "Turtle", "Fish", "Cat"]
    assert_same(encode_names(names, CLASSES), ENCODED, what="encode_names(names, classes)")


@hint(en="With 4 classes the numbers run from 0 to 3.", ko="클래스가 4개이면 번호는 0부터 3까지입니다.")
def test_a_label_too_large():
    with raises(ValueError):
        one_hot(np.array([0, 4]), 4)


@hint(en="A row has a single 1 and otherwise zeros.", ko="한 행에는 1이 하나뿐이고 나머지는 모두 0입니다.")
def test_two_ones_in_a_row():
    with raises(ValueError):
        decode(np.array([[1, 0, 0], [1, 1, 0]]))
