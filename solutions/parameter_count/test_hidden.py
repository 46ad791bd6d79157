"""The hidden suite of `parameter_count`. Counts are compared exactly and by value, whatever numeric type they come in."""

import numpy as np
import pytest

from gradekit.testing import assert_same, assert_unchanged, hint, points, raises

DEEP = [784, 1024, 512, 512, 10]
FUNCTIONS = ["count_parameters", "layer_parameters"]


def sizes_of(rng, how_many):
    """Layer sizes of a random network, no two neighbours alike: a slip in which of the two is taken has to show."""
    sizes = rng.integers(2, 400, how_many)
    sizes[1:] += sizes[1:] == sizes[:-1]
    return sizes.tolist()


def compare(submission, reference, name, sizes):
    assert_same(getattr(submission, name)(sizes), getattr(reference, name)(sizes), what=f"{name}({sizes})")


# --- all parameters


@points(4)
@hint(
    en="One neuron has a weight for each of its inputs, and a bias. See 'A worked example'.",
    ko="뉴런 하나에는 입력마다 가중치가 하나씩 있고 편향이 하나 있습니다. '풀이 예제'를 보십시오.",
)
def test_one_neuron_for_a_picture(submission):
    assert_same(submission.count_parameters([12288, 1]), 12289, what="count_parameters([12288, 1])")


@points(4)
@hint(
    en="Three neurons have three times the weights of one, and three biases.",
    ko="뉴런 세 개에는 하나일 때의 세 배만큼 가중치가 있고 편향이 세 개 있습니다.",
)
def test_three_neurons_for_a_picture(submission):
    assert_same(submission.count_parameters([12288, 3]), 36867, what="count_parameters([12288, 3])")


@points(4)
@hint(
    en="Each two neighbours in the list make one layer; all of them are added up. See 'A worked example'.",
    ko="리스트에서 이웃한 두 수마다 층이 하나씩 있으며, 이를 모두 더합니다. '풀이 예제'를 보십시오.",
)
@pytest.mark.parametrize(("sizes", "count"), [([784, 512, 10], 407050), (DEEP, 1596426)], ids=["shallow", "deep"])
def test_networks_that_read_digits(submission, sizes, count):
    assert_same(submission.count_parameters(sizes), count, what=f"count_parameters({sizes})")


@points(3)
@hint(
    en="The sum runs over every pair of neighbours, from the first to the last: (inputs + 1) times neurons.",
    ko="처음부터 마지막까지 이웃한 모든 쌍에 대해 (입력 수 + 1) × 뉴런 수를 더합니다.",
)
@pytest.mark.parametrize("how_many", [2, 3, 5, 13])
def test_random_networks(submission, reference, rng, how_many):
    compare(submission, reference, "count_parameters", sizes_of(rng, how_many))


@points(3)
@hint(en="A size of 1 is the smallest legal one.", ko="크기 1은 허용되는 가장 작은 크기입니다.")
def test_sizes_of_one(submission, reference, rng):
    for sizes in ([1, 1], [1, 1, 1], [1, int(rng.integers(2, 50)), 1], [int(rng.integers(4, 90)), 3, 2, 1]):
        compare(submission, reference, "count_parameters", sizes)


@points(4)
@hint(
    en="Counts go into the billions, beyond 32-bit integers and beyond what float32 holds exactly.",
    ko="개수는 수십억에 이릅니다. 32비트 정수의 범위를 넘고 float32로는 정확히 나타낼 수 없습니다.",
)
def test_billions(submission, reference, rng):
    sizes = [int(rng.integers(90_000, 99_999)) for _ in range(3)]
    for name in FUNCTIONS:
        compare(submission, reference, name, sizes)


# --- layer by layer


@points(6)
@hint(
    en="One number a layer, in the order of the network: the table of the small network in 'A worked example'.",
    ko="층마다 숫자 하나를 신경망의 순서대로 담습니다. '풀이 예제'에 있는 작은 신경망의 표를 보십시오.",
)
def test_layers_of_the_small_network(submission, rng):
    n = int(rng.integers(4, 90))
    assert_same(submission.layer_parameters([n, 3, 2, 1]), [3 * n + 3, 8, 3], what=f"layer_parameters([{n}, 3, 2, 1])")


@points(4)
@hint(
    en="Each entry counts the weights and the biases of its own layer only.",
    ko="각 원소는 해당 층의 가중치와 편향만 센 것입니다.",
)
def test_layers_of_a_deep_network(submission, evidence):
    got, expected = submission.layer_parameters(DEEP), [803840, 524800, 262656, 5130]
    drawn = plain(got, len(expected))
    if drawn is not None:
        evidence(
            "bars",
            title={"en": "Parameters of each layer", "ko": "각 층의 파라미터 개수"},
            labels=["784 → 1024", "1024 → 512", "512 → 512", "512 → 10"],
            got=drawn,
            expected=expected,
        )
    assert_same(got, expected, what=f"layer_parameters({DEEP})")


def plain(value, length):
    """value as a list of that many finite floats, or None."""
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        return None
    return array.tolist() if array.shape == (length,) and bool(np.isfinite(array).all()) else None


@points(4)
@hint(
    en="There is one entry less than there are sizes: the input is no layer.",
    ko="원소의 개수는 크기의 개수보다 하나 적습니다. 입력은 층이 아닙니다.",
)
@pytest.mark.parametrize("how_many", [2, 3, 13])
def test_layers_of_random_networks(submission, reference, rng, how_many):
    compare(submission, reference, "layer_parameters", sizes_of(rng, how_many))


@points(3)
@hint(en="A size of 1 is the smallest legal one.", ko="크기 1은 허용되는 가장 작은 크기입니다.")
def test_layers_of_one(submission, reference, rng):
    for sizes in ([1, 1], [1, 1, 1], [1, int(rng.integers(2, 50)), 1]):
        compare(submission, reference, "layer_parameters", sizes)


# --- both


@points(3)
@hint(en="The sizes may come as a tuple, too.", ko="크기가 튜플로 주어질 수도 있습니다.")
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_tuple_of_sizes(submission, reference, rng, name):
    for how_many in (2, 4):
        compare(submission, reference, name, tuple(sizes_of(rng, how_many)))


@points(4)
@hint(
    en="A network needs an input and at least one layer: fewer than two sizes are a ValueError.",
    ko="신경망에는 입력과 적어도 한 개의 층이 있어야 합니다. 크기가 두 개보다 적으면 ValueError를 일으킵니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_fewer_than_two_sizes(submission, rng, name):
    size = int(rng.integers(2, 800))
    for sizes in ([], (), [size], (size,), [1]):
        with raises(ValueError, f"{name}({sizes})"):
            getattr(submission, name)(sizes)


@points(2)
@hint(
    en="No size may be 0, wherever it stands in the list: that is a ValueError.",
    ko="어느 자리에 있든 크기가 0이면 ValueError를 일으킵니다.",
)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_size_of_zero(submission, rng, name, place):
    for how_many in (4, 2 if place != "middle" else 3):
        sizes = sizes_of(rng, how_many)
        sizes[{"first": 0, "middle": 1, "last": -1}[place]] = 0
        with raises(ValueError, f"{name}({sizes})"):
            getattr(submission, name)(sizes)


@points(2)
@hint(
    en="A negative size is a ValueError, even where the product of two of them comes out positive.",
    ko="크기가 음수이면 ValueError를 일으킵니다. 음수끼리 곱해 양수가 되는 경우도 마찬가지입니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_negative_size(submission, rng, name):
    a, b, c = sizes_of(rng, 3)
    for sizes in ([-a, b], [a, -1, c], (a, b, -c), [-a, -b], [a, -b, -c], [-a, -b, -c]):
        with raises(ValueError, f"{name}({sizes})"):
            getattr(submission, name)(sizes)


@points(3)
@hint(
    en="pop, insert, sort and += on the list you were given change the caller's list.",
    ko="받은 리스트에 pop, insert, sort, +=를 쓰면 호출한 쪽의 리스트가 바뀝니다.",
)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_list_is_not_changed(submission, reference, rng, name):
    narrow, wide = sorted(sizes_of(rng, 2))
    for sizes in ([narrow, wide, 1], [wide, narrow, wide + 1]):  # neither sorting nor reversing leaves them as they are
        got = assert_unchanged(getattr(submission, name), sizes)
        assert_same(got, getattr(reference, name)(sizes), what=f"{name}({sizes})")


@points(4)
@hint(en="A call must not depend on the calls before it.", ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다.")
def test_calls_are_independent(submission, reference, rng):
    first, second = sizes_of(rng, 3), sizes_of(rng, 3)
    for sizes in (first, second, first, [*first[1:], first[0]]):
        for name in FUNCTIONS:
            compare(submission, reference, name, sizes)
