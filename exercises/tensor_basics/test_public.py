"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import torch
from tensor_basics import add_axis, as_type, describe, drop_ones, join, pile, to_rows

from gradekit.testing import Text, assert_same, assert_true, hint, raises

T = torch.arange(24).reshape(2, 3, 4)


@hint(en="The rank counts the axes, the shape gives their lengths.", ko="랭크는 축의 개수이고 모양은 축의 길이입니다.")
def test_rank_and_shape():
    rank, shape = describe(T)
    assert_same(rank, 3, what=Text("the rank", "랭크"))
    assert_same(list(shape), [2, 3, 4], what=Text("the shape", "모양"))


@hint(en="The first two axes become one; every row stays as it is.", ko="앞의 두 축을 하나로 합칩니다. 각 행은 그대로입니다.")
def test_six_rows():
    assert_same(to_rows(T), torch.arange(24).reshape(6, 4), what="to_rows(t)")


@hint(
    en="An axis of length 1 can go and come without touching an element.",
    ko="길이가 1인 축은 원소를 건드리지 않고 빼거나 넣을 수 있습니다.",
)
def test_axes_of_length_one():
    assert_same(drop_ones(T.reshape(2, 1, 12, 1)), T.reshape(2, 12), what="drop_ones(t)")
    assert_same(add_axis(T, 1), T.reshape(2, 1, 3, 4), what="add_axis(t, 1)")


@hint(en="join makes an axis longer, pile makes a new one.", ko="join은 축을 길게 하고 pile은 새 축을 만듭니다.")
def test_join_and_pile():
    a, b = torch.tensor([[1, 2], [3, 4]]), torch.tensor([[5, 6], [7, 8]])
    assert_same(join(a, b, 0), [[1, 2], [3, 4], [5, 6], [7, 8]], what="join(a, b, 0)")
    assert_same(join(a, b, 1), [[1, 2, 5, 6], [3, 4, 7, 8]], what="join(a, b, 1)")
    assert_same(pile([a, b], 0), [[[1, 2], [3, 4]], [[5, 6], [7, 8]]], what="pile([a, b], 0)")


@hint(en="Four names are allowed and no others.", ko="허용되는 이름은 네 가지뿐입니다.")
def test_types():
    values = as_type(torch.tensor([0.0, 1.7, -1.7]), "long")
    assert_same(values, [0, 1, -1], what='as_type(t, "long")')
    assert_true(values.dtype == torch.int64, Text('"long" is int64', '"long"은 int64입니다'))
    with raises(ValueError):
        as_type(T, "double")
