"""Hidden suite of perceptron_gates: a perceptron with any number of inputs, four gates, and three triples of weights.

No random sum lies within 0.05 of 0, and sums meant to be 0 or nearly 0 are exact in binary whatever the order of
summing, so every way to add up is accepted.
"""

import math
from collections.abc import Iterator

import numpy as np
import pytest

from gradekit.testing import Text, assert_same, assert_scalar, assert_true, assert_unchanged, hint, points

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
TABLES = {"AND": (0, 0, 0, 1), "NAND": (1, 1, 1, 0), "OR": (0, 1, 1, 1), "XOR": (0, 1, 1, 0)}
SINGLE = ("AND", "NAND", "OR")


def cases(rng, d: int, count: int) -> Iterator[tuple[np.ndarray, np.ndarray, float, int]]:
    """count random (x, w, b, answer), every other one firing; the sum is between 0.05 and 0.45 away from 0."""
    for number in range(count):
        x, w = rng.normal(size=d), rng.normal(size=d)
        s = float(rng.uniform(0.05, 0.45)) * (-1 if number % 2 else 1)
        yield x, w, s - float(x @ w), int(s > 0)


def ask_gate(submission, name: str) -> list[object]:
    """What the gate answers at the four corners, all asked before any is judged."""
    gate = getattr(submission, f"{name}_gate")
    return [gate(x1, x2) for x1, x2 in CORNERS]


def triple(submission, name: str) -> tuple[float, float, float]:
    """WEIGHTS[name] as three finite floats; a Mismatch says what else it is."""
    weights = submission.WEIGHTS
    assert_true(isinstance(weights, dict), Text("WEIGHTS should be a dictionary", "WEIGHTS는 딕셔너리여야 합니다"))
    assert_true(name in weights, Text(f'WEIGHTS has no "{name}"', f'WEIGHTS에 "{name}"이(가) 없습니다'))
    what = f'WEIGHTS["{name}"]'
    entry = weights[name]
    one_row = isinstance(entry, list | tuple) or (isinstance(entry, np.ndarray) and entry.ndim == 1)
    assert_true(
        one_row and len(entry) == 3,
        Text(f"{what} should be three numbers (w1, w2, b)", f"{what}은(는) 세 수 (w1, w2, b)여야 합니다"),
    )
    w1, w2, b = (assert_scalar(number, what=f"{what}[{index}]") for index, number in enumerate(entry))
    assert_true(
        all(map(math.isfinite, (w1, w2, b))),
        Text(f"{what} should hold finite numbers", f"{what}의 수는 모두 유한해야 합니다"),
    )
    return w1, w2, b


def line_answers(w1: float, w2: float, b: float) -> list[int]:
    return [int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in CORNERS]


def as_bit(answer: object) -> int | None:
    """answer for a picture: 0, 1, or None where it is neither."""
    is_number = isinstance(answer, bool | int | float | np.number | np.bool_) or (isinstance(answer, np.ndarray) and answer.ndim == 0)
    return int(answer) if is_number and answer in (0, 1) else None


# --- perceptron ------------------------------------------------------------------------------------------------------


@points(3)
@hint(
    en="These are the weights of 'A worked example': compare your sum with the table there.",
    ko="'풀이 예제'에 나오는 가중치입니다. 계산한 합을 그 표와 비교해 보십시오.",
)
@pytest.mark.parametrize("name", SINGLE)
def test_documented_weights(submission, reference, name):
    w1, w2, b = reference.WEIGHTS[name]
    answers = [submission.perceptron(np.array([float(x1), float(x2)]), np.array([w1, w2]), b) for x1, x2 in CORNERS]
    for (x1, x2), answer, expected in zip(CORNERS, answers, TABLES[name], strict=True):
        assert_same(answer, expected, what=f"perceptron([{x1}, {x2}], [{w1}, {w2}], {b})")


@points(3)
@hint(
    en="The sum has one product per input, for any number of inputs, and then the bias, once.",
    ko="합에는 입력의 개수와 관계없이 입력마다 곱이 하나씩 들어가고, 편향은 한 번만 들어갑니다.",
)
@pytest.mark.parametrize("d", [1, 2, 3, 10, 257])
def test_random_inputs(submission, reference, rng, d):
    asked = [(submission.perceptron(x, w, b), reference.perceptron(x, w, b)) for x, w, b, _ in cases(rng, d, 8)]
    for answer, expected in asked:
        assert_same(
            answer, expected, what=Text(f"perceptron(x, w, b) with {d} random inputs", f"무작위 입력 {d}개에 대한 perceptron(x, w, b)")
        )


@points(4)
@hint(
    en="When all inputs or all weights are 0, the bias alone decides.",
    ko="입력이나 가중치가 모두 0이면 편향만으로 결정됩니다.",
)
def test_bias_alone(submission, rng):
    zeros, w = np.zeros(3), rng.normal(size=3)
    for x, weights in ((zeros, w), (w, zeros)):
        answers = [submission.perceptron(x, weights, b) for b in (0.3, -0.3)]
        assert_same(answers[0], 1, what=Text("perceptron(x, w, 0.3) with w·x = 0", "w·x = 0일 때의 perceptron(x, w, 0.3)"))
        assert_same(answers[1], 0, what=Text("perceptron(x, w, -0.3) with w·x = 0", "w·x = 0일 때의 perceptron(x, w, -0.3)"))


@points(8)
@hint(
    en="What should the perceptron answer when the sum is exactly 0? See 'Why > 0 and not >= 0' in 'The formula'.",
    ko="합이 정확히 0이면 무엇을 출력해야 합니까? '수식'에서 왜 ≥ 0이 아니라 > 0인지 다시 읽어 보십시오.",
)
def test_exactly_zero_does_not_fire(submission):
    exact = [
        ([0.0, 0.0], [0.0, 0.0], 0.0),
        ([1.0, 1.0], [1.0, 1.0], -2.0),
        ([0.5, 0.25], [1.0, -2.0], 0.0),
        ([2.0, -3.0, 1.0], [0.5, 1.0, 2.5], -0.5),
    ]
    answers = [submission.perceptron(np.array(x), np.array(w), b) for x, w, b in exact]
    integers = submission.perceptron(np.array([1, 2]), np.array([4, -1]), -2)
    for (x, w, b), answer in zip(exact, answers, strict=True):
        assert_same(answer, 0, what=f"perceptron({x}, {w}, {b})")
    assert_same(integers, 0, what="perceptron([1, 2], [4, -1], -2)")


@points(4)
@hint(
    en="However small a sum above 0 is, the perceptron fires; do not round the sum or compare it with anything but 0.",
    ko="합이 아무리 작아도 0보다 크면 퍼셉트론은 발화합니다. 합을 반올림하거나 0이 아닌 값과 비교하지 마십시오.",
)
def test_sums_just_above_and_below_zero(submission):
    small = 2.0**-20
    above = submission.perceptron(np.array([small]), np.array([small]), 0.0)
    below = submission.perceptron(np.array([small]), np.array([-small]), 0.0)
    far = np.array([1.0, 2.0**-30])
    beside = [submission.perceptron(far * sign, np.ones(2), -sign) for sign in (1.0, -1.0)]
    assert_same(above, 1, what="perceptron([2**-20], [2**-20], 0)")
    assert_same(below, 0, what="perceptron([2**-20], [-2**-20], 0)")
    assert_same(beside[0], 1, what="perceptron([1, 2**-30], [1, 1], -1)")
    assert_same(beside[1], 0, what="perceptron([-1, -2**-30], [1, 1], 1)")


@points(5)
@hint(
    en="Inputs or weights may be integers while the others are fractions: nothing may be cut to an integer on the way.",
    ko="입력이나 가중치 가운데 한쪽만 정수일 수 있습니다. 계산 도중에 값이 정수로 잘려서는 안 됩니다.",
)
def test_integer_arrays(submission, reference, rng):
    asked = [
        (np.array([1, 1]), np.array([0.5, 0.5]), -0.7),
        (np.array([1, 0]), np.array([0.6, 0.6]), -0.5),
        (np.array([0.75, 0.5]), np.array([1, -1]), -0.125),
        (np.array([1, 2]), np.array([1, -1]), 1.5),
        (np.array([3, -2, 1]), np.array([1, 2, 2]), 0),
        (np.array([3, -2, 1]), np.array([1, 2, 2]), -2),
    ]
    for sign in (1, -1):
        x, w = rng.integers(-9, 10, size=6), rng.integers(-9, 10, size=6)
        asked.append((x, w, sign - int(x @ w)))
    answers = [submission.perceptron(*each) for each in asked]
    for (x, w, b), answer in zip(asked, answers, strict=True):
        assert_same(answer, reference.perceptron(x, w, b), what=f"perceptron({x.tolist()}, {w.tolist()}, {b})")


@points(2)
@hint(
    en="Inputs and weights in the thousands: the sum is large, the answer is still 1 or 0.",
    ko="입력과 가중치가 수천이면 합은 매우 커지지만 출력은 여전히 1 또는 0입니다.",
)
def test_large_inputs(submission, rng):
    x, w = rng.uniform(-1e4, 1e4, size=4), rng.uniform(-1e4, 1e4, size=4)
    answers = [submission.perceptron(x, w, s - float(x @ w)) for s in (5e3, -5e3, 2e8, -2e8)]
    for answer, expected in zip(answers, (1, 0, 1, 0), strict=True):
        assert_same(
            answer, expected, what=Text("perceptron(x, w, b) with inputs of thousands", "수천 크기의 입력에 대한 perceptron(x, w, b)")
        )


@points(3)
@hint(
    en="The arrays belong to the caller: an operation like `x *= w` changes them.",
    ko="배열은 호출한 쪽의 것입니다. `x *= w` 같은 연산은 그 내용을 바꿉니다.",
)
def test_inputs_unchanged(submission, rng):
    for x, w, b, expected in cases(rng, 5, 2):
        assert_same(assert_unchanged(submission.perceptron, x, w, b), expected, what="perceptron(x, w, b)")


@points(3)
@hint(
    en="The answer depends on x, w and b of this call alone, not on earlier calls.",
    ko="답은 이번 호출의 x, w, b로만 정해져야 하며, 이전 호출의 영향을 받아서는 안 됩니다.",
)
def test_every_call_stands_alone(submission, rng):
    x, w, b, _ = next(cases(rng, 4, 1))
    asked = [(x, w, b, 1), (x, -w, -b, 0), (x, w, b, 1), (-x, w, b - 2 * abs(float(x @ w)) - 1.0, 0), (x, w, b, 1)]
    answers = [submission.perceptron(*each[:3]) for each in asked]
    for number, (answer, each) in enumerate(zip(answers, asked, strict=True), 1):
        assert_same(answer, each[3], what=Text(f"perceptron(x, w, b), call {number}", f"{number}번째로 호출한 perceptron(x, w, b)"))


# --- the gates -------------------------------------------------------------------------------------------------------


@points(5)
@hint(
    en="Write the four sums w1 x1 + w2 x2 + b of this gate side by side: which of them must be above 0?",
    ko="이 게이트의 합 w1 x1 + w2 x2 + b 네 개를 나란히 써 보십시오. 그 가운데 0보다 커야 하는 것은 무엇입니까?",
)
@pytest.mark.parametrize("name", SINGLE)
def test_truth_table(submission, name):
    for (x1, x2), answer, expected in zip(CORNERS, ask_gate(submission, name), TABLES[name], strict=True):
        assert_same(answer, expected, what=f"{name}_gate({x1}, {x2})")


@points(9)
@hint(
    en="XOR is 1 when exactly one input is 1. No single perceptron does it; which of your gates, joined, do?",
    ko="XOR는 정확히 한 입력만 1일 때 1입니다. 퍼셉트론 하나로는 안 됩니다. 어떤 게이트들을 이으면 되겠습니까?",
)
def test_truth_table_of_xor(submission):
    for (x1, x2), answer, expected in zip(CORNERS, ask_gate(submission, "XOR"), TABLES["XOR"], strict=True):
        assert_same(answer, expected, what=f"XOR_gate({x1}, {x2})")


@points(4)
@hint(
    en="The gates are asked many times in mixed order: a gate has no memory, and must not change WEIGHTS.",
    ko="게이트를 순서를 섞어 여러 번 호출합니다. 게이트는 이전 호출을 기억하거나 WEIGHTS를 바꾸어서는 안 됩니다.",
)
def test_gates_in_mixed_order(submission, rng):
    questions = [(name, corner) for name in TABLES for corner in range(4)] * 2
    order = rng.permutation(len(questions))
    answers = []
    for index in order:
        name, corner = questions[index]
        answers.append((name, corner, getattr(submission, f"{name}_gate")(*CORNERS[corner])))
    for name, corner, answer in answers:
        x1, x2 = CORNERS[corner]
        assert_same(
            answer,
            TABLES[name][corner],
            what=Text(f"{name}_gate({x1}, {x2}) among other calls", f"다른 호출과 섞어 호출한 {name}_gate({x1}, {x2})"),
        )


# --- WEIGHTS ---------------------------------------------------------------------------------------------------------


@points(3)
@hint(
    en="Put (w1, w2, b), the bias last, into w1 x1 + w2 x2 + b > 0 at all four points. A sum of exactly 0 does not fire.",
    ko="(w1, w2, b)를 순서 그대로 w1 x1 + w2 x2 + b > 0에 넣어 네 점에서 확인하십시오. 합이 정확히 0이면 발화하지 않습니다.",
)
@pytest.mark.parametrize("name", SINGLE)
def test_weights_compute_their_gate(submission, name):
    w1, w2, b = triple(submission, name)
    for (x1, x2), answer, expected in zip(CORNERS, line_answers(w1, w2, b), TABLES[name], strict=True):
        assert_same(
            answer,
            expected,
            what=Text(f'the perceptron with WEIGHTS["{name}"] at ({x1}, {x2})', f'점 ({x1}, {x2})에서 WEIGHTS["{name}"]을 쓴 퍼셉트론'),
        )


@points(4)
@hint(
    en='WEIGHTS has "AND", "NAND" and "OR". A triple for "XOR" cannot exist: see \'Why no single perceptron computes XOR\'.',
    ko='WEIGHTS에는 "AND", "NAND", "OR"가 있습니다. "XOR"를 계산하는 세 수는 존재할 수 없습니다. \'수식\'의 증명을 다시 보십시오.',
)
def test_weights_name_three_gates_and_no_xor(submission):
    for name in SINGLE:
        triple(submission, name)
    assert_true(
        "XOR" not in submission.WEIGHTS,
        Text(
            'WEIGHTS has an entry "XOR", which no single perceptron computes',
            'WEIGHTS에 "XOR"가 있지만, 퍼셉트론 하나로는 XOR를 계산할 수 없습니다',
        ),
    )


@points(2)
@hint(
    en="The gate and the perceptron with its weights answer differently: the picture shows at which of the four points.",
    ko="게이트와, 그 가중치를 쓴 퍼셉트론의 답이 다릅니다. 네 점 가운데 어디에서 다른지 그림으로 확인하십시오.",
)
@pytest.mark.parametrize("name", SINGLE)
def test_gate_agrees_with_its_line(submission, evidence, name):
    answers = ask_gate(submission, name)
    w1, w2, b = triple(submission, name)
    drawn = [
        {"x1": x1, "x2": x2, "target": target, "got": as_bit(answer)}
        for (x1, x2), target, answer in zip(CORNERS, TABLES[name], answers, strict=True)
    ]
    evidence("decision_lines", gates=[{"label": name, "w1": w1, "w2": w2, "b": b, "points": drawn}])
    for (x1, x2), answer, line in zip(CORNERS, answers, line_answers(w1, w2, b), strict=True):
        assert_same(
            answer,
            line,
            what=Text(
                f'{name}_gate({x1}, {x2}), compared with WEIGHTS["{name}"]',
                f'WEIGHTS["{name}"]을 쓴 퍼셉트론과 비교한 {name}_gate({x1}, {x2})',
            ),
        )
