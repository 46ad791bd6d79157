"""The figures of the quiz on activation functions and their derivatives, drawn for each student."""

from collections.abc import Sequence

import numpy as np

from gradekit.quiz import Drawn, Text, Wrong

# Each function with its formula: a student need not know which variant is meant.
FUNCTIONS = {
    "step": Text("step: +1 if s > 0, else −1", "계단 함수: s > 0이면 +1, 아니면 −1"),
    "sigmoid": Text("sigmoid: 1 / (1 + e^(−s))", "시그모이드: 1 / (1 + e^(−s))"),
    "tanh": Text("tanh (the usual one): 2 / (1 + e^(−2s)) − 1", "tanh(보통의 것): 2 / (1 + e^(−2s)) − 1"),
    "relu": Text("ReLU: max(0, s)", "ReLU: max(0, s)"),
    "leaky": Text("leaky ReLU: s if s > 0, else 0.01 s", "Leaky ReLU: s > 0이면 s, 아니면 0.01 s"),
    "elu": Text("ELU: s if s > 0, else e^s − 1", "ELU: s > 0이면 s, 아니면 e^s − 1"),
    "softplus": Text("softplus: log(1 + e^s), with the natural logarithm", "소프트플러스: log(1 + e^s), log는 자연로그"),
    "swish": Text("swish: s / (1 + e^(−s))", "스위시: s / (1 + e^(−s))"),
}


def _values(s: float) -> dict[str, float]:
    """What each of the functions makes of one sum."""
    return {
        "step": 1.0 if s > 0 else -1.0,
        "sigmoid": _sigmoid(s),
        "tanh": float(np.tanh(s)),
        "relu": max(0.0, s),
        "leaky": s if s > 0 else 0.01 * s,
        "elu": s if s > 0 else float(np.exp(s)) - 1,
        "softplus": float(np.log1p(np.exp(s))),
        "swish": s * _sigmoid(s),
    }


def _sigmoid(s: float) -> float:
    return float(1 / (1 + np.exp(-s)))


def _apart(values: Sequence[float], gap: float) -> bool:
    """Whether no two are nearer than gap, so that no rounding makes one the other."""
    return bool(np.diff(np.sort(values)).min() >= gap)


def sigmoid_neuron(rng: np.random.Generator) -> Drawn:
    """The sigmoid of a small sum, in tenths."""
    while True:
        w, x, b = rng.integers(-9, 10, 2) / 10, rng.integers(1, 5, 2), int(rng.integers(-9, 10)) / 10
        unbiased = round(float(w @ x), 1)
        s = round(unbiased + b, 1)
        answers = [_sigmoid(s), _sigmoid(unbiased), _sigmoid(-s), float(np.tanh(s)), s]
        if 0.3 <= abs(s) <= 2.5 and w.all() and _apart(answers, 0.02):
            break
    return Drawn(
        {"w": w, "b": b, "x": x, "s": s},
        answers[0],
        [
            Wrong(
                answers[1],
                cause="no_bias",
                en="You left out the bias: the sum is w · x + b.",
                ko="편향을 빠뜨렸습니다. 합은 w · x + b입니다.",
            ),
            Wrong(
                answers[2],
                cause="sign_of_the_exponent",
                en="The sign of the exponent is wrong: it is e^(−s), so that a larger sum gives a larger output.",
                ko="지수의 부호가 틀렸습니다. e^(−s)이므로 합이 클수록 출력도 큽니다.",
            ),
            Wrong(
                answers[3],
                cause="tanh",
                en="That is the hyperbolic tangent of the sum. The sigmoid lies between 0 and 1.",
                ko="합의 쌍곡탄젠트입니다. 시그모이드의 값은 0과 1 사이에 있습니다.",
            ),
            Wrong(
                s,
                cause="not_activated",
                en="That is the sum. The output is the sigmoid of it.",
                ko="합을 그대로 답했습니다. 출력은 합의 시그모이드입니다.",
            ),
        ],
    )


def course_tanh(rng: np.random.Generator) -> Drawn:
    """The course's formula with a slope other than 2, where it is not the usual hyperbolic tangent of s."""
    while True:
        beta, s = float(rng.choice([0.5, 1, 1.5, 3, 4])), int(rng.integers(-24, 25)) / 10
        right = float(np.tanh(beta * s / 2))
        answers = [right, float(np.tanh(s)), _sigmoid(beta * s), -right]
        if 0.2 <= abs(right) <= 0.93 and _apart(answers, 0.02):
            break
    return Drawn(
        {"beta": beta, "s": s, "product": beta * s, "half": beta * s / 2},
        right,
        [
            Wrong(
                answers[1],
                cause="usual_tanh",
                en=f"That is tanh(s), which is the formula with β = 2. With β = {beta:g} it is tanh({beta / 2:g} s).",
                ko=f"β = 2일 때의 값인 tanh(s)입니다. β = {beta:g}이면 식은 tanh({beta / 2:g} s)와 같습니다.",
            ),
            Wrong(
                answers[2],
                cause="sigmoid",
                en="That is the sigmoid of βs. It has to be stretched and shifted: twice as much, minus 1.",
                ko="βs의 시그모이드입니다. 그 값을 두 배 하고 1을 빼야 합니다.",
            ),
            Wrong(
                answers[3],
                cause="sign_of_the_exponent",
                en="The sign of the exponent is wrong: it is e^(−βs), and the result has the sign of s.",
                ko="지수의 부호가 틀렸습니다. e^(−βs)이며, 결과의 부호는 s의 부호와 같습니다.",
            ),
        ],
    )


def leaky_and_elu(rng: np.random.Generator) -> Drawn:
    """Two negative sums and a positive one through leaky ReLU and ELU, whose two parameters are unlike."""
    low, high = rng.integers(-25, -14, 1), rng.integers(-12, -2, 1)
    s = rng.permutation(np.concatenate([low, high, rng.integers(3, 31, 1)])) / 10
    leak, alpha = float(rng.choice([0.02, 0.05, 0.1, 0.2])), float(rng.choice([0.5, 1.5, 2]))
    negative, bent = s < 0, np.exp(s) - 1
    leaky, elu = np.where(negative, leak * s, s), np.where(negative, alpha * bent, s)
    return Drawn(
        {"s": s, "leak": leak, "alpha": alpha},
        np.array([leaky, elu]),
        [
            Wrong(
                np.array([leaky, np.where(negative, alpha * (bent + 1), s)]),
                cause="elu_without_minus_one",
                en="Your ELU lacks the −1: for negative sums it is α (e^s − 1), so it is negative there and meets 0 at s = 0.",
                ko="ELU에서 −1을 빠뜨렸습니다. 합이 음수이면 α (e^s − 1)이므로 출력도 음수이고 s = 0에서 0으로 이어집니다.",
            ),
            Wrong(
                np.array([leaky, np.where(negative, alpha * (bent + 1) - 1, s)]),
                cause="elu_without_brackets",
                en="In ELU the factor α belongs to the whole bracket: α (e^s − 1), not α e^s − 1.",
                ko="ELU에서 α는 괄호 전체에 곱합니다. α e^s − 1이 아니라 α (e^s − 1)입니다.",
            ),
            Wrong(
                np.array([leak * s, alpha * bent]),
                cause="positive_sums_changed",
                en="You changed the positive sum as well. Both functions pass it on as it is; α is for negative sums only.",
                ko="양수인 합도 바꾸었습니다. 두 함수 모두 양수는 그대로 내보내며, α는 음수인 합에만 쓰입니다.",
            ),
            Wrong(
                np.array([np.maximum(s, 0), np.maximum(s, 0)]),
                cause="relu",
                en="That is ReLU. Both of its successors let negative sums through, weakened.",
                ko="ReLU의 값입니다. Leaky ReLU와 ELU는 음수인 합도 줄여서 내보냅니다.",
            ),
            Wrong(
                np.array([elu, leaky]),
                cause="rows_exchanged",
                en="Your rows are in the other order: leaky ReLU first, then ELU.",
                ko="두 행의 순서가 바뀌었습니다. Leaky ReLU가 먼저이고 ELU가 다음입니다.",
            ),
            Wrong(
                np.column_stack([leaky, elu]),
                cause="a_row_for_each_sum",
                en="You wrote a row for each sum. Asked are two rows, one for each function.",
                ko="합마다 한 행씩 썼습니다. 함수마다 한 행씩, 두 행으로 써야 합니다.",
            ),
        ],
    )


def maxout(rng: np.random.Generator) -> Drawn:
    """Three pieces at two inputs; at one of the inputs all pieces are negative, which maxout, unlike ReLU, lets pass."""
    while True:
        W, b, X = rng.integers(-3, 4, (3, 2)), rng.choice([-3, -2, -1, 1, 2, 3], 3), rng.integers(-3, 5, (2, 2))
        pieces = X @ W.T + b
        right, unbiased, added = pieces.max(axis=1), (X @ W.T).max(axis=1), pieces.sum(axis=1)
        farthest = np.take_along_axis(pieces, np.abs(pieces).argmax(axis=1)[:, None], axis=1)[:, 0]
        answers = [right, np.maximum(right, 0), unbiased, added, farthest]
        unlike = all((one != other).any() for i, one in enumerate(answers) for other in answers[:i])
        if unlike and right.min() < 0 < right.max() and np.abs(pieces).max() <= 12 and all(len(set(row)) == 3 for row in pieces.tolist()):
            break
    return Drawn(
        {"W": W, "b": b, "X": X, "first": pieces[0], "second": pieces[1]},
        right,
        [
            Wrong(
                answers[1],
                cause="cut_off_at_zero",
                en="You put 0 for a negative output. Maxout passes on the largest piece, whatever its sign.",
                ko="음수인 출력을 0으로 바꾸었습니다. 맥스아웃은 부호와 상관없이 가장 큰 일차식의 값을 내보냅니다.",
            ),
            Wrong(
                unbiased,
                cause="no_biases",
                en="You left out the biases. Each piece has one, and it counts before the largest is chosen.",
                ko="편향을 빠뜨렸습니다. 일차식마다 편향이 있으며, 가장 큰 것을 고르기 전에 더해야 합니다.",
            ),
            Wrong(
                added,
                cause="pieces_added",
                en="You added the pieces up. Only the largest of them counts.",
                ko="일차식의 값을 모두 더했습니다. 가장 큰 것만 내보냅니다.",
            ),
            Wrong(
                farthest,
                cause="largest_magnitude",
                en="You took the piece farthest from 0. The largest is meant, and every positive number is larger than a negative one.",
                ko="0에서 가장 먼 값을 골랐습니다. 가장 큰 값을 골라야 하며, 양수는 어떤 음수보다도 큽니다.",
            ),
            Wrong(
                pieces.max(axis=0),
                cause="over_the_inputs",
                en="You compared the inputs with each other. The largest piece is taken for each input on its own.",
                ko="입력끼리 비교했습니다. 입력마다 따로, 세 일차식 가운데 가장 큰 것을 골라야 합니다.",
            ),
        ],
    )


def below_zero(rng: np.random.Generator) -> Drawn:
    """Three functions that can be negative, swish among them, and two that cannot."""
    right = ["swish", *(str(each) for each in rng.choice(["step", "tanh", "leaky", "elu"], 2, replace=False))]
    never = [str(each) for each in rng.choice(["sigmoid", "relu", "softplus"], 2, replace=False)]
    reasons = {
        "sigmoid": ("The sigmoid is never negative: 1 divided by a positive number is positive.",
                    "시그모이드의 값은 음수가 되지 않습니다. 1을 양수로 나눈 값은 양수입니다."),
        "relu": ("For negative sums ReLU is exactly 0, and 0 is not negative.", "합이 음수이면 ReLU는 0이고, 0은 음수가 아닙니다."),
        "softplus": ("Softplus is never negative: 1 + e^s is above 1, so its logarithm is above 0.",
                     "소프트플러스의 값은 음수가 되지 않습니다. 1 + e^s은 1보다 크므로 그 로그는 0보다 큽니다."),
    }  # fmt: skip
    wrong = [Wrong([*right, each], cause=f"{each}_below_zero", en=reasons[each][0], ko=reasons[each][1]) for each in never]
    wrong.append(
        Wrong(
            right[1:],
            cause="swish_left_out",
            en="Swish is s times a positive number, so it has the sign of s: it dips below 0 before it rises.",
            ko="스위시는 s에 양수를 곱한 것이므로 부호가 s와 같습니다. 0보다 조금 내려갔다가 올라갑니다.",
        )
    )
    return Drawn({"count": len(right)}, right, wrong, options={each: FUNCTIONS[each] for each in (*right, *never)})


def by_size(rng: np.random.Generator) -> Drawn:
    """Four functions in the order of their values, which are well apart."""
    while True:
        s = float(rng.choice([-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2]))
        names = [str(each) for each in rng.choice(["step", "sigmoid", "tanh", "relu", "softplus", "swish"], 4, replace=False)]
        values, turned = _values(s), _values(-s)
        right = sorted(names, key=values.__getitem__)
        mirrored = sorted(names, key=turned.__getitem__)
        if _apart([values[each] for each in names], 0.06) and _apart([turned[each] for each in names], 0.01) and mirrored != right:
            break
    wrong = [
        Wrong(
            right[::-1],
            cause="largest_first",
            en="You began with the largest output; the smallest comes first.",
            ko="가장 큰 출력부터 놓았습니다. 가장 작은 것이 먼저입니다.",
        )
    ]
    if mirrored != right[::-1]:
        wrong.append(
            Wrong(
                mirrored,
                cause="sign_of_the_sum",
                en=f"That is the order for s = {-s:g}. Mind the sign of the sum.",
                ko=f"s = {-s:g}일 때의 순서입니다. 합의 부호에 주의하십시오.",
            )
        )
    shown = [f"{values[each]:.3f}".rstrip("0").rstrip(".") for each in right]
    return Drawn({"s": s, "values": [float(each) for each in shown]}, right, wrong, options={each: FUNCTIONS[each] for each in names})


def slopes_from_outputs(rng: np.random.Generator) -> Drawn:
    """The slopes of sigmoid and tanh from their outputs alone, as backpropagation has them."""
    a = int(rng.choice([1, 2, 3, 4, 6, 7, 8, 9]))
    t = int(rng.choice([each for each in (-9, -8, -7, -6, -4, -3, 3, 4, 6, 7, 8, 9) if abs(each) != a]))
    a, t = a / 10, t / 10
    return Drawn(
        {"a": a, "t": t},
        [a * (1 - a), 1 - t * t],
        [
            Wrong(
                [_sigmoid(a) * (1 - _sigmoid(a)), 1 - float(np.tanh(t)) ** 2],
                cause="outputs_taken_for_sums",
                en="You applied the functions once more. The given numbers are the outputs already; the formulas need just them.",
                ko="함수를 한 번 더 적용했습니다. 주어진 수가 이미 출력이므로 식에 그대로 넣으면 됩니다.",
            ),
            Wrong(
                [1 - a * a, t * (1 - t)],
                cause="formulas_exchanged",
                en="You took each formula for the other function: the sigmoid has a (1 − a), tanh has 1 − t².",
                ko="두 식을 서로 바꾸어 썼습니다. 시그모이드는 a (1 − a), tanh는 1 − t²입니다.",
            ),
            Wrong(
                [a * (1 - a), 1 - t],
                cause="no_square",
                en="You left out the square: the slope of tanh is 1 − t².",
                ko="제곱을 빠뜨렸습니다. tanh의 기울기는 1 − t²입니다.",
            ),
            Wrong(
                [1 - t * t, a * (1 - a)],
                cause="order",
                en="Both are right, but the sigmoid neuron comes first.",
                ko="두 값은 맞지만 시그모이드 뉴런의 것을 먼저 써야 합니다.",
            ),
        ],
    )


def steepest(rng: np.random.Generator) -> Drawn:
    """Which slope is left for a negative sum: near 0 that of tanh, farther out that of the sigmoid, far out only leaky ReLU's."""
    near, middle, far = [-0.3, -0.5, -0.8, -1.0], [-2.0, -2.5, -3.0, -3.5], [-6.0, -6.5, -7.0, -8.0]
    s, alpha = float(rng.choice([near, middle, far][int(rng.integers(3))])), float(rng.choice([0.01, 0.02]))
    slopes = {"sigmoid": _sigmoid(s) * (1 - _sigmoid(s)), "tanh": 1 - float(np.tanh(s)) ** 2, "relu": 0.0, "leaky": alpha}
    right = max(slopes, key=slopes.__getitem__)
    reasons = {
        "sigmoid": (
            f"At s = {s:g} the slope of the sigmoid is only about {_small(slopes['sigmoid'])}, and it is never above 0.25.",
            f"s = {s:g}에서 시그모이드의 기울기는 약 {_small(slopes['sigmoid'])}이며, 어디서도 0.25보다 크지 않습니다.",
        ),
        "tanh": (
            f"tanh is the steepest near 0, but it saturates early: at s = {s:g} its slope is only about {_small(slopes['tanh'])}.",
            f"tanh는 0 근처에서 가장 가파르지만 일찍 포화됩니다. s = {s:g}에서 기울기는 약 {_small(slopes['tanh'])}입니다.",
        ),
        "relu": (
            "ReLU has the slope 1 for positive sums only. Here the sum is negative, and the slope is 0.",
            "ReLU의 기울기는 합이 양수일 때만 1입니다. 여기서는 합이 음수이므로 기울기가 0입니다.",
        ),
        "leaky": (
            f"The slope of leaky ReLU is {alpha:g} for every negative sum. That is more than 0, but at s = {s:g} another is still steeper.",
            f"Leaky ReLU의 기울기는 합이 음수이면 언제나 {alpha:g}입니다. 0보다는 크지만 s = {s:g}에서 더 가파른 함수가 있습니다.",
        ),
    }
    causes = {"sigmoid": "sigmoid_is_flatter", "tanh": "tanh_is_flatter", "relu": "relu_is_flat", "leaky": "leaky_is_flatter"}
    return Drawn(
        {"s": s, "alpha": alpha, "sigmoid": _small(slopes["sigmoid"]), "tanh": _small(slopes["tanh"])},
        right,
        [Wrong(each, cause=causes[each], en=reasons[each][0], ko=reasons[each][1]) for each in slopes if each != right],
    )


def _small(slope: float) -> str:
    """Two significant digits, without an exponent."""
    return f"{slope:.{1 - int(np.floor(np.log10(slope)))}f}"


def chain(rng: np.random.Generator) -> Drawn:
    """The derivative through a chain of sigmoids at their steepest."""
    while True:
        k, w = int(rng.integers(2, 5)), float(rng.choice([0.4, 0.8, 1.2, 1.6, 2, 2.4, 3]))
        right, unweighted, outputs, added = (0.25 * w) ** k, 0.25**k, (0.5 * w) ** k, k * 0.25 * w
        if _apart(np.log([right, unweighted, outputs, added]).tolist(), 0.05):
            break
    return Drawn(
        {"k": k, "w": w, "factor": 0.25 * w},
        right,
        [
            Wrong(
                unweighted,
                cause="no_weights",
                en="You left out the weights: each neuron contributes its slope times its weight.",
                ko="가중치를 빠뜨렸습니다. 뉴런마다 기울기에 가중치를 곱해야 합니다.",
            ),
            Wrong(
                outputs,
                cause="outputs_for_slopes",
                en="At 0 the sigmoid has the value 0.5, but the slope 0.5 · (1 − 0.5) = 0.25. The chain rule needs the slope.",
                ko="0에서 시그모이드의 값은 0.5이지만 기울기는 0.5 · (1 − 0.5) = 0.25입니다. 연쇄 법칙에는 기울기를 씁니다.",
            ),
            Wrong(
                added,
                cause="added",
                en="You added the neurons' contributions. Along a chain they are multiplied.",
                ko="뉴런마다 구한 값을 더했습니다. 한 줄로 이어져 있으면 곱해야 합니다.",
            ),
        ],
    )


def central(rng: np.random.Generator) -> Drawn:
    """The central difference of a cubic with a large step, where it differs from its relatives and from the derivative."""
    while True:
        z, c, eps = int(rng.choice([-3, -2, -1, 1, 2, 3])), int(rng.choice([-2, -1, 1, 2, 3])), float(rng.choice([0.2, 0.5, 1]))
        at, above, below = (each**3 + c * each for each in (z, z + eps, z - eps))
        answers = [(above - below) / (2 * eps), (above - at) / eps, (at - below) / eps, (above - below) / eps, 3.0 * z * z + c]
        if _apart(answers, 0.03):
            break
    words = {
        "f": f"z³ {'+' if c > 0 else '−'} {'' if abs(c) == 1 else abs(c)}z",
        "z": z,
        "eps": eps,
        "both": 2 * eps,
        "true": 3 * z * z + c,
    }
    return Drawn(
        words | {"above": z + eps, "below": z - eps, "f_above": above, "f_below": below},
        answers[0],
        [
            Wrong(
                answers[1],
                cause="forward",
                en="That is the forward difference. The central one goes a step to both sides of z.",
                ko="전방 차분입니다. 중앙 차분은 z의 양쪽으로 한 걸음씩 갑니다.",
            ),
            Wrong(
                answers[2],
                cause="backward",
                en="That is the backward difference. The central one goes a step to both sides of z.",
                ko="후방 차분입니다. 중앙 차분은 z의 양쪽으로 한 걸음씩 갑니다.",
            ),
            Wrong(
                answers[3],
                cause="divided_by_one_step",
                en="You divided by ε. The two points are 2ε apart.",
                ko="ε으로 나누었습니다. 두 점 사이의 거리는 2ε입니다.",
            ),
            Wrong(
                answers[4],
                cause="true_derivative",
                en="That is the derivative itself. The central difference with so large a step is only near it.",
                ko="미분값 자체입니다. 걸음이 이렇게 크면 중앙 차분은 그 근삿값일 뿐입니다.",
            ),
        ],
    )


def gradient_check(rng: np.random.Generator) -> Drawn:
    """Three elements: one right, one large and nearly right, and one small that is quite wrong, in any order."""
    off, small = [
        (0.2, (0.07, 0.03)),
        (0.2, (0.03, 0.01)),
        (0.4, (0.06, 0.04)),
        (0.4, (0.01, 0.04)),
        (0.5, (0.02, 0.05)),
        (0.5, (-0.02, 0.03)),
    ][int(rng.integers(6))]
    exact, large = int(rng.integers(11, 40)) / 10, int(rng.integers(5, 10))
    a, n = np.array([(exact, exact), (large + off, large), small])[rng.permutation(3)].T
    errors = np.abs(a - n) / (np.abs(a) + np.abs(n))
    return Drawn(
        {"a": a, "n": n, "errors": [round(float(each), 3) for each in errors]},
        float(errors.max()),
        [
            Wrong(
                float(errors.mean()),
                cause="mean",
                en="That is the mean of the relative errors. One wrong derivative must not hide behind right ones: the largest counts.",
                ko="상대 오차의 평균입니다. 틀린 미분값 하나가 맞는 값들 뒤에 숨으면 안 되므로 가장 큰 값을 봅니다.",
            ),
            Wrong(
                float(errors[np.abs(a - n).argmax()]),
                cause="largest_difference",
                en="You took the element with the largest difference, which is small beside its numbers. The relative error counts.",
                ko="차가 가장 큰 원소를 골랐습니다. 그 차는 수의 크기에 견주면 작습니다. 상대 오차로 골라야 합니다.",
            ),
            Wrong(
                float(np.abs(a - n).max()),
                cause="absolute",
                en="That is the largest difference itself. It has to be divided by |a| + |n|.",
                ko="가장 큰 차 자체입니다. |a| + |n|으로 나누어야 합니다.",
            ),
        ],
    )
