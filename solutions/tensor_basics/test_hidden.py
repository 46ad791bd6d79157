"""The hidden suite of `tensor_basics`.

Shapes and elements are compared exactly; the dtype of an answer matters in `as_type` only. A transposed tensor crosses to the worker
as it lies in memory, so it is non-contiguous there too.
"""

from itertools import product
from math import prod

import pytest
import torch

from gradekit.testing import Text, assert_integers, assert_same, assert_true, assert_unchanged, hint, points, raises

BIG = 2**40  # beyond the whole numbers of float32 and int32: whoever changes the type on the way loses elements
KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def compare(value, expected, what):
    what, kind = Text.of(what), type(value).__name__
    assert_true(
        isinstance(value, torch.Tensor),
        Text(f"{what.en} should be a tensor, but is a {kind}", f"{what.ko}은(는) 텐서여야 하는데 {kind}입니다"),
    )
    assert_same(value, expected, what=what)


def some(rng, *shape):
    """Whole numbers, all different, in random order: an element in the wrong place shows."""
    return torch.from_numpy(rng.permutation(prod(shape)) + 1).reshape(shape)


def crossed(rng, *shape):
    """As some(), but non-contiguous: its memory runs along the first axis."""
    return some(rng, *shape[::-1]).permute(tuple(reversed(range(len(shape)))))


def thirds(rng, *shape):
    """Numbers below 0 that float32 cannot hold."""
    return some(rng, *shape).double() / -3


def shown(name, t):
    return f"{name} {tuple(t.shape)}"


# --- describe


@points(2)
@hint(
    en="The rank is the number of axes, 0 for a single number; the shape holds their lengths.",
    ko="랭크는 축의 개수이며 숫자 하나이면 0입니다. 모양은 축들의 길이입니다.",
)
@pytest.mark.parametrize("shape", [(), (5,), (1,), (3, 4), (2, 1, 3), (0, 3), (2, 3, 1, 2, 2)], ids=str)
def test_describe(submission, rng, shape):
    value = submission.describe(crossed(rng, *shape))
    what = f"describe(t {shape})"
    assert_true(
        isinstance(value, list | tuple) and len(value) == 2 and isinstance(value[1], list | tuple),
        Text(f"{what} should be two things, the rank and the shape as a tuple", f"{what}은(는) 랭크와 모양(튜플), 두 가지여야 합니다"),
    )
    assert_integers(value[0], len(shape), what=Text(f"the rank in {what}", f"{what}의 랭크"))
    assert_integers(list(value[1]), list(shape), what=Text(f"the shape in {what}", f"{what}의 모양"))


# --- to_rows


@points(2)
@hint(
    en="The first two axes become one, and the elements keep their order: row i·b + j is t[i, j].",
    ko="앞의 두 축을 하나로 합치되 원소의 순서는 그대로입니다. i·b + j번 행은 t[i, j]입니다.",
)
@pytest.mark.parametrize("shape", [(2, 3, 4), (4, 2, 3), (1, 5, 2), (5, 1, 1), (1, 1, 4)], ids=str)
def test_rows(submission, reference, rng, shape):
    t = some(rng, *shape)
    compare(submission.to_rows(t), reference.to_rows(t), f"to_rows({shown('t', t)})")


@points(4)
@hint(
    en="A transposed tensor is non-contiguous. Its elements still have an order, that in which they are read: see 'Hint 2'.",
    ko="전치한 텐서는 비연속이지만 원소를 읽는 순서는 정해져 있습니다. '힌트 2'를 보십시오.",
)
def test_rows_of_a_transposed_tensor(submission, reference, rng):
    for t in (crossed(rng, 2, 3, 4), some(rng, 3, 2, 4).transpose(0, 1), some(rng, 2, 4, 3).transpose(1, 2)):
        compare(submission.to_rows(t), reference.to_rows(t), Text("to_rows of a transposed tensor", "전치한 텐서에 대한 to_rows"))


@points(2)
@hint(
    en="No sheets, or sheets without rows, give no rows: the shape is (0, c), and c is still there.",
    ko="장이 없거나 장마다 행이 없으면 행이 하나도 없습니다. 모양은 (0, c)이며 c는 그대로 남습니다.",
)
def test_rows_of_nothing(submission, reference):
    # c is never 0: reshape(-1, c), as good as any other way, could not work out the -1 then.
    for shape in ((0, 3, 2), (3, 0, 2)):
        t = torch.zeros(shape)
        compare(submission.to_rows(t), reference.to_rows(t), f"to_rows({shown('t', t)})")


@points(2)
@hint(
    en="Each call works on its own tensor, of any type, and leaves it as it was.",
    ko="호출마다 주어진 텐서로만 결과를 만들고, 그 텐서는 그대로 둡니다.",
)
def test_rows_stand_alone(submission, reference, rng):
    first, second, third = some(rng, 2, 2, 3).float() / 7, some(rng, 2, 2, 3) > 5, some(rng, 2, 2, 3) + BIG
    for t in (first, second, third, first, thirds(rng, 2, 3, 2)):
        compare(assert_unchanged(submission.to_rows, t), reference.to_rows(t), f"to_rows({shown('t', t)})")


# --- drop_ones


@points(2)
@hint(
    en="All axes of length 1 go, at the front, in the middle and at the end; the others stay in order.",
    ko="길이가 1인 축은 앞, 중간, 끝 어디에 있든 모두 없어지고, 나머지는 순서대로 남습니다.",
)
@pytest.mark.parametrize("shape", [(1, 3, 1, 2, 1), (2, 1, 3), (1, 1, 4), (3, 1, 1, 1, 2, 1), (2, 3)], ids=str)
def test_ones_are_dropped(submission, reference, rng, shape):
    t = some(rng, *shape)
    compare(submission.drop_ones(t), reference.drop_ones(t), f"drop_ones({shown('t', t)})")


@points(2)
@hint(
    en="If all axes have length 1 a single number of rank 0 is left. An axis of length 0 is none of length 1.",
    ko="모든 축의 길이가 1이면 랭크가 0인 숫자 하나가 남습니다. 길이가 0인 축은 길이가 1인 축이 아닙니다.",
)
def test_what_is_left(submission, reference, rng):
    for t in (some(rng, 1), some(rng, 1, 1, 1), torch.tensor(7.5), torch.zeros(0, 1, 3), torch.zeros(1, 0)):
        compare(submission.drop_ones(t), reference.drop_ones(t), f"drop_ones({shown('t', t)})")


@points(2)
@hint(
    en="The given tensor keeps its own shape; transposed ones are dropped from as well.",
    ko="받은 텐서의 모양은 그대로여야 합니다. 전치한 텐서도 마찬가지입니다.",
)
def test_dropping_leaves_the_tensor(submission, reference, rng):
    for t in (some(rng, 1, 3, 1, 2).float(), crossed(rng, 2, 1, 3), some(rng, 1, 4, 1) > 2, some(rng, 2, 1) + BIG, thirds(rng, 1, 3)):
        compare(assert_unchanged(submission.drop_ones, t), reference.drop_ones(t), f"drop_ones({shown('t', t)})")


# --- add_axis


@points(2)
@hint(
    en="In the result axis dim has length 1, and the others follow in order. The place after the last axis is allowed.",
    ko="결과에서 dim번 축의 길이가 1이고 나머지는 순서대로입니다. 마지막 축 뒤의 자리도 됩니다.",
)
@pytest.mark.parametrize("dim", [0, 1, 2, 3])
def test_an_axis_at_every_place(submission, reference, rng, dim):
    t = some(rng, 2, 3, 4)
    compare(submission.add_axis(t, dim), reference.add_axis(t, dim), f"add_axis({shown('t', t)}, {dim})")


@points(3)
@hint(
    en="A negative dim counts from the end of the result, which has one axis more than t: -1 is its last axis.",
    ko="음수 dim은 결과의 끝에서부터 셉니다. 결과는 t보다 축이 하나 많으며 -1은 그 마지막 축입니다.",
)
def test_an_axis_counted_from_the_end(submission, reference, rng):
    for t, dim in product((some(rng, 2, 3), crossed(rng, 3, 2)), (-1, -2, -3)):
        compare(submission.add_axis(t, dim), reference.add_axis(t, dim), f"add_axis({shown('t', t)}, {dim})")


@points(3)
@hint(
    en="A single number, an empty tensor or one with axes of length 1 can be given another axis, too; t itself keeps its shape.",
    ko="숫자 하나, 빈 텐서, 길이가 1인 축이 있는 텐서에도 축을 더할 수 있습니다. t 자체의 모양은 그대로입니다.",
)
def test_an_axis_for_any_tensor(submission, reference, rng):
    for t, dim in (
        (torch.tensor(4), 0),
        (torch.tensor(2.5), -1),
        (some(rng, 1, 3, 1), 2),
        (torch.zeros(0, 3), 1),
        (some(rng, 6).float(), 1),
        (some(rng, 2, 2) + BIG, 0),
        (thirds(rng, 3), 0),
        (some(rng, 2, 1, 3, 2), 4),
        (some(rng, 2, 1, 3, 2), -5),
    ):
        compare(assert_unchanged(submission.add_axis, t, dim), reference.add_axis(t, dim), f"add_axis({shown('t', t)}, {dim})")


# --- join


@points(2)
@hint(
    en="Along axis dim the lengths add up: first a, then b. No new axis appears.",
    ko="dim번 축을 따라 길이가 더해집니다. a가 먼저이고 b가 다음이며, 새 축은 생기지 않습니다.",
)
@pytest.mark.parametrize("dim", [0, 1, 2])
def test_joining_along_every_axis(submission, reference, rng, dim):
    for lengths in ((2, 2), (1, 3)):
        shapes = [[2, 3, 4] for _ in lengths]
        for shape, length in zip(shapes, lengths, strict=True):
            shape[dim] = length
        a, b = some(rng, *shapes[0]), -some(rng, *shapes[1])
        compare(submission.join(a, b, dim), reference.join(a, b, dim), f"join({shown('a', a)}, {shown('b', b)}, {dim})")


@points(4)
@hint(en="A negative dim counts from the last axis: -1 is the last one.", ko="음수 dim은 마지막 축에서부터 셉니다. -1이 마지막 축입니다.")
def test_joining_counted_from_the_end(submission, reference, rng):
    for dim in (-1, -2, -3):
        a, b = some(rng, 2, 2, 2), -crossed(rng, 2, 2, 2)
        compare(submission.join(a, b, dim), reference.join(a, b, dim), f"join(a, b, {dim})")
    a, b = some(rng, 3, 1), -some(rng, 3, 4)
    compare(submission.join(a, b, -1), reference.join(a, b, -1), f"join({shown('a', a)}, {shown('b', b)}, -1)")


@points(4)
@hint(
    en="Vectors have one axis, a part may be empty, and a and b stay as they were.",
    ko="벡터에는 축이 하나 있습니다. 한쪽이 비어 있을 수 있으며, a와 b는 그대로여야 합니다.",
)
def test_joining_anything(submission, reference, rng):
    pairs = (
        (some(rng, 3).float(), -some(rng, 2).float(), 0),
        (torch.zeros(0, 3), some(rng, 2, 3).float(), 0),
        (some(rng, 2, 3), torch.zeros(2, 0, dtype=torch.int64), 1),
        (some(rng, 2, 2) > 2, some(rng, 2, 2) > 2, 1),
        (some(rng, 4) + BIG, -some(rng, 4) - BIG, 0),
        (thirds(rng, 2), thirds(rng, 3), 0),
        (some(rng, 2, 2, 2, 2), some(rng, 2, 2, 2, 3), 3),
        (some(rng, 2, 2, 2, 2), some(rng, 3, 2, 2, 2), -4),
    )
    for a, b, dim in pairs:
        compare(assert_unchanged(submission.join, a, b, dim), reference.join(a, b, dim), f"join({shown('a', a)}, {shown('b', b)}, {dim})")


# --- pile


@points(2)
@hint(
    en="A new axis appears at dim; its length is the number of tensors, in the order of the list.",
    ko="dim번 자리에 새 축이 생기며, 그 길이는 텐서의 개수이고 순서는 리스트의 순서입니다.",
)
@pytest.mark.parametrize("dim", [0, 1, 2])
def test_piling_at_every_place(submission, reference, rng, dim):
    ts = [some(rng, 2, 3) + 10 * number for number in range(4)]
    compare(submission.pile(ts, dim), reference.pile(ts, dim), f"pile(4 × (2, 3), {dim})")


@points(3)
@hint(
    en="A negative dim counts from the end of the result, which has one axis more than the tensors.",
    ko="음수 dim은 결과의 끝에서부터 셉니다. 결과는 텐서들보다 축이 하나 많습니다.",
)
def test_piling_counted_from_the_end(submission, reference, rng):
    for dim in (-1, -2, -3):
        ts = [some(rng, 2, 2), crossed(rng, 2, 2) + 10, some(rng, 2, 2) + 20]
        compare(submission.pile(ts, dim), reference.pile(ts, dim), f"pile(3 × (2, 2), {dim})")


@points(3)
@hint(
    en="One tensor makes a pile as well, and so do single numbers. The tensors stay as they were.",
    ko="텐서가 하나여도, 숫자 하나짜리 텐서들이어도 쌓을 수 있습니다. 텐서들은 그대로여야 합니다.",
)
def test_piling_anything(submission, reference, rng):
    piles = (
        ([some(rng, 2, 3)], 0),
        ([some(rng, 3).float()], -1),
        ([torch.tensor(3.5), torch.tensor(-1.0), torch.tensor(2.0)], 0),
        ([torch.zeros(0, 2), torch.zeros(0, 2)], 1),
        ([some(rng, 1, 2) + 5 * number for number in range(9)], 1),
        ([some(rng, 2) + BIG, some(rng, 2) - BIG], 1),
        ([thirds(rng, 2), thirds(rng, 2)], 0),
        ([some(rng, 2, 2, 2), -some(rng, 2, 2, 2)], 3),
        ([some(rng, 2, 2, 2), -some(rng, 2, 2, 2)], -4),
    )
    for ts, dim in piles:
        compare(assert_unchanged(submission.pile, ts, dim), reference.pile(ts, dim), f"pile({len(ts)} × {tuple(ts[0].shape)}, {dim})")


# --- as_type


def converted(value, t, kind, reference):
    what = f'as_type(t, "{kind}")'
    expected = reference.as_type(t, kind)
    compare(value, expected, f"{what}, t {t.dtype}")
    assert_true(
        value.dtype == KINDS[kind],
        Text(
            f"{what} should be of type {KINDS[kind]}, but is of {value.dtype}",
            f"{what}의 자료형은 {KINDS[kind]}이어야 하는데 {value.dtype}입니다",
        ),
    )


@points(2)
@hint(
    en='"long" is int64 and cuts fractions off, "float" is float32, "byte" is uint8, and for "bool" everything but 0 is true.',
    ko='"long"은 int64이며 소수 부분을 버리고, "float"은 float32, "byte"는 uint8이며, "bool"에서는 0이 아니면 모두 참입니다.',
)
@pytest.mark.parametrize("kind", list(KINDS))
def test_types(submission, reference, rng, kind):
    whole = some(rng, 2, 5) * 20
    fractions = torch.from_numpy(rng.uniform(0.1, 250.0, 6))
    tensors = [whole, whole.to(torch.uint8), whole > 100, fractions, fractions.float(), torch.tensor([0.0, 0.25, 1.0, 2.5, 3.5, 200.9])]
    if kind != "byte":  # what a negative number is as a byte is left open
        tensors += [
            torch.tensor([-2.7, -1.5, -0.5, -0.0, 0.5, 7.99]),
            torch.tensor([[-3, 0], [0, 300]]),
            torch.tensor([2**40 + 1, -(2**40)]),
        ]
    for t in tensors:
        converted(submission.as_type(t, kind), t, kind, reference)


@points(2)
@hint(
    en="The shape stays, also of a single number, of an empty and of a transposed tensor; so does the given tensor.",
    ko="숫자 하나, 빈 텐서, 전치한 텐서도 모양은 그대로입니다. 받은 텐서도 바뀌지 않아야 합니다.",
)
def test_types_of_any_shape(submission, reference, rng):
    for t, kind in product((torch.tensor(3), torch.zeros(0, 2), crossed(rng, 2, 3).float() / 4), KINDS):
        converted(assert_unchanged(submission.as_type, t, kind), t, kind, reference)


@points(2)
@hint(
    en="Only the four names are allowed, in exactly that spelling. Any other, also one that PyTorch knows, is a ValueError.",
    ko="정확히 네 가지 이름만 허용됩니다. PyTorch에 있는 이름이라도 그 밖의 것은 ValueError입니다.",
)
@pytest.mark.parametrize(
    "kinds",
    [("double", "int", "short", "half"), ("Long", "bool ", "", "int64", "float32", "uint8")],
    ids=["other types", "other spellings"],
)
def test_unknown_types(submission, rng, kinds):
    for kind in kinds:
        with raises(ValueError, f'as_type(t, "{kind}")'):
            submission.as_type(some(rng, 3), kind)
