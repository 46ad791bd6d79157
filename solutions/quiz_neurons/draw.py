"""The figures of the quiz on neurons and perceptrons, drawn for each student."""

from itertools import product
from math import comb

import numpy as np

from gradekit.quiz import Drawn, Text, Wrong

CORNERS = np.array([(0, 0), (0, 1), (1, 0), (1, 1)])
GATES = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0), "NOR": (1, 0, 0, 0), "never": (0, 0, 0, 0), "always": (1, 1, 1, 1)}
NAMES = {outputs: name for name, outputs in GATES.items()}


def mcp_outputs(rng: np.random.Generator) -> Drawn:
    """Five patterns for one neuron: on the threshold, below, above, and two that only a veto keeps silent, in any order."""
    theta = int(rng.integers(2, 4))
    cases = [(theta, 0), (theta - 1, 0), (4, 0), (theta, 1), (theta + 1, 1)]
    active, vetoes = np.array(cases)[rng.permutation(5)].T
    rows = [(rng.permutation(np.arange(4) < each), rng.permutation(np.arange(2) < veto)) for each, veto in zip(active, vetoes, strict=True)]
    lines = (f"| {number} | {_listed(first)} | {_listed(second)} |" for number, (first, second) in enumerate(rows, 1))
    return Drawn(
        {"theta": theta, "rows": "\n".join(lines), "sums": active},
        ((active >= theta) & (vetoes == 0)).astype(int),
        [
            Wrong(
                (active >= theta).astype(int),
                cause="no_veto",
                en="You left out the veto: one active inhibitory input keeps the neuron silent, however large the sum is.",
                ko="거부권을 빠뜨렸습니다. 활성화된 억제성 입력이 하나라도 있으면 합이 아무리 커도 발화하지 않습니다.",
            ),
            Wrong(
                (active - vetoes >= theta).astype(int),
                cause="inhibition_subtracted",
                en="You subtracted the inhibitory inputs from the sum. They do not weaken the excitation, they forbid the output 1.",
                ko="억제성 입력을 합에서 뺐습니다. 억제성 입력은 흥분을 줄이는 것이 아니라 발화 자체를 막습니다.",
            ),
            Wrong(
                ((active > theta) & (vetoes == 0)).astype(int),
                cause="above_the_threshold",
                en=f"This neuron fires when the sum reaches the threshold: {theta} active inputs are enough.",
                ko=f"이 뉴런은 합이 임계값에 이르면 발화합니다. 활성화된 입력 {theta}개이면 충분합니다.",
            ),
        ],
    )


def _listed(bits: np.ndarray) -> str:
    return ", ".join(str(int(each)) for each in bits)


def mcp_count(rng: np.random.Generator) -> Drawn:
    """How many patterns make a neuron fire; the inhibitory inputs leave one way."""
    n, theta = (int(each) for each in rng.choice([(3, 2), (4, 2), (4, 3), (5, 2), (5, 3), (5, 4)]))
    m = int(rng.integers(1, 3))
    ways = [comb(n, active) for active in range(theta, n + 1)]
    inhibitory = Text("one inhibitory input", "1개") if m == 1 else Text("two inhibitory inputs", "2개")
    return Drawn(
        {"n": n, "theta": theta, "inhibitory": inhibitory, "all": n + m, "patterns": 2 ** (n + m), "terms": " + ".join(map(str, ways))},
        sum(ways),
        [
            Wrong(
                sum(ways) * 2**m,
                cause="no_veto",
                en="You let the inhibitory inputs be anything. Every one of them must be 0, or the neuron is silent.",
                ko="억제성 입력이 아무 값이나 가져도 된다고 보았습니다. 억제성 입력이 모두 0이어야 발화합니다.",
            ),
            Wrong(
                sum(ways[1:]),
                cause="above_the_threshold",
                en=f"Exactly {theta} active inputs are enough: the sum has to reach the threshold, not to pass it.",
                ko=f"활성화된 입력이 정확히 {theta}개여도 발화합니다. 합은 임계값을 넘지 않아도 임계값에 이르기만 하면 됩니다.",
            ),
            Wrong(
                ways[0],
                cause="exactly_the_threshold",
                en=f"You counted the patterns with exactly {theta} active excitatory inputs. More of them make the neuron fire, too.",
                ko=f"활성화된 흥분성 입력이 정확히 {theta}개인 경우만 세었습니다. 그보다 많아도 발화합니다.",
            ),
        ],
    )


def mcp_as_perceptron(rng: np.random.Generator) -> Drawn:
    """The threshold as a bias. Reaching a threshold and being above 0 differ by what lies between two whole numbers."""
    theta = int(rng.integers(2, 6))
    n = theta + int(rng.integers(1, 3))
    biases = {"right": 0.5 - theta, "at": -theta, "turned": theta - 0.5, "late": -theta - 0.5, "early": 1.5 - theta}
    return Drawn(
        {"n": n, "theta": theta, "below": theta - 1, "right": f"b = {biases['right']:g}"},
        "right",
        [
            Wrong(
                "at",
                cause="exactly_zero",
                en=f"With this bias {theta} active inputs give a sum of exactly 0, and a perceptron fires only above 0.",
                ko=f"이 편향이면 활성화된 입력이 {theta}개일 때 합이 정확히 0입니다. 퍼셉트론은 합이 0보다 커야 발화합니다.",
            ),
            Wrong(
                "turned",
                cause="sign",
                en="A threshold becomes a negative bias, since the bias is added. With this one it fires even if nothing is active.",
                ko="편향은 더하는 값이므로 임계값은 음의 편향이 됩니다. 이 편향이면 활성화된 입력이 하나도 없어도 발화합니다.",
            ),
            Wrong(
                "late",
                cause="one_input_too_many",
                en=f"With this bias {theta} active inputs are not enough: the sum is still below 0.",
                ko=f"이 편향이면 활성화된 입력이 {theta}개여도 합이 0보다 작아 발화하지 않습니다.",
            ),
            Wrong(
                "early",
                cause="one_input_too_few",
                en=f"With this bias {theta - 1} active inputs make it fire already.",
                ko=f"이 편향이면 활성화된 입력이 {theta - 1}개일 때 벌써 발화합니다.",
            ),
        ],
        options={name: f"b = {bias:g}" for name, bias in biases.items()},
    )


def gate_on_the_line(rng: np.random.Generator) -> Drawn:
    """A gate with a point exactly on its line, in tenths, so that > and >= are two gates."""
    p, q = (int(each) for each in rng.choice(np.arange(2, 16), 2, replace=False))
    w1, w2, b = [(p, p, -p), (p, q, 0), (p, q, -p - q), (-p, -p, p), (-p, -q, p + q)][int(rng.integers(5))]
    sums = CORNERS @ [w1, w2] + b
    right = _named(sums > 0)
    wrong = [
        Wrong(
            _named(sums >= 0),
            cause="fires_at_zero",
            en="You let it fire where the sum is exactly 0. It fires only above 0.",
            ko="합이 정확히 0인 입력에서도 발화한다고 보았습니다. 합이 0보다 커야 발화합니다.",
        ),
        Wrong(
            _named(sums <= 0),
            cause="other_side",
            en="That is the other side of the line: it fires where the sum is above 0, not elsewhere.",
            ko="직선의 반대쪽입니다. 합이 0보다 큰 쪽에서 발화합니다.",
        ),
    ]
    unbiased = _named(CORNERS @ [w1, w2] > 0)
    if unbiased not in (right, *(each.answer for each in wrong)):
        wrong.append(
            Wrong(
                unbiased,
                cause="no_bias",
                en="You left out the bias: it is added to the weighted inputs before the sum is compared with 0.",
                ko="편향을 빠뜨렸습니다. 합을 0과 비교하기 전에 편향을 더해야 합니다.",
            )
        )
    tenths = {"w": [w1 / 10, w2 / 10], "b": b / 10, "sums": sums / 10, "outputs": GATES[right]}
    return Drawn(tenths, right, wrong)


def _named(fires: np.ndarray) -> str:
    return NAMES[tuple(int(each) for each in fires)]


def bias_between(rng: np.random.Generator) -> Drawn:
    """The biases with which given weights, in tenths, make a gate: an interval."""
    small, large = sorted(int(each) for each in rng.choice(np.arange(2, 13), 2, replace=False))
    gate = str(rng.choice(["AND", "OR", "NAND"]))
    w1, w2 = (int(each) for each in rng.permutation([small, large]) * (-1 if gate == "NAND" else 1))
    low, high = {"AND": (-small - large, -large), "OR": (-small, 0), "NAND": (large, small + large)}[gate]
    other = {"AND": (low, -small), "OR": (-large, 0), "NAND": (small, high)}[gate]
    fires, rests = {
        "AND": (Text("the last", "마지막"), Text("the other three", "나머지 세")),
        "OR": (Text("the last three", "뒤의 세"), Text("the first", "첫째")),
        "NAND": (Text("the first three", "앞의 세"), Text("the last", "마지막")),
    }[gate]
    sums = ", ".join(f"b {'-' if each < 0 else '+'} {abs(each) / 10:g}" if each else "b" for each in (0, w2, w1, w1 + w2))
    return Drawn(
        {"w": [w1 / 10, w2 / 10], "gate": gate, "sums": sums, "fires": fires, "rests": rests},
        [low / 10, high / 10],
        [
            Wrong(
                [-high / 10, -low / 10],
                cause="sign",
                en="The sign is wrong: the bias is added to the sum, it is not a threshold on the other side of >.",
                ko="부호가 틀렸습니다. 편향은 합에 더하는 값이며, 부등호 건너편에 있는 임계값이 아닙니다.",
            ),
            Wrong(
                [other[0] / 10, other[1] / 10],
                cause="one_input_forgotten",
                en="At one of these limits you looked at one of the points (0, 1) and (1, 0) only; the other has another weight.",
                ko="한쪽 끝을 구할 때 (0, 1)과 (1, 0) 가운데 한 점만 보았습니다. 다른 점의 가중치는 다릅니다.",
            ),
            Wrong(
                [high / 10, low / 10],
                cause="larger_first",
                en="The two numbers are right, but the smaller has to come first.",
                ko="두 수는 맞지만 작은 것을 먼저 써야 합니다.",
            ),
        ],
    )


def update(rng: np.random.Generator) -> Drawn:
    """One correction by the perceptron rule; sometimes the answer was right and nothing changes."""
    while True:
        w, b = rng.choice([-8, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 8], 2) / 10, float(rng.choice([-7, -5, -3, -1, 1, 3, 5, 7])) / 10
        x, lr = rng.choice([-3, -2, -1, 1, 2, 3, 4], 2), float(rng.choice([0.1, 0.2, 0.5]))
        s = round(float(w @ x) + b, 1)
        if 0.2 <= abs(s) <= 3 and s not in (-1, 1, 2):  # with these the sum in place of the answer leads to another of the answers below
            break
    guess = int(s > 0)
    y = guess if rng.random() < 0.25 else 1 - guess
    wrong = [
        Wrong(
            _corrected(w, b, x, lr * (y - s)),
            cause="sum_for_the_answer",
            en="You subtracted the sum s from the label. The rule has the answer ŷ there, which is 0 or 1.",
            ko="레이블에서 합 s를 뺐습니다. 그 자리에는 0 또는 1인 출력 ŷ이 들어갑니다.",
        )
    ]
    if y == guess:
        wrong.append(
            Wrong(
                _corrected(w, b, x, lr * (2 * y - 1)),
                cause="corrected_though_right",
                en="The answer was right, y − ŷ is 0, and nothing changes.",
                ko="출력이 맞았으므로 y − ŷ은 0이고 아무것도 바뀌지 않습니다.",
            )
        )
    else:
        wrong += [
            Wrong(
                _corrected(w, b, x, -lr * (y - guess)),
                cause="sign",
                en="You moved the wrong way: the factor is the label minus the answer, y − ŷ.",
                ko="반대 방향으로 고쳤습니다. 곱하는 것은 레이블에서 출력을 뺀 y − ŷ입니다.",
            ),
            Wrong(
                [*_corrected(w, b, x, lr * (y - guess))[:2], b],
                cause="bias_kept",
                en="You left the bias as it was. It is corrected, too, like the weight of an input that is always 1.",
                ko="편향을 그대로 두었습니다. 편향도 항상 1인 입력의 가중치처럼 고칩니다.",
            ),
            Wrong(
                _corrected(w, b, x, y - guess),
                cause="no_learning_rate",
                en=f"You left out the learning rate: the correction is only {lr:g} times the inputs.",
                ko=f"학습률을 빠뜨렸습니다. 입력에 {lr:g}만 곱하여 고칩니다.",
            ),
        ]
    return Drawn(
        {"w": w, "b": b, "x": x, "y": y, "lr": lr, "s": s, "guess": guess, "difference": y - guess},
        _corrected(w, b, x, lr * (y - guess)),
        wrong,
    )


def _corrected(w: np.ndarray, b: float, x: np.ndarray, factor: float) -> list[float]:
    return [round(float(each), 6) for each in (*(w + factor * x), b + factor)]


def epoch(rng: np.random.Generator) -> Drawn:
    """A whole epoch from zeros, in an order and with labels for which the common slips lead elsewhere."""
    lr = float(rng.choice([0.25, 0.5, 1, 2]))
    while True:
        x, y = CORNERS[rng.permutation(4)], rng.integers(0, 2, 4)
        sums, trace = _learnt(x, y, lr)
        right, at_zero, unbiased = trace[-1], _learnt(x, y, lr, fires_at_zero=True)[1][-1], _learnt(x, y, lr, bias=0)[1][-1]
        at_the_end = [*(lr * y @ x).tolist(), lr * float(y.sum())]  # where every answer is still that of the zeros
        answers = [right, at_zero, unbiased, at_the_end]
        if len({tuple(each) for each in trace}) >= 3 and all(one != other for i, one in enumerate(answers) for other in answers[:i]):
            break
    lines = (f"- x = ({first}, {second}), y = {label}" for (first, second), label in zip(x, y, strict=True))
    return Drawn(
        {"lr": lr, "samples": "\n".join(lines), "sums": sums, "guesses": [int(s > 0) for s in sums], "trace": trace},
        right,
        [
            Wrong(
                at_zero,
                cause="fires_at_zero",
                en="You let the perceptron fire where the sum is exactly 0, as it is at the start. It fires only above 0.",
                ko="처음처럼 합이 정확히 0일 때도 발화한다고 보았습니다. 합이 0보다 커야 발화합니다.",
            ),
            Wrong(
                unbiased,
                cause="bias_kept",
                en="You left the bias at 0. It is corrected with the weights, and every later sum contains it.",
                ko="편향을 0으로 두었습니다. 편향도 가중치와 함께 고치며, 그 뒤의 모든 합에 들어갑니다.",
            ),
            Wrong(
                at_the_end,
                cause="corrected_at_the_end",
                en="You judged all samples by the weights of the start. Each correction counts for the samples after it.",
                ko="모든 샘플을 처음의 가중치로 판단했습니다. 한 번 고치면 그 뒤의 샘플은 바뀐 가중치로 판단합니다.",
            ),
        ],
    )


def _learnt(
    x: np.ndarray, y: np.ndarray, lr: float, *, fires_at_zero: bool = False, bias: int = 1
) -> tuple[list[float], list[list[float]]]:
    """The sums at their turn, and [w1, w2, b] after each sample. bias: the input that the bias is the weight of."""
    u, sums, trace = np.zeros(3), [], []
    for (first, second), label in zip(x, y, strict=True):
        inputs = np.array([first, second, bias])
        s = float(u @ inputs)
        u = u + lr * (label - int(s > 0 or (fires_at_zero and s == 0))) * inputs
        sums.append(s)
        trace.append(u.tolist())
    return sums, trace


def separable(rng: np.random.Generator) -> Drawn:
    """XOR and XNOR among three labellings that have a line: one of a single label, one of three to one, one of two to two."""
    every = list(product((0, 1), repeat=4))
    crossed = {"xor": (0, 1, 1, 0), "xnor": (1, 0, 0, 1)}
    sides = [each for each in every if sum(each) == 2 and each not in crossed.values()]
    corners = [each for each in every if sum(each) in (1, 3)]
    chosen = crossed | {
        "constant": [(0, 0, 0, 0), (1, 1, 1, 1)][int(rng.integers(2))],
        "corner": corners[int(rng.integers(8))],
        "side": sides[int(rng.integers(4))],
    }
    right = ["constant", "corner", "side"]
    return Drawn(
        {"count": len(right)},
        right,
        [
            Wrong(
                [*right, "xnor"],
                cause="xnor_taken_for_separable",
                en="XNOR is XOR with the outputs turned round. A line for one would be a line for the other, and there is none.",
                ko="XNOR는 XOR의 출력을 뒤집은 것입니다. 한쪽에 직선이 있으면 다른 쪽에도 있을 텐데, 그런 직선은 없습니다.",
            ),
            Wrong(
                ["corner", "side"],
                cause="constant_left_out",
                en="If all four outputs are equal, a line that passes beside the square does it: weights of 0 and a bias of either sign.",
                ko="네 출력이 모두 같으면 정사각형을 비켜 가는 직선이면 됩니다. 가중치를 0으로, 편향을 알맞은 부호로 두면 됩니다.",
            ),
            Wrong(
                ["constant", "corner"],
                cause="side_left_out",
                en=f"The outputs {_listed(np.array(chosen['side']))} depend on one input alone: a line parallel to a side does it.",
                ko=f"출력 {_listed(np.array(chosen['side']))}은 한 입력에만 달려 있습니다. 정사각형의 변과 나란한 직선이면 됩니다.",
            ),
        ],
        options={name: _listed(np.array(labels)) for name, labels in chosen.items()},
    )


def compose(rng: np.random.Generator) -> Drawn:
    """XOR or XNOR from three gates, one of which is asked; no other of the four would do."""
    target, outer, given, asked = [
        ("XOR", "AND", "OR", "NAND"), ("XOR", "AND", "NAND", "OR"), ("XOR", "NOR", "AND", "NOR"), ("XOR", "NOR", "NOR", "AND"),
        ("XNOR", "OR", "AND", "NOR"), ("XNOR", "OR", "NOR", "AND"), ("XNOR", "NAND", "OR", "NAND"), ("XNOR", "NAND", "NAND", "OR"),
    ][int(rng.integers(8))]  # fmt: skip
    meaning = Text("the inputs differ", "두 입력이 다를 때") if target == "XOR" else Text("the inputs are equal", "두 입력이 같을 때")
    table = _joined(outer, given, asked)
    wrong = [
        Wrong(
            _written(gate),
            cause=f"{gate.lower()}_for_{asked.lower()}",
            en=f"With {gate} in its place the four outputs are {_joined(outer, given, gate)}; they should be {table}.",
            ko=f"그 자리에 {gate}를 두면 네 출력이 {_joined(outer, given, gate)}입니다. {table}이어야 합니다.",
        )
        for gate in ("AND", "OR", "NAND", "NOR")
        if gate != asked
    ]
    words = {"target": target, "outer": outer, "given": given, "meaning": meaning, "table": table}
    return Drawn(words | {"first": list(GATES[given]), "second": list(GATES[asked])}, _written(asked), wrong)


def _joined(outer: str, first: str, second: str) -> list[int]:
    return [GATES[outer][2 * one + other] for one, other in zip(GATES[first], GATES[second], strict=True)]


def _written(gate: str) -> list[str]:
    """All the ways to name a gate."""
    others = {"AND": ["논리곱"], "OR": ["논리합"], "NAND": ["NOT AND", "부정 논리곱"], "NOR": ["NOT OR", "부정 논리합"]}
    return [gate, f"{gate} gate", f"{gate} 게이트", f"G = {gate}", *others[gate]]


def hidden(rng: np.random.Generator) -> Drawn:
    """A layer of two step units for three points, one of them exactly on a line; the bias first, as in the course."""
    while True:
        weights, biases = rng.choice([-2, -1, 1, 2], (2, 2)), rng.choice([-3, -2, -1, 1, 2, 3], 2)
        X = rng.integers(-2, 4, (3, 2))
        sums = X @ weights.T + biases
        last = X @ np.column_stack([biases, weights[:, 0]]).T + weights[:, 1]  # the rows read as w1, w2, bias
        answers = [_step(sums > 0), _step(sums >= 0), _step(last > 0), _step(X @ weights.T > 0), (sums > 0).astype(int)]
        unlike = all((one != other).any() for i, one in enumerate(answers) for other in answers[:i])
        if unlike and (sums == 0).sum() == 1 and len({tuple(row) for row in X.tolist()}) == 3 and abs(answers[0].sum()) < 6:
            break
    right, at_zero, bias_last, unbiased, bits = answers
    return Drawn(
        {"U": np.column_stack([biases, weights]), "X": X, "sums": sums},
        right,
        [
            Wrong(
                at_zero,
                cause="fires_at_zero",
                en="One of the sums is exactly 0, and there the step answers −1.",
                ko="합 하나가 정확히 0이며, 그때 계단 함수의 값은 −1입니다.",
            ),
            Wrong(
                bias_last,
                cause="bias_last",
                en="You took the last number of a row for its bias. Here the bias stands first.",
                ko="행의 마지막 수를 편향으로 보았습니다. 여기서는 편향이 맨 앞에 있습니다.",
            ),
            Wrong(
                unbiased,
                cause="no_bias",
                en="You left out the biases, the first numbers of the rows of U.",
                ko="U의 각 행 맨 앞에 있는 편향을 빠뜨렸습니다.",
            ),
            Wrong(
                bits,
                cause="zero_and_one",
                en="The step answers +1 or −1 here; you wrote 0 where it should be −1.",
                ko="여기서 계단 함수의 값은 +1 또는 −1입니다. −1이어야 할 곳에 0을 썼습니다.",
            ),
        ],
    )


def _step(fires: np.ndarray) -> np.ndarray:
    return np.where(fires, 1, -1)
