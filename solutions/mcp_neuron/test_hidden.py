"""Hidden suite of mcp_neuron: the threshold, the veto, inputs that are no inputs, and three gates.

Inputs are lists of Python numbers, as the catalogue's "sequences" allow; what else could be a sequence is not asked.
"""

import math
from itertools import product

import pytest

from gradekit.testing import assert_same, assert_unchanged, hint, points, raises


def bits(rng, n: int) -> list[int]:
    """n random inputs, at least one of them 1 and, where n allows it, at least one 0."""
    inputs = [1, 0, *map(int, rng.integers(0, 2, max(0, n - 2)))][:n]
    return [inputs[index] for index in rng.permutation(n)]


def check(submission, cases) -> None:
    """Ask about all cases (excitatory, inhibitory, threshold, expected) first, then judge each answer."""
    cases = list(cases)
    answers = [submission.mcp_neuron(*case[:3]) for case in cases]
    for (excitatory, inhibitory, threshold, expected), answer in zip(cases, answers, strict=True):
        assert_same(answer, expected, what=f"mcp_neuron({shown(excitatory)}, {shown(inhibitory)}, {threshold})")


def shown(inputs: list) -> str:
    return str(inputs) if len(inputs) <= 12 else f"[1]*{sum(inputs)} + [0]*{len(inputs) - sum(inputs)}"


def refused(submission, excitatory, inhibitory, threshold) -> None:
    with raises(ValueError, f"mcp_neuron({excitatory}, {inhibitory}, {threshold})"):
        submission.mcp_neuron(excitatory, inhibitory, threshold)


# --- the threshold ---------------------------------------------------------------------------------------------------


@points(3)
@hint(
    en="These are the lines of 'A worked example': go through them one by one with your code.",
    ko="'풀이 예제'의 표에 있는 입력입니다. 작성한 코드를 한 줄씩 따라가며 비교해 보십시오.",
)
def test_the_worked_example(submission):
    check(submission, [([1, 1, 0], [0], 2, 1), ([1, 0, 0], [0], 2, 0), ([1, 1, 1], [1], 2, 0), ([1, 1, 1], [], 2, 1)])


@points(2)
@hint(
    en="Count the excitatory inputs that are 1, all of them, and compare with the threshold that was handed over.",
    ko="1인 흥분성 입력을 하나도 빠짐없이 세어, 인수로 받은 임계값과 비교하십시오.",
)
@pytest.mark.parametrize("n", [1, 2, 5, 30])
def test_sums_around_the_threshold(submission, rng, n):
    inputs = [bits(rng, n) for _ in range(4)]
    check(submission, [(each, [], sum(each) + more, int(more <= 0)) for each in inputs for more in (-1, 0, 1)])


@points(5)
@hint(
    en="What happens when the sum is exactly the threshold? See 'The formula': reaching it is enough.",
    ko="합이 임계값과 정확히 같으면 어떻게 됩니까? '수식'을 보십시오. 임계값에 이르기만 하면 됩니다.",
)
def test_the_threshold_is_reached_exactly(submission):
    check(submission, [([1], [], 1, 1), ([0, 1, 0, 1], [0, 0], 2, 1), ([1] * 7, [0], 7, 1), ([0, 0], [0], 0, 1)])


@points(3)
@hint(
    en="The threshold may be any number. With 0 or less the neuron fires of its own accord, unless it is inhibited.",
    ko="임계값은 어떤 수든 될 수 있습니다. 0 이하이면 억제되지 않는 한 흥분성 입력이 없어도 저절로 발화합니다.",
)
def test_thresholds_of_zero_and_below(submission):
    check(submission, [([0, 0, 0], [0], 0, 1), ([0], [0], -1, 1), ([1, 0], [], -3, 1), ([0, 0], [1], -2, 0), ([1], [1], 0, 0)])
    check(submission, [([0, 1], [], -1_000_000, 1), ([0, 1], [0, 1], -1_000_000, 0), ([], [1, 1], -1_000_000, 0)])


@points(2)
@hint(
    en="A threshold between two whole numbers is compared as it is, neither cut nor rounded.",
    ko="두 정수 사이의 임계값은 버림이나 반올림 없이 그대로 비교합니다.",
)
def test_fractional_thresholds(submission):
    cases = [([1, 0], [0], 0.5, 1), ([0, 0], [0], 0.5, 0), ([1, 0], [], 1.25, 0), ([1, 1], [0], 1.75, 1), ([1, 1, 1], [], 3.25, 0)]
    close = [([1, 1], [], 2 + 2**-30, 0), ([1, 1, 0], [0], 2 - 2**-30, 1)]
    check(submission, [*cases, *close, ([0], [], -0.5, 1), ([1, 1, 1, 0], [0], 2.5, 1)])


@points(2)
@hint(
    en="There may be hundreds of inputs. Their sum is a whole number like any other.",
    ko="입력이 수백 개일 수도 있습니다. 그 합도 여느 정수와 다르지 않습니다.",
)
def test_many_inputs(submission):
    check(submission, [([1] * 300, [0] * 300, more, expected) for more, expected in ((299, 1), (300, 1), (301, 0))])
    check(submission, [([1] * 300, [0] * 299 + [1], 1, 0), ([0] * 299 + [1], [], 1, 1)])


# --- the veto --------------------------------------------------------------------------------------------------------


@points(5)
@hint(
    en="A single active inhibitory input silences the neuron, wherever it stands in the list.",
    ko="활성화된 억제성 입력이 하나라도 있으면, 목록의 어디에 있든 뉴런은 발화하지 않습니다.",
)
def test_one_inhibitory_input_is_a_veto(submission):
    silenced = [([1, 1, 1], [int(place == active) for place in range(4)], 1, 0) for active in range(4)]
    check(submission, [*silenced, ([1, 1], [1, 1], 2, 0), ([1], [1, 1, 1], 1, 0), ([1, 0], [1, 0], 1, 0)])


@points(4)
@hint(
    en="Inhibition is no subtraction: however many excitatory inputs are 1, they do not outweigh it.",
    ko="억제는 뺄셈이 아닙니다. 1인 흥분성 입력이 아무리 많아도 억제를 이기지 못합니다.",
)
def test_a_veto_cannot_be_outvoted(submission):
    check(submission, [([1] * n, [1], threshold, 0) for n in (4, 20) for threshold in (1, 2, n - 1)])


@points(3)
@hint(
    en="An inhibitory input of 0 does nothing at all, and neither do ten of them.",
    ko="값이 0인 억제성 입력은 아무 영향도 주지 않습니다. 열 개가 있어도 마찬가지입니다.",
)
def test_silent_inhibitory_inputs_do_nothing(submission):
    check(submission, [([1, 1, 0], [0] * n, threshold, int(threshold <= 2)) for n in (1, 2, 10) for threshold in (1, 2, 3)])


@points(3)
@hint(
    en="Excitatory and inhibitory inputs of all lengths: the two conditions of 'The formula' must both hold.",
    ko="길이가 서로 다른 흥분성 입력과 억제성 입력입니다. '수식'의 두 조건이 모두 성립해야 발화합니다.",
)
def test_random_neurons(submission, reference, rng):
    cases = []
    for _ in range(24):
        excitatory = [int(each) for each in rng.random(rng.integers(1, 9)) < 0.6]
        inhibitory = [int(each) for each in rng.random(rng.integers(1, 5)) < 0.15]
        threshold = int(rng.integers(1, 5))
        cases.append((excitatory, inhibitory, threshold, reference.mcp_neuron(excitatory, inhibitory, threshold)))
    check(submission, cases)


@points(2)
@hint(
    en="Either list may be empty: no inhibitory input means no veto, no excitatory input means a sum of 0.",
    ko="두 리스트 모두 비어 있을 수 있습니다. 억제성 입력이 없으면 거부권도 없고, 흥분성 입력이 없으면 합은 0입니다.",
)
@pytest.mark.parametrize("empty", ["excitatory", "inhibitory", "both"])
def test_empty_lists(submission, empty):
    cases = {
        "excitatory": [([], [0, 0], 0, 1), ([], [0], 1, 0), ([], [0, 1], 0, 0), ([], [1], -1, 0)],
        "inhibitory": [([1, 1], [], 2, 1), ([1, 0], [], 2, 0), ([0], [], 0, 1)],
        "both": [([], [], 0, 1), ([], [], 1, 0), ([], [], -1, 1), ([], [], 0.5, 0)],
    }
    check(submission, cases[empty])


# --- inputs that are no inputs ---------------------------------------------------------------------------------------


@points(2)
@hint(
    en="Every excitatory input is 0 or 1. For any other number, fractions included, raise ValueError; do not repair it.",
    ko="흥분성 입력은 모두 0 또는 1입니다. 분수를 포함해 그 밖의 수에는 값을 고치지 말고 ValueError를 일으키십시오.",
)
@pytest.mark.parametrize("bad", [2, -1, 0.5])
def test_bad_excitatory_inputs(submission, bad):
    for excitatory in ([bad], [bad, 1, 0], [0, bad, 1], [1, 1, bad]):
        refused(submission, excitatory, [0], 1)


@points(2)
@hint(
    en="Inhibitory inputs are 0 or 1 too: look at every one of them.",
    ko="억제성 입력도 0 또는 1이어야 합니다. 하나하나 모두 확인하십시오.",
)
@pytest.mark.parametrize("bad", [2, -1, 0.5])
def test_bad_inhibitory_inputs(submission, bad):
    for inhibitory in ([bad], [bad, 0, 0], [0, bad, 0], [0, 0, bad]):
        refused(submission, [1, 1], inhibitory, 1)


@points(5)
@hint(
    en="A veto does not excuse a bad input: check all inputs before you decide anything.",
    ko="거부권이 행사되더라도 잘못된 입력은 잘못된 입력입니다. 판단하기 전에 모든 입력을 먼저 확인하십시오.",
)
def test_bad_inputs_beside_a_veto(submission):
    for excitatory, inhibitory in (([2, 1], [1]), ([1, 0.5], [0, 1]), ([1], [1, 2]), ([1], [2, 1]), ([0], [1, 0, -1]), ([], [1, 0.5])):
        refused(submission, excitatory, inhibitory, 1)


@points(3)
@hint(
    en="Inputs are checked whether or not the threshold can be reached, and a sum that happens to fit proves nothing.",
    ko="임계값에 이를 수 있든 없든 입력을 확인해야 합니다. 합이 우연히 맞는다고 입력이 올바른 것은 아닙니다.",
)
def test_bad_inputs_whatever_the_threshold(submission):
    for excitatory, inhibitory, threshold in (
        ([2, 0], [], 5),
        ([3, -1], [], 2),
        ([0, 0.999], [0], -4),
        ([1, 0.001], [], 0),
        ([], [10], -1),
        ([1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 2], [0], 3),
        ([1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1], 1),
        ([256], [], 1),
        ([1], [-1000], 1),
        ([1, math.nan], [], 1),
    ):
        refused(submission, excitatory, inhibitory, threshold)


# --- good manners ----------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="The lists belong to the caller: do not sort them, add to them or take from them.",
    ko="리스트는 호출한 쪽의 것입니다. 정렬하거나 값을 넣고 빼지 마십시오.",
)
def test_lists_are_not_changed(submission):
    assert_same(assert_unchanged(submission.mcp_neuron, [1, 0, 1], [0, 0], 2), 1, what="mcp_neuron([1, 0, 1], [0, 0], 2)")
    assert_same(assert_unchanged(submission.mcp_neuron, [1, 0, 1], [1, 0], 2), 0, what="mcp_neuron([1, 0, 1], [1, 0], 2)")


@points(2)
@hint(
    en="A neuron remembers nothing: the answer depends on this call alone.",
    ko="뉴런은 아무것도 기억하지 않습니다. 답은 이번 호출의 인수로만 정해져야 합니다.",
)
def test_every_call_stands_alone(submission):
    first, second, third = ([1, 1], [0], 2, 1), ([1, 1], [1], 2, 0), ([1, 1], [0], 3, 0)
    check(submission, [first, second, first, third, first, second, ([0, 1], [0], 2, 0), first])


# --- the gates -------------------------------------------------------------------------------------------------------


def ask_gate(submission, name: str, inputs: list[list[int]], rule) -> None:
    answers = [getattr(submission, name)(x) for x in inputs]
    for x, answer in zip(inputs, answers, strict=True):
        assert_same(answer, int(rule(x)), what=f"{name}({shown(x)})")


def long_inputs(n: int) -> list[list[int]]:
    """All 0, all 1, a single 1 and a single 0 in the first, the middle and the last place."""
    places = (0, n // 2, n - 1)
    single = [[int(place == each) for place in range(n)] for each in places]
    return [[0] * n, [1] * n, *single, *[[1 - value for value in x] for x in single]]


@points(2)
@hint(
    en="AND fires when all inputs are 1. Which threshold says that for any number of inputs?",
    ko="AND는 모든 입력이 1일 때 발화합니다. 입력이 몇 개이든 이를 나타내는 임계값은 무엇입니까?",
)
@pytest.mark.parametrize("n", [1, 2, 3])
def test_and(submission, n):
    ask_gate(submission, "mcp_and", [list(x) for x in product((0, 1), repeat=n)], all)


@points(2)
@hint(
    en="AND takes any number of inputs; a single 0 anywhere keeps it silent.",
    ko="AND는 입력이 몇 개이든 받을 수 있어야 합니다. 어디에든 0이 하나 있으면 발화하지 않습니다.",
)
def test_and_of_many(submission):
    ask_gate(submission, "mcp_and", long_inputs(4) + long_inputs(17) + long_inputs(260), all)


@points(2)
@hint(
    en="OR fires when at least one input is 1, also when several are.",
    ko="OR는 입력 가운데 하나라도 1이면 발화하며, 여러 개가 1이어도 발화합니다.",
)
@pytest.mark.parametrize("n", [1, 2, 3])
def test_or(submission, n):
    ask_gate(submission, "mcp_or", [list(x) for x in product((0, 1), repeat=n)], any)


@points(2)
@hint(
    en="OR takes any number of inputs; a single 1 anywhere is enough.",
    ko="OR는 입력이 몇 개이든 받을 수 있어야 합니다. 어디에든 1이 하나 있으면 충분합니다.",
)
def test_or_of_many(submission):
    ask_gate(submission, "mcp_or", long_inputs(4) + long_inputs(17) + long_inputs(260), any)


@points(6)
@hint(
    en="NOT takes one bare number and turns it round: which kind of input keeps a neuron from firing?",
    ko="NOT은 수 하나를 받아 뒤집습니다. 뉴런이 발화하지 못하게 하는 입력은 어떤 종류입니까?",
)
def test_not(submission):
    answers = [submission.mcp_not(x) for x in (0, 1)]
    assert_same(answers[0], 1, what="mcp_not(0)")
    assert_same(answers[1], 0, what="mcp_not(1)")


@points(1)
@hint(
    en="A gate leaves its list as it is and answers the same question the same way each time.",
    ko="게이트는 받은 리스트를 그대로 두어야 하고, 같은 입력에는 언제나 같은 답을 내야 합니다.",
)
@pytest.mark.parametrize("name", ["mcp_and", "mcp_or", "mcp_not"])
def test_gates_leave_no_trace(submission, reference, name):
    inputs = [1, 0, 1, 0, 0] if name == "mcp_not" else [[1, 1, 1], [1, 0, 1], [0, 0], [1, 1, 1], [0, 0], [1, 0, 1], [0, 1]]
    answers = [assert_unchanged(getattr(submission, name), x) for x in inputs]
    for number, (x, answer) in enumerate(zip(inputs, answers, strict=True), 1):
        assert_same(answer, getattr(reference, name)(x), what=f"{name}({x}) #{number}")


@points(2)
@hint(
    en="The gates refuse what is neither 0 nor 1 with ValueError as well, even where the answer seems clear already.",
    ko="게이트도 0도 1도 아닌 입력에는 ValueError를 일으켜야 합니다. 답이 이미 정해진 듯 보여도 마찬가지입니다.",
)
@pytest.mark.parametrize("name", ["mcp_and", "mcp_or"])
def test_bad_inputs_of_and_and_or(submission, name):
    for x in (
        [2],
        [1, 2],
        [2, 1],
        [0, 2],
        [2, 0],
        [-1, 1],
        [1, -1],
        [0, -1],
        [1, 0.5],
        [0.5, 0],
        [3, -1],
        [1, 1, 0, 0, 7],
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 257],
    ):
        with raises(ValueError, f"{name}({x})"):
            getattr(submission, name)(x)


@points(3)
@hint(
    en="NOT refuses what is neither 0 nor 1 with ValueError.",
    ko="NOT도 0도 1도 아닌 입력에는 ValueError를 일으켜야 합니다.",
)
def test_bad_inputs_of_not(submission):
    for x in (2, -1, 0.5, -2, 10, 0.999):
        with raises(ValueError, f"mcp_not({x})"):
            submission.mcp_not(x)
