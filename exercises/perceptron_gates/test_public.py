"""The public tests: the form of the answers and the documented weights. The hidden suite asks for more."""

import numpy as np
import pytest
from perceptron_gates import WEIGHTS, AND_gate, NAND_gate, OR_gate, XOR_gate, perceptron

from gradekit.testing import Text, assert_same, assert_true, hint

INPUTS = [(0, 0), (0, 1), (1, 0), (1, 1)]


@hint(
    en="Multiply each input by its weight, add the products and the bias, and return 1 only if the sum is above 0.",
    ko="각 입력에 가중치를 곱해 모두 더하고 편향까지 더한 뒤, 그 값이 0보다 클 때만 1을 반환하십시오.",
)
def test_perceptron_with_the_documented_and_weights():
    for (x1, x2), expected in zip(INPUTS, [0, 0, 0, 1], strict=True):
        answer = perceptron(np.array([float(x1), float(x2)]), np.array([0.5, 0.5]), -0.7)
        assert_same(answer, expected, what=f"perceptron([{x1}, {x2}], [0.5, 0.5], -0.7)")


@hint(
    en="The perceptron takes as many inputs as there are weights, not only two.",
    ko="퍼셉트론은 입력이 두 개일 때뿐 아니라 가중치의 개수만큼 입력이 있을 때도 작동해야 합니다.",
)
def test_perceptron_with_three_inputs():
    assert_same(perceptron(np.array([1.0, 2.0, 3.0]), np.array([1.0, -1.0, 0.5]), 0.0), 1, what="perceptron([1, 2, 3], [1, -1, 0.5], 0)")


@pytest.mark.parametrize(
    ("name", "gate", "table"),
    [
        ("AND_gate", AND_gate, [0, 0, 0, 1]),
        ("NAND_gate", NAND_gate, [1, 1, 1, 0]),
        ("OR_gate", OR_gate, [0, 1, 1, 1]),
        ("XOR_gate", XOR_gate, [0, 1, 1, 0]),
    ],
)
@hint(en="Write the gate's truth table beside your answers.", ko="게이트의 진리표를 써 놓고 답과 나란히 비교해 보십시오.")
def test_truth_table(name, gate, table):
    for (x1, x2), expected in zip(INPUTS, table, strict=True):
        assert_same(gate(x1, x2), expected, what=f"{name}({x1}, {x2})")


@pytest.mark.parametrize("name", ["AND", "NAND", "OR"])
@hint(
    en='WEIGHTS["AND"] and its two companions are triples (w1, w2, b) in this order.',
    ko='WEIGHTS["AND"]와 나머지 두 항목은 (w1, w2, b) 순서로 된 세 수입니다.',
)
def test_weights_have_three_numbers(name):
    assert_true(name in WEIGHTS, Text(f'WEIGHTS has no "{name}"', f'WEIGHTS에 "{name}" 항목이 없습니다'))
    entry = WEIGHTS[name]
    assert_true(
        hasattr(entry, "__len__") and len(entry) == 3,
        Text(f'WEIGHTS["{name}"] should be three numbers (w1, w2, b)', f'WEIGHTS["{name}"]의 값은 세 수 (w1, w2, b)여야 합니다'),
    )
