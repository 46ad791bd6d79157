"""The hidden suite of `one_hot`. Everything is compared exactly; 0 and 1 may be of any real dtype, class numbers are integers."""

import numpy as np
import pytest

from gradekit.testing import Text, assert_integers, assert_same, assert_shape, assert_unchanged, hint, points, raises

CLASSES = ["Cat", "Dog", "Turtle", "Fish"]
NAMES = ["Cat", "Dog", "Turtle", "Fish", "Cat"]
ANIMALS = [*CLASSES, "Cow", "Ant", "Zebra", "Turkey", "고양이", "강아지", "고래"]


def rows_of(labels, num_classes, dtype=np.float64):
    return np.eye(num_classes, dtype=dtype)[labels]


# --- one_hot


@points(4)
@hint(
    en="One row per label, one column per class, a 1 where they meet. See 'A worked example'.",
    ko="레이블마다 행 하나, 클래스마다 열 하나이고, 둘이 만나는 곳이 1입니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example(submission):
    expected = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]]
    assert_same(submission.one_hot(np.array([0, 1, 2, 3, 0]), 4), expected, what="one_hot([0, 1, 2, 3, 0], 4)")


@points(2)
@hint(
    en="Row i belongs to label i, in the order given; labels may repeat.",
    ko="i번째 행은 주어진 순서에서 i번째 레이블의 것입니다. 같은 레이블이 반복될 수 있습니다.",
)
@pytest.mark.parametrize(("n", "c"), [(1, 3), (8, 3), (5, 5), (2, 300)])
def test_random_labels(submission, reference, rng, n, c):
    labels = rng.integers(0, c, n)
    labels[-1] = c - 1
    assert_same(submission.one_hot(labels, c), reference.one_hot(labels, c), what=f"one_hot(labels, {c})")


@points(4)
@hint(
    en="The number of columns is num_classes, whichever labels occur.",
    ko="어떤 레이블이 나오든 열의 개수는 num_classes입니다.",
)
def test_classes_that_do_not_occur(submission, reference):
    for labels, c in (([1, 1, 1], 6), ([3, 0], 5), ([0], 1), ([0, 0], 3), ([0, 0, 1], 2), ([1], 2), ([4, 9, 0], 10)):
        labels = np.array(labels)
        assert_same(submission.one_hot(labels, c), reference.one_hot(labels, c), what=f"one_hot({labels.tolist()}, {c})")


@points(4)
@hint(en="No labels, no rows, but still num_classes columns.", ko="레이블이 없으면 행도 없지만 열은 num_classes개입니다.")
def test_no_labels(submission):
    assert_shape(
        submission.one_hot(np.zeros(0, dtype=np.int64), 3), (0, 3), what=Text("one_hot of no labels", "레이블이 없을 때의 one_hot")
    )


@points(3)
@hint(
    en="With num_classes = c the largest label is c - 1. Is c itself refused, and with which exception?",
    ko="num_classes = c이면 가장 큰 레이블은 c - 1입니다. c는 거부됩니까? 어떤 예외로 거부됩니까?",
)
@pytest.mark.parametrize("excess", [0, 7])
def test_labels_too_large(submission, rng, excess):
    c = int(rng.integers(3, 8))
    for labels in ([c + excess], [0, 1, c + excess, 2]):
        with raises(ValueError, f"one_hot({labels}, {c})"):
            submission.one_hot(np.array(labels), c)


@points(3)
@hint(
    en="A negative label is refused too, though NumPy would count it from the end.",
    ko="음수 레이블도 거부해야 합니다. NumPy는 음수 인덱스를 끝에서부터 셉니다.",
)
@pytest.mark.parametrize("label", [-1, -3, -40])
def test_negative_labels(submission, label):
    for labels in ([label], [0, 2, label]):
        with raises(ValueError, f"one_hot({labels}, 3)"):
            submission.one_hot(np.array(labels), 3)


@points(1)
@hint(
    en="Each call depends on its own labels only, and changes none of them.",
    ko="결과는 그 호출에 주어진 레이블로만 정해져야 하며, 레이블의 내용을 바꾸면 안 됩니다.",
)
def test_every_call_stands_alone(submission, reference, rng):
    first, second = rng.integers(0, 5, (2, 7))
    for labels in (first, second, first):
        assert_same(assert_unchanged(submission.one_hot, labels, 5), reference.one_hot(labels, 5), what="one_hot(labels, 5)")


# --- decode


@points(4)
@hint(en="The answer for a row is the column of its 1.", ko="한 행의 답은 1이 있는 열의 번호입니다.")
def test_the_worked_example_back(submission, reference):
    encoded = reference.one_hot(np.array([0, 1, 2, 3, 0]), 4)
    assert_integers(submission.decode(encoded), [0, 1, 2, 3, 0], what="decode(encoded)")


@points(2)
@hint(
    en="One class number for each row, of an integer type, whatever the type of the rows.",
    ko="행마다 클래스 번호 하나이며, 행의 자료형과 관계없이 정수형입니다.",
)
@pytest.mark.parametrize(("n", "c"), [(1, 4), (9, 3), (4, 4), (3, 1)])
def test_random_rows(submission, rng, n, c):
    labels = rng.integers(0, c, n)
    for dtype in (np.float64, np.int64):
        for order in "CF":  # by rows and by columns: how the numbers lie in memory is no part of their value
            encoded = np.array(rows_of(labels, c, dtype), order=order)
            assert_integers(
                submission.decode(encoded),
                labels,
                what=Text(f"decode(encoded) of {dtype.__name__}", f"자료형이 {dtype.__name__}일 때의 decode(encoded)"),
            )


@points(2)
@hint(en="There may be one class, two of them, or hundreds.", ko="클래스는 하나나 둘일 수도 있고 수백 개일 수도 있습니다.")
def test_few_and_many_classes(submission):
    for labels, c in (([299, 0, 256], 300), ([1, 0, 0], 2), ([1, 0], 2), ([1], 2), ([0], 1)):
        assert_integers(
            submission.decode(rows_of(labels, c)),
            labels,
            what=Text(f"decode(encoded) where num_classes is {c}", f"클래스가 {c}개일 때의 decode(encoded)"),
        )


@points(3)
@hint(
    en="A matrix of shape (0, c) has no rows, and no row is wrong: the answer has shape (0,).",
    ko="모양이 (0, c)인 행렬에는 행이 없으므로 잘못된 행도 없습니다. 결과의 모양은 (0,)입니다.",
)
def test_no_rows(submission):
    assert_shape(submission.decode(np.zeros((0, 4))), (0,), what=Text("decode of no rows", "행이 없을 때의 decode"))


BAD_ROWS = {
    "zeros": [[0.0, 0.0, 0.0]],
    "two ones": [[1.0, 1.0, 0.0]],
    "all ones": [[1.0, 1.0, 1.0]],
    "a two": [[0.0, 2.0, 0.0]],
    "halves": [[0.5, 0.5, 0.0], [0.75, 0.0, 0.25]],
    "minus one": [[1.0, -1.0, 1.0], [2.0, -1.0, 0.0], [0.0, -1.0, 0.0], [1.0, -1.0, 0.0]],
    "a one and more": [[1.0, 0.5, -0.5], [0.5, 1.0, 0.5], [1.0, 2.0, 0.0], [0.0, 1.0, 256.0]],
}


@points(2)
@hint(
    en="Every entry has to be 0 or 1, and exactly one of them 1. It is not enough to look at the sum, or at the largest entry.",
    ko="모든 값이 0 또는 1이어야 하고, 그중 정확히 하나만 1이어야 합니다. 합이나 가장 큰 값만 보아서는 안 됩니다.",
)
@pytest.mark.parametrize("kind", list(BAD_ROWS))
def test_rows_that_are_not_one_hot(submission, kind):
    for row in BAD_ROWS[kind]:
        with raises(ValueError, f"decode([{row}])"):
            submission.decode(np.array([row]))


@points(2)
@hint(
    en="One wrong row among right ones is enough, wherever it stands.",
    ko="올바른 행들 사이에 잘못된 행이 하나만 있어도, 어디에 있든 오류입니다.",
)
def test_one_wrong_row(submission):
    for row in ([0.0, 0.0, 0.0], [1.0, 0.0, 1.0], [0.5, 0.5, 0.0]):
        for place in (0, 3):
            encoded = np.insert(rows_of([2, 0, 1], 3), place, row, axis=0)
            with raises(ValueError, Text(f"decode(encoded) with the row {row}", f"행 {row}이(가) 섞인 decode(encoded)")):
                submission.decode(encoded)
    for encoded in (np.array([[1, 1], [0, 0]]), np.array([[0, 1], [1, 1]])):
        with raises(ValueError, f"decode({encoded.tolist()})"):
            submission.decode(encoded)


@points(3)
@hint(
    en="Each call looks at its own rows only, and changes none of them.",
    ko="호출할 때마다 주어진 행만 보아야 하며, 그 내용을 바꾸면 안 됩니다.",
)
def test_every_decoding_stands_alone(submission, rng):
    first, second = rng.integers(0, 4, (2, 6))
    for labels in (first, second, first):
        assert_integers(assert_unchanged(submission.decode, rows_of(labels, 4)), labels, what="decode(encoded)")


# --- encode_names


@points(4)
@hint(
    en="Cat is the first class and so has the first column. See 'A worked example'.",
    ko="Cat은 첫째 클래스이므로 첫째 열입니다. '풀이 예제'를 보십시오.",
)
def test_the_animals(submission, reference):
    assert_same(submission.encode_names(NAMES, CLASSES), reference.encode_names(NAMES, CLASSES), what="encode_names(names, classes)")


@points(2)
@hint(
    en="The order of the columns is that of classes: not the alphabet's, and not that in which the names appear.",
    ko="열의 순서는 classes의 순서입니다. 알파벳순도, 이름이 나타나는 순서도 아닙니다.",
)
@pytest.mark.parametrize("n", [1, 4, 12])
def test_classes_in_any_order(submission, reference, rng, n):
    classes = [ANIMALS[place] for place in rng.permutation(len(ANIMALS))]
    names = [classes[place] for place in rng.integers(0, len(classes), n)]
    assert_same(submission.encode_names(names, classes), reference.encode_names(names, classes), what=f"encode_names({names}, {classes})")


@points(3)
@hint(en="Classes that no name belongs to have a column all the same.", ko="어떤 이름도 속하지 않는 클래스에도 열이 있습니다.")
def test_names_of_few_classes(submission, reference):
    for names, classes in (
        (["Fish", "Fish"], CLASSES),
        (["Dog"], ["Dog"]),
        (["Turtle"], CLASSES[1:]),
        (["Dog", "Cat", "Dog"], CLASSES[:2]),
        (["Dog", "Turtle"], ["Turtle", "Dog", "Cat"]),
    ):
        assert_same(
            submission.encode_names(names, classes), reference.encode_names(names, classes), what=f"encode_names({names}, {classes})"
        )


@points(3)
@hint(en="No names, no rows, but a column for each class.", ko="이름이 없으면 행도 없지만 클래스마다 열이 있습니다.")
def test_no_names(submission):
    assert_shape(submission.encode_names([], CLASSES), (0, 4), what="encode_names([], classes)")


@points(2)
@hint(
    en="A name that is not in classes is refused with a ValueError, even if it looks much like one of them.",
    ko="classes에 없는 이름은 아무리 비슷해도 ValueError로 거부해야 합니다.",
)
@pytest.mark.parametrize("strangers", [("Horse", "말"), ("cat", "DOG"), ("Do", "Dogs", ""), ("Fish ", " Fish")], ids=repr)
def test_names_that_are_no_class(submission, strangers):
    for name in strangers:
        for names in ([name], ["Cat", "Dog", name, "Fish"], ["Cat", name]):
            with raises(ValueError, f"encode_names({names}, {CLASSES})"):
                submission.encode_names(names, CLASSES)


@points(4)
@hint(
    en="Each call goes by its own classes, and neither list is changed.",
    ko="호출할 때마다 주어진 classes를 따라야 하며, 두 리스트의 내용을 바꾸면 안 됩니다.",
)
def test_every_encoding_stands_alone(submission, reference):
    for classes in (["Turtle", "Cat", "Dog"], ["Dog", "Turtle", "Cat"], ["Turtle", "Cat", "Dog"]):
        names = ["Dog", "Cat", "Dog", "Turtle"]
        got = assert_unchanged(submission.encode_names, names, classes)
        assert_same(got, reference.encode_names(names, classes), what=f"encode_names({names}, {classes})")
