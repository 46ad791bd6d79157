"""The hidden suite of `own_network`.

Every paper has values of its own, so nothing here holds for one of them only: `parameters` has those of the submission at hand. Values
are judged to 1e-9 absolute and 1e-7 relative. Where a comparison decides, numbers are at the threshold itself, or well away from it.
"""

import numpy as np
import pytest

from gradekit.testing import (
    Mismatch,
    Text,
    assert_close,
    assert_integers,
    assert_shape,
    assert_stable,
    assert_true,
    assert_unchanged,
    hint,
    points,
    raises,
)

WIDTHS = (5, 6, 7, 8, 9, 2, 3, 4, 12)  # those of the other papers, and some of nobody's


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def assert_names(actual, expected, what):
    """actual is a list of these names; the first that differs is shown."""
    what = Text.of(what)
    names = isinstance(actual, list | tuple) and all(isinstance(each, str) for each in actual)
    assert_true(names, Text(f"{what.en} should be a list of str", f"{what.ko}의 결과는 str의 리스트여야 합니다"))
    count, wanted = len(actual), len(expected)
    assert_true(
        count == wanted,
        Text(f"{what.en} has {count} names for {wanted} samples", f"{what.ko}의 결과에는 샘플 {wanted}개에 대해 이름이 {count}개 있습니다"),
    )
    for row, (got, want) in enumerate(zip(actual, expected, strict=True)):
        if got != want:
            raise Mismatch(
                Text(
                    f"{what.en}: row {row} is {got[:40]!r}, expected {want!r}",
                    f"{what.ko}: {row}번 행의 값은 {got[:40]!r}, 기대한 값은 {want!r}입니다",
                ),
                Text(f"{what.en}: row {row} has a wrong name", f"{what.ko}: {row}번 행의 이름이 올바르지 않습니다"),
            )


def network(rng, hidden):
    """W1, b1, W2, b2 of a network with that many hidden units."""
    shapes = ((4, hidden), (hidden,), (hidden, 3), (3,))
    return [np.asfortranarray(rng.uniform(-1.5, 1.5, shape)) for shape in shapes]


# --- SIZES and parameter_count


@points(6)
@hint(
    en="Inputs, hidden units, outputs. The number of hidden units is the one on your paper.",
    ko="입력, 은닉 유닛, 출력의 수입니다. 은닉 유닛의 수는 자신의 시험지에 적힌 수입니다.",
)
def test_sizes(submission, reference, parameters):
    sizes = submission.SIZES
    assert_true(isinstance(sizes, list | tuple), Text("SIZES should be a list", "SIZES는 리스트여야 합니다"))
    assert_integers(sizes, reference.SIZES(parameters["hidden"]), what="SIZES")


@points(8)
@hint(
    en="A layer from m to k units has m · k weights and k biases, and the network has two layers, with the hidden units of your paper.",
    ko="유닛 m개에서 k개로 가는 층에는 가중치가 m · k개, 편향이 k개 있습니다. 층은 둘이며 은닉 유닛의 수는 자신의 시험지에 적힌 수입니다.",
)
def test_parameter_count(submission, reference, parameters):
    for _ in range(2):
        assert_integers(submission.parameter_count(), reference.parameter_count(parameters["hidden"]), what="parameter_count()")


# --- leaky


@points(5)
@hint(
    en="Above 0 nothing changes, 0 stays 0, and below 0 the number is multiplied by the slope of your paper.",
    ko="0보다 큰 수는 그대로이고 0은 0이며, 0보다 작은 수에는 자신의 시험지에 적힌 기울기를 곱합니다.",
)
def test_both_sides_of_zero(submission, reference, parameters):
    s = np.array([2.0, 0.0, -3.0, 0.25, -0.25, 1.5, -1.0, -40.0])
    compare(submission.leaky(s), reference.leaky(s, parameters["slope"]), "leaky(s)")


@points(2)
@hint(
    en="Each number on its own, whatever the shape: a single number of shape (), a row, a matrix, no numbers at all.",
    ko="모양과 관계없이 수마다 따로 계산합니다. 모양이 ()인 수 하나, 한 줄, 행렬, 빈 배열도 마찬가지입니다.",
)
@pytest.mark.parametrize("shape", [(), (1,), (3, 4), (2, 1, 5), (0, 3)], ids=str)
def test_shapes(submission, reference, rng, parameters, shape):
    for s in (rng.uniform(-3.0, 0.0, shape), np.asfortranarray(rng.uniform(-3.0, 3.0, shape))):
        compare(submission.leaky(s), reference.leaky(s, parameters["slope"]), f"leaky(s), s {shape}")


@points(3)
@hint(
    en="s may hold integers; below 0 the result has fractions all the same.",
    ko="s가 정수일 수 있습니다. 그래도 0보다 작은 쪽의 결과에는 소수가 있습니다.",
)
def test_leaky_of_integers(submission, reference, parameters):
    s = np.array([[7, -1, 0], [-3, 1, -250]])
    compare(submission.leaky(s), reference.leaky(s, parameters["slope"]), Text("leaky(s) of integers", "정수를 받은 leaky(s)"))


@points(3)
@hint(en="Large numbers are nothing special here.", ko="큰 수도 다르지 않습니다.")
def test_leaky_of_large_numbers(submission, reference, parameters):
    s = np.array([1e4, -1e4, 9999.5, -750.25, 2.0**-20, -(2.0**-20)])
    compare(
        assert_stable(submission.leaky, s), reference.leaky(s, parameters["slope"]), Text("leaky(s) of large numbers", "큰 수의 leaky(s)")
    )


@points(3)
@hint(
    en="Each call depends on its own argument only, and does not change it.",
    ko="결과는 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다.",
)
def test_every_leaky_stands_alone(submission, reference, rng, parameters):
    first, second = rng.uniform(-3.0, 3.0, (2, 3, 4))
    for s in (first, second, first):
        compare(assert_unchanged(submission.leaky, s), reference.leaky(s, parameters["slope"]), "leaky(s)")


# --- forward


@points(4)
@hint(
    en="Here all sums of the hidden layer are positive: only the products, b1 and b2 count. See the order of the factors in 'The formula'.",
    ko="여기서는 은닉층의 합이 모두 양수이므로 곱셈과 b1, b2만 문제가 됩니다. '수식'에서 곱하는 순서를 확인하십시오.",
)
def test_positive_sums(submission, reference, rng, parameters):
    x, (W1, b1, W2, b2) = rng.uniform(0.5, 2.0, (5, 4)), network(rng, parameters["hidden"])
    W1, b1 = np.abs(W1) + 0.1, np.abs(b1) + 0.1
    compare(submission.forward(x, W1, b1, W2, b2), reference.forward(x, W1, b1, W2, b2, parameters["slope"]), "forward(x, W1, b1, W2, b2)")


@points(4)
@hint(
    en="leaky comes after the sums of the hidden layer, with the slope of your paper, and not after those of the output.",
    ko="leaky는 은닉층의 합 뒤에 자신의 시험지에 적힌 기울기로 적용하며, 출력의 합 뒤에는 적용하지 않습니다.",
)
@pytest.mark.parametrize("n", [1, 3, 6])
def test_any_sums(submission, reference, rng, parameters, n):
    x, arrays = rng.uniform(-2.0, 2.0, (n, 4)), network(rng, parameters["hidden"])
    compare(submission.forward(x, *arrays), reference.forward(x, *arrays, parameters["slope"]), "forward(x, W1, b1, W2, b2)")


@points(2)
@hint(en="The arrays may hold integers, all of them.", ko="배열에는 모두 정수가 들어 있을 수 있습니다.")
def test_forward_of_integers(submission, reference, rng, parameters):
    x, arrays = rng.integers(-3, 4, (4, 4)), [rng.integers(-3, 4, each.shape) for each in network(rng, parameters["hidden"])]
    compare(
        submission.forward(x, *arrays),
        reference.forward(x, *arrays, parameters["slope"]),
        Text("forward of integers", "정수를 받은 forward"),
    )


@points(2)
@hint(
    en="Each call depends on its own arguments only, and changes none of them. No samples give no rows, but three columns.",
    ko="결과는 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다. 샘플이 없으면 행은 없지만 열은 세 개입니다.",
)
def test_every_pass_stands_alone(submission, reference, rng, parameters):
    arrays = network(rng, parameters["hidden"])
    first, second = rng.uniform(-2.0, 2.0, (2, 3, 4))
    for x in (first, second, first):
        got = assert_unchanged(submission.forward, x, *arrays)
        compare(got, reference.forward(x, *arrays, parameters["slope"]), "forward(x, W1, b1, W2, b2)")
    assert_shape(submission.forward(first[:0], *arrays), (0, 3), what="forward(np.zeros((0, 4)), W1, b1, W2, b2)")


@points(4)
@hint(
    en="A network with another number of hidden units than your paper says is a ValueError, even if its arrays fit one another.",
    ko="은닉 유닛의 수가 다른 신경망은 배열끼리 서로 맞더라도 ValueError입니다. 자신의 신경망에는 시험지에 적힌 수만큼 있습니다.",
)
def test_networks_of_another_width(submission, rng, parameters):
    x = rng.uniform(-2.0, 2.0, (2, 4))
    for width in WIDTHS:
        if width != parameters["hidden"]:
            with raises(ValueError, Text(f"forward with W1 (4, {width})", f"W1이 (4, {width})인 forward 호출")):
                submission.forward(x, *network(rng, width))


@points(2)
@hint(
    en="The columns of W1 are counted, even where NumPy would stretch a single one, where there are no samples, and where its rows fit.",
    ko="NumPy가 하나뿐인 열을 늘리는 경우에도, 샘플이 없어도, 행의 수가 맞더라도 세어야 하는 것은 W1의 열입니다.",
)
def test_widths_that_hide(submission, rng, parameters):
    hidden = parameters["hidden"]
    x, (W1, b1, W2, b2) = rng.uniform(-2.0, 2.0, (2, 4)), network(rng, hidden)
    with raises(ValueError, Text(f"forward with W1 (4, 1) and b1 ({hidden},)", f"W1이 (4, 1), b1이 ({hidden},)인 forward 호출")):
        submission.forward(x, W1[:, :1], b1, W2, b2)
    with raises(ValueError, Text(f"forward of no samples with W1 (4, {hidden + 1})", f"샘플 없이 W1이 (4, {hidden + 1})인 forward 호출")):
        submission.forward(x[:0], *network(rng, hidden + 1))
    with raises(ValueError, Text(f"forward with W1 ({hidden}, 4)", f"W1이 ({hidden}, 4)인 forward 호출")):
        submission.forward(rng.uniform(-2.0, 2.0, (2, hidden)), W1.T, b1[:4], W2[:4], b2)


# --- fires


@points(5)
@hint(
    en="1 above the threshold of your paper and 0 below it, however far, as integers.",
    ko="자신의 시험지에 적힌 문턱값보다 크면 1, 작으면 0입니다. 차이가 아무리 커도 그렇고, 결과는 정수입니다.",
)
def test_around_the_threshold(submission, reference, parameters):
    p = np.array([0.25, 0.35, 0.45, 0.55, 0.65, 0.75, -3.0, 40.0])
    assert_integers(submission.fires(p), reference.fires(p, parameters["threshold"]), what=f"fires({p.tolist()})")


@points(4)
@hint(
    en="Exactly at the threshold a unit does not fire, and a little above it does.",
    ko="문턱값과 정확히 같으면 발화하지 않고, 조금이라도 크면 발화합니다.",
)
def test_at_the_threshold(submission, reference, parameters):
    threshold = parameters["threshold"]
    for p in (np.array([threshold]), np.array([threshold - 1e-9, threshold, threshold + 1e-9, threshold])):
        assert_integers(submission.fires(p), reference.fires(p, threshold), what=Text("fires(p) at the threshold", "문턱값에서의 fires(p)"))


@points(2)
@hint(en="As many numbers as p has, each 0 or 1.", ko="p와 개수가 같으며 각각 0 또는 1입니다.")
@pytest.mark.parametrize("n", [1, 10, 40])
def test_lengths(submission, reference, rng, parameters, n):
    p = rng.uniform(0.0, 1.0, n)
    assert_integers(submission.fires(p), reference.fires(p, parameters["threshold"]), what="fires(p)")


@points(3)
@hint(
    en="p may hold the whole numbers 0 and 1, or nothing at all, and it is not changed.",
    ko="p에 정수 0과 1만 있을 수도 있고, p가 비어 있을 수도 있습니다. p의 내용을 바꾸면 안 됩니다.",
)
def test_fires_of_whole_numbers_and_none(submission, rng, reference, parameters):
    whole = Text("fires(p) of integers", "정수를 받은 fires(p)")
    assert_integers(submission.fires(np.array([0, 1, 1, 0])), [0, 1, 1, 0], what=whole)
    assert_shape(submission.fires(np.zeros(0)), (0,), what="fires(np.zeros(0))")
    first, second = rng.uniform(0.0, 1.0, (2, 6))
    for p in (first, second, first):
        assert_integers(assert_unchanged(submission.fires, p), reference.fires(p, parameters["threshold"]), what="fires(p)")


# --- name_of


@points(5)
@hint(
    en="The first column is the first class in the order of your paper, whatever the alphabet says.",
    ko="알파벳 순서와 관계없이, 첫째 열은 자신의 시험지에 적힌 순서에서 첫째 클래스입니다.",
)
def test_each_class(submission, reference, parameters):
    logits = np.array([[2.0, -1.0, 0.5], [-1.0, 0.5, 0.25], [0.0, 1.0, 3.0]])
    assert_names(submission.name_of(logits), reference.name_of(logits, parameters["classes"]), "name_of(logits)")


@points(4)
@hint(
    en="Where several logits are the largest, the class that comes first in the order of your paper is the answer.",
    ko="가장 큰 로짓이 여럿이면 자신의 시험지에 적힌 순서에서 앞에 있는 클래스가 답입니다.",
)
def test_ties(submission, reference, parameters):
    logits = np.array([[1.0, 1.0, 0.0], [0.5, 2.0, 2.0], [-1.0, -3.0, -1.0], [0.0, 0.0, 0.0]])
    what = Text("name_of(logits) with ties", "가장 큰 값이 여럿인 name_of(logits)")
    assert_names(submission.name_of(logits), reference.name_of(logits, parameters["classes"]), what)


@points(2)
@hint(en="One name for each row, each row on its own.", ko="행마다 이름이 하나이며, 각 행을 따로 봅니다.")
@pytest.mark.parametrize("n", [1, 7])
def test_batches(submission, reference, rng, parameters, n):
    logits = np.asfortranarray(rng.uniform(-4.0, 4.0, (n, 3)))
    assert_names(submission.name_of(logits), reference.name_of(logits, parameters["classes"]), "name_of(logits)")


@points(3)
@hint(
    en="The largest counts, not the largest in magnitude; logits may be integers, and very close to one another.",
    ko="절댓값이 아니라 값이 가장 큰 것을 찾습니다. 로짓은 정수일 수도 있고 서로 아주 가까울 수도 있습니다.",
)
def test_names_of_any_logits(submission, reference, parameters):
    for logits in (
        np.array([[3, -7, 5], [-1, -2, -9], [0, 4, -4]]),
        np.array([[-5.0, -0.5, -1.0], [1e4, 1e4 + 0.5, -1e4], [0.5, 0.25, 0.5 + 2.0**-40]]),
    ):
        what = f"name_of({logits.tolist()})"
        assert_names(submission.name_of(logits), reference.name_of(logits, parameters["classes"]), what)


@points(2)
@hint(
    en="No samples give an empty list. Each call depends on its own argument only, and does not change it.",
    ko="샘플이 없으면 빈 리스트입니다. 결과는 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다.",
)
def test_every_name_stands_alone(submission, reference, rng, parameters):
    assert_names(submission.name_of(np.zeros((0, 3))), [], "name_of(np.zeros((0, 3)))")
    first, second = rng.uniform(-4.0, 4.0, (2, 4, 3))
    for logits in (first, second, first):
        got = assert_unchanged(submission.name_of, logits)
        assert_names(got, reference.name_of(logits, parameters["classes"]), "name_of(logits)")
