"""The public tests: the form of the answers and the worked example. The hidden suite asks for more."""

import pytest
from mcp_neuron import mcp_and, mcp_neuron, mcp_not, mcp_or

from gradekit.testing import assert_same, hint, raises


@pytest.mark.parametrize(
    ("excitatory", "inhibitory", "expected"),
    [([1, 1, 0], [0], 1), ([1, 0, 0], [0], 0), ([1, 1, 1], [1], 0)],
)
@hint(
    en="Look for a veto first; without one, compare the sum of the excitatory inputs with the threshold.",
    ko="먼저 거부권이 행사되었는지 보고, 아니면 흥분성 입력의 합을 임계값과 비교하십시오.",
)
def test_the_worked_example(excitatory, inhibitory, expected):
    assert_same(mcp_neuron(excitatory, inhibitory, 2), expected, what=f"mcp_neuron({excitatory}, {inhibitory}, 2)")


@hint(
    en="The inputs are 0 or 1; for anything else raise ValueError.", ko="입력은 0 또는 1입니다. 그 밖의 값에는 ValueError를 일으키십시오."
)
def test_an_input_of_two_is_refused():
    with raises(ValueError, "mcp_neuron([1, 2], [], 1)"):
        mcp_neuron([1, 2], [], 1)


@hint(en="Write the truth tables beside your answers.", ko="진리표를 써 놓고 답과 나란히 비교해 보십시오.")
def test_and_or_not():
    for x, conjunction, disjunction in (([0, 0], 0, 0), ([0, 1], 0, 1), ([1, 0], 0, 1), ([1, 1], 1, 1)):
        assert_same(mcp_and(x), conjunction, what=f"mcp_and({x})")
        assert_same(mcp_or(x), disjunction, what=f"mcp_or({x})")
    assert_same([mcp_not(0), mcp_not(1)], [1, 0], what="mcp_not(0), mcp_not(1)")
