"""Hidden suite of perceptron_rule: the decision, one step of learning, and learning to the end.

Whole runs are compared only where data and learning rate are exact in binary, multiples of 1/8 and powers of 2: then every way to add
up takes the same path. Of runs with the default rate 0.1 the suite asks what holds however sums are rounded. No other random sum lies
within 0.01 of 0.
"""

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_same, assert_scalar, assert_shape, assert_true, assert_unchanged, hint, points

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TABLES = {"AND": (0, 0, 0, 1), "NAND": (1, 1, 1, 0), "OR": (0, 1, 1, 1), "XOR": (0, 1, 1, 0)}
SINGLE = ("AND", "NAND", "OR")


def labels(name: str) -> np.ndarray:
    return np.array(TABLES[name])


def batch(rng, n: int, d: int) -> tuple[np.ndarray, np.ndarray, float]:
    """Random X (n, d), w (d,), b with every sum at least 0.01 from 0; for n > 3 both outputs occur."""
    while True:
        X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), float(rng.normal())
        s = X @ w + b
        if np.abs(s).min(initial=1.0) >= 0.01 and (n <= 3 or 0 < (s > 0).mean() < 1):
            return X, w, b


def separable(rng, n: int, d: int) -> tuple[np.ndarray, np.ndarray]:
    """X (n, d) of multiples of 1/8 and labels that one plane separates with room to spare; both labels occur."""
    while True:
        X = rng.integers(-32, 33, (n, d)) / 8
        s = X @ rng.normal(size=d) + rng.normal()
        if np.abs(s).min() > 0.3 and 0 < (s > 0).sum() < n:
            return X, (s > 0).astype(int)


def two(answer, what: str):
    """answer as its two parts; a Mismatch where it has not two."""
    fits = isinstance(answer, list | tuple) and len(answer) == 2
    assert_true(fits, Text(f"{what} should return two things, w and b", f"{what}은(는) w와 b 두 가지를 반환해야 합니다"))
    return answer


def three(answer, what: str):
    """answer as w, b and the errors; a Mismatch where it has not three parts."""
    fits = isinstance(answer, list | tuple) and len(answer) == 3
    assert_true(
        fits,
        Text(f"{what} should return three things: w, b and the errors", f"{what}은(는) w, b, 에포크별 오류 수 세 가지를 반환해야 합니다"),
    )
    return answer


def same_step(answer, expected, what: str) -> None:
    w, b = two(answer, what)
    assert_close(w, expected[0], what=f"{what}: w", atol=1e-9, rtol=1e-7)
    assert_close(b, expected[1], what=f"{what}: b", atol=1e-9, rtol=1e-7)


def same_run(answer, expected, what: str) -> None:
    """The errors first: where they part, the weights have parted too, and the epoch says more."""
    w, b, errors = three(answer, what)
    assert_same(errors, expected[2], what=f"{what}: errors")
    assert_close(w, expected[0], what=f"{what}: w", atol=1e-9, rtol=1e-7)
    assert_close(b, expected[1], what=f"{what}: b", atol=1e-9, rtol=1e-7)


def draw(evidence, name: str, answer) -> None:
    """The line that was learned, where the answer can be drawn; it never fails a test."""
    try:
        (w1, w2), b = map(float, answer[0]), float(answer[1])
    except (TypeError, ValueError, IndexError):
        return
    if np.isfinite([w1, w2, b]).all():
        drawn = [
            {"x1": float(x1), "x2": float(x2), "target": target, "got": int(w1 * x1 + w2 * x2 + b > 0)}
            for (x1, x2), target in zip(CORNERS, TABLES[name], strict=True)
        ]
        evidence("decision_lines", gates=[{"label": name, "w1": w1, "w2": w2, "b": b, "points": drawn}])


# --- predict ---------------------------------------------------------------------------------------------------------


@points(3)
@hint(
    en="One answer for each row: 1 where w·x + b is above 0, else 0.",
    ko="행마다 답이 하나씩 나옵니다. w·x + b가 0보다 크면 1, 아니면 0입니다.",
)
def test_predict_the_gates(submission):
    for w, b, name in (((0.5, 0.5), -0.7, "AND"), ((-0.5, -0.5), 0.7, "NAND"), ((0.6, 0.6), -0.5, "OR")):
        assert_same(submission.predict(CORNERS, np.array(w), b), TABLES[name], what=f"predict(X, {w}, {b})")


@points(1)
@hint(
    en="Any number of samples and of features: the result has shape (n,).",
    ko="샘플과 특성의 수는 임의입니다. 결과의 모양은 (n,)입니다.",
)
@pytest.mark.parametrize(("n", "d"), [(1, 1), (1, 3), (5, 1), (3, 3), (300, 4)])
def test_predict_random_samples(submission, reference, rng, n, d):
    asked = [batch(rng, n, d) for _ in range(3)]
    answers = [submission.predict(*each) for each in asked]
    for each, answer in zip(asked, answers, strict=True):
        assert_same(answer, reference.predict(*each), what=f"predict(X, w, b), X ({n}, {d})")


@points(4)
@hint(
    en="A sum of exactly 0 does not fire: the answer is 0.",
    ko="합이 정확히 0이면 발화하지 않으므로 출력은 0입니다.",
)
def test_predict_on_the_line(submission):
    X = np.array([[1.0, 0.0], [0.5, 0.5], [2.0, -1.0], [0.75, 0.5], [0.25, 0.5]])
    assert_same(submission.predict(X, np.array([1.0, 1.0]), -1.0), [0, 0, 0, 1, 0], what="predict(X, (1, 1), -1)")
    assert_same(submission.predict(X, np.zeros(2), 0.0), [0] * 5, what="predict(X, (0, 0), 0)")


@points(3)
@hint(
    en="X or w may be an integer array while the rest holds fractions: nothing may be cut to an integer on the way.",
    ko="X와 w 가운데 한쪽만 정수 배열일 수 있습니다. 계산 도중에 값이 정수로 잘려서는 안 됩니다.",
)
def test_predict_integers(submission, reference):
    whole = CORNERS.astype(int)
    asked = [(whole, np.array([0.5, 0.5]), -0.75), (CORNERS * 0.75, np.array([1, 1]), -1), (whole, np.array([-2, 3]), 0)]
    answers = [submission.predict(*each) for each in asked]
    for (X, w, b), answer in zip(asked, answers, strict=True):
        assert_same(answer, reference.predict(X, w, b), what=f"predict({X.tolist()}, {w.tolist()}, {b})")


@points(2)
@hint(
    en="An empty batch gives an empty answer of shape (0,).",
    ko="빈 배치에는 모양이 (0,)인 빈 결과를 반환합니다.",
)
def test_predict_an_empty_batch(submission, rng):
    for d in (2, 3):
        assert_shape(submission.predict(np.zeros((0, d)), rng.normal(size=d), 0.5), (0,), what="predict(np.zeros((0, d)), w, b)")


@points(2)
@hint(
    en="However near to 0 or far from it a sum is, only its side counts.",
    ko="합이 0에 아무리 가깝거나 멀어도 어느 쪽에 있는지만 중요합니다.",
)
def test_predict_beside_the_line_and_far_away(submission):
    near = 2.0**-30
    X = np.array([[1.0, near], [1.0, -near], [1e4, 1e4], [-1e4, -1e4]])
    assert_same(submission.predict(X, np.array([1.0, 1.0]), -1.0), [1, 0, 1, 0], what="predict(X, (1, 1), -1)")
    tiny = submission.predict(np.array([[2.0**-40], [-(2.0**-40)]]), np.array([2.0**-40]), 0.0)
    assert_same(tiny, [1, 0], what="predict([[2**-40], [-2**-40]], (2**-40,), 0)")


@points(2)
@hint(
    en="The answer depends on X, w and b of this call alone, and the call changes none of them.",
    ko="답은 이번 호출의 X, w, b로만 정해져야 하고, 호출이 그 내용을 바꾸어서도 안 됩니다.",
)
def test_predict_leaves_no_trace(submission, reference, rng):
    one, other = batch(rng, 5, 2), batch(rng, 5, 2)
    asked = [one, other, (other[0], *one[1:]), one]
    answers = [assert_unchanged(submission.predict, *each) for each in asked]
    for number, (each, answer) in enumerate(zip(asked, answers, strict=True), 1):
        assert_same(answer, reference.predict(*each), what=f"predict(X, w, b) #{number}")


# --- update ----------------------------------------------------------------------------------------------------------


@points(4)
@hint(
    en="A sample with the label 1 was missed: the weights turn towards it, by lr times the sample, and the bias rises by lr.",
    ko="레이블이 1인 샘플을 놓쳤습니다. 가중치는 샘플에 lr를 곱한 만큼 그쪽으로 움직이고, 편향은 lr만큼 커집니다.",
)
def test_update_after_a_miss(submission):
    answer = submission.update(np.array([0.5, -1.0]), -0.25, np.array([-1.0, 2.0]), 1, 0.5)
    same_step(answer, ([0.0, 0.0], 0.25), "update((0.5, -1), -0.25, (-1, 2), 1, 0.5)")


@points(4)
@hint(
    en="The perceptron fired where it should not: the weights turn away from the sample, and the bias falls by lr.",
    ko="발화하지 말아야 할 곳에서 발화했습니다. 가중치는 샘플에서 멀어지고, 편향은 lr만큼 작아집니다.",
)
def test_update_after_a_false_alarm(submission):
    answer = submission.update(np.array([0.5, 1.0]), -0.25, np.array([-1.0, 2.0]), 0, 0.5)
    same_step(answer, ([1.0, 0.0], -0.75), "update((0.5, 1), -0.25, (-1, 2), 0, 0.5)")


@points(5)
@hint(
    en="What was right is left alone: then y - ŷ is 0, for both labels.",
    ko="맞힌 샘플에서는 아무것도 바뀌지 않습니다. 두 레이블 모두 y - ŷ가 0이기 때문입니다.",
)
def test_update_after_a_right_answer(submission, rng):
    for x, w, b in (batch(rng, 1, 3) for _ in range(6)):
        y = int(x[0] @ w + b > 0)
        same_step(submission.update(w, b, x[0], y, 0.7), (w, b), f"update(w, b, x, {y}, 0.7)")


@points(4)
@hint(
    en="A sum of exactly 0 means ŷ = 0: right for the label 0, a miss for the label 1.",
    ko="합이 정확히 0이면 ŷ = 0입니다. 레이블이 0이면 맞힌 것이고, 1이면 놓친 것입니다.",
)
def test_update_on_the_line(submission):
    for w, b, x in (([1.0, 1.0], -1.0, [0.5, 0.5]), ([0.0, 0.0], 0.0, [3.0, -2.0])):
        for y in (0, 1):
            expected = (np.array(w) + 0.25 * y * np.array(x), b + 0.25 * y)
            answer = submission.update(np.array(w), b, np.array(x), y, 0.25)
            same_step(answer, expected, f"update({w}, {b}, {x}, {y}, 0.25)")


@points(2)
@hint(
    en="For any number of features and any learning rate: w + lr (y - ŷ) x and b + lr (y - ŷ).",
    ko="특성의 수와 학습률은 임의입니다. w + lr (y - ŷ) x와 b + lr (y - ŷ)를 구하십시오.",
)
@pytest.mark.parametrize("d", [1, 3, 12])
def test_update_random_samples(submission, reference, rng, d):
    asked = [(w, b, x[0], y, float(rng.uniform(0.01, 2.0))) for x, w, b in (batch(rng, 1, d) for _ in range(3)) for y in (0, 1)]
    answers = [submission.update(*each) for each in asked]
    for each, answer in zip(asked, answers, strict=True):
        same_step(answer, reference.update(*each), f"update(w, b, x, {each[3]}, {each[4]:.3g}), x ({d},)")


@points(3)
@hint(
    en="w and x may be integer arrays, and lr a fraction: the new weights are fractions too.",
    ko="w와 x가 정수 배열이고 lr가 소수일 수 있습니다. 그러면 새 가중치도 소수입니다.",
)
def test_update_of_integers(submission, reference):
    asked = [
        (np.array([0, 0]), 0, np.array([1, 3]), 1, 0.25),
        (np.array([2, 1]), -1, np.array([1, 1]), 0, 0.125),
        (np.array([0.5, 0.5]), 0, np.array([1, -2]), 1, 1),
        (np.array([1, 1]), 0.5, np.array([0.5, 0.25]), 0.0, 0.5),
        (np.array([300, -2]), 5, np.array([1000, 20]), 0, 0.5),
    ]
    answers = [submission.update(*each) for each in asked]
    for (w, b, x, y, lr), answer in zip(asked, answers, strict=True):
        same_step(answer, reference.update(w, b, x, y, lr), f"update({w.tolist()}, {b}, {x.tolist()}, {y}, {lr})")


@points(3)
@hint(
    en="w += … writes into the caller's array; w + … makes a new one.",
    ko="w += …는 호출한 쪽의 배열을 고칩니다. w + …는 새 배열을 만듭니다.",
)
def test_update_leaves_no_trace(submission, reference, rng):
    x, w, b = batch(rng, 1, 3)
    wrong = int(x[0] @ w + b <= 0)
    asked = [(w, b, x[0], wrong, 0.5), (w, b, x[0], 1 - wrong, 0.5), (w, b, -x[0], wrong, 0.25), (w, b, x[0], wrong, 0.5)]
    answers = [assert_unchanged(submission.update, *each) for each in asked]
    for number, (each, answer) in enumerate(zip(asked, answers, strict=True), 1):
        same_step(answer, reference.update(*each), f"update(w, b, x, y, lr) #{number}")


# --- fit -------------------------------------------------------------------------------------------------------------


@points(4)
@hint(
    en="This is the table of 'A worked example': the weights change right after each mistake, and the next sample already meets them.",
    ko="'풀이 예제'의 표와 같습니다. 가중치는 실수한 직후에 바뀌고, 다음 샘플은 이미 바뀐 가중치를 만납니다.",
)
def test_fit_the_worked_example(submission, evidence):
    answer = submission.fit(CORNERS, labels("OR"), 0.5, 100)
    draw(evidence, "OR", answer)
    same_run(answer, ([0.5, 0.5], 0.0, [1, 2, 1, 0]), "fit(X, OR, 0.5, 100)")


@points(3)
@hint(
    en="Go through the four samples in order, again and again, from zeros, until an epoch has no error; that epoch's 0 is in the list too.",
    ko="0에서 시작하여 네 샘플을 순서대로 되풀이해 학습하고, 오류가 없는 에포크가 나오면 멈춥니다. 그 에포크의 0도 목록에 넣습니다.",
)
@pytest.mark.parametrize("name", SINGLE)
def test_fit_a_gate(submission, reference, evidence, name):
    asked = [(CORNERS, labels(name), lr, 50) for lr in (2.0**-6, 0.25, 4.0)] + [(2 * CORNERS - 1, labels(name), 0.5, 50)]
    answers = [submission.fit(*each) for each in asked]
    draw(evidence, name, answers[0])
    for each, answer in zip(asked, answers, strict=True):
        same_run(answer, reference.fit(*each), f"fit(X, {name}, {each[2]}, 50)")


@points(4)
@hint(
    en="No line separates XOR: every epoch has an error, and all epochs are run.",
    ko="XOR를 나누는 직선은 없습니다. 모든 에포크에 오류가 있으며, 정해진 에포크를 끝까지 실행합니다.",
)
def test_fit_runs_all_epochs_on_xor(submission, reference, evidence):
    answer = submission.fit(CORNERS, labels("XOR"), 0.5, 30)
    draw(evidence, "XOR", answer)
    same_run(answer, reference.fit(CORNERS, labels("XOR"), 0.5, 30), "fit(X, XOR, 0.5, 30)")
    many = submission.fit(CORNERS, labels("XOR"), 0.25, 130)
    same_run(many, reference.fit(CORNERS, labels("XOR"), 0.25, 130), "fit(X, XOR, 0.25, 130)")


@points(2)
@hint(
    en="Any number of samples and features, in the order in which they are given.",
    ko="샘플과 특성의 수는 임의이며, 주어진 순서대로 학습합니다.",
)
@pytest.mark.parametrize(("n", "d"), [(6, 1), (60, 2), (10, 5)])
def test_fit_separable_data(submission, reference, rng, n, d):
    asked = [(*separable(rng, n, d), lr, 25) for lr in (0.5, 0.125)]
    asked.append((asked[0][0][::-1].copy(), asked[0][1][::-1].copy(), 0.5, 25))
    answers = [submission.fit(*each) for each in asked]
    for each, answer in zip(asked, answers, strict=True):
        same_run(answer, reference.fit(*each), f"fit(X, y, {each[2]}, 25), X ({n}, {d})")


@points(2)
@hint(
    en="Labels at random, which no plane separates: the errors of each epoch still follow from the rule.",
    ko="어떤 평면으로도 나눌 수 없는 무작위 레이블입니다. 그래도 에포크별 오류 수는 규칙에 따라 정해집니다.",
)
def test_fit_contradictory_data(submission, reference, rng):
    X = rng.integers(-16, 17, (7, 2)) / 8
    X[5], y = X[2], np.array([0, 1, 1, 0, 1, 0, 1])
    same_run(submission.fit(X, y, 0.25, 12), reference.fit(X, y, 0.25, 12), "fit(X, y, 0.25, 12)")


@points(3)
@hint(
    en="If the zeros already answer everything right, the first epoch has no error and is the only one.",
    ko="처음의 0만으로도 모두 맞힌다면 첫 에포크에 오류가 없으므로 그 한 에포크만 실행합니다.",
)
def test_fit_with_nothing_to_learn(submission):
    answer = submission.fit(CORNERS, np.zeros(4, dtype=int), 0.5, 10)
    same_run(answer, ([0.0, 0.0], 0.0, [0]), "fit(X, (0, 0, 0, 0), 0.5, 10)")


@points(4)
@hint(
    en="`epochs` is the most that may be run; with fewer than it would take, the weights of that moment are returned.",
    ko="`epochs`는 최대 에포크 수입니다. 다 배우기 전에 끝나면 그때까지의 가중치를 반환합니다.",
)
def test_fit_stops_when_the_epochs_are_used_up(submission, reference):
    asked = [(CORNERS, labels("AND"), 0.5, epochs) for epochs in (1, 2, 5, 6, 7)]
    answers = [submission.fit(*each) for each in asked]
    for each, answer in zip(asked, answers, strict=True):
        same_run(answer, reference.fit(*each), f"fit(X, AND, 0.5, {each[3]})")


@points(4)
@hint(
    en="Without `epochs` at most 100 are run. The arguments may be given by name.",
    ko="`epochs`를 주지 않으면 최대 100에포크를 실행합니다. 인수를 이름으로 줄 수도 있습니다.",
)
def test_fit_has_default_epochs(submission, reference):
    answer = submission.fit(CORNERS, labels("XOR"), lr=0.5)
    same_run(answer, reference.fit(CORNERS, labels("XOR"), 0.5, 100), "fit(X, XOR, lr=0.5)")
    answer = submission.fit(CORNERS, labels("XOR"), epochs=8, lr=0.25)
    same_run(answer, reference.fit(CORNERS, labels("XOR"), 0.25, 8), "fit(X, XOR, epochs=8, lr=0.25)")


@points(4)
@hint(
    en="Without `lr` the learning rate is 0.1.",
    ko="`lr`를 주지 않으면 학습률은 0.1입니다.",
)
def test_fit_has_a_default_learning_rate(submission):
    # One mistake at the zeros and a wide margin afterwards: the same path however sums are rounded.
    cases = [
        ([[2.0]], [1], [0.2], 0.1),
        ([[-1.0, -2.0], [3.0, 1.0]], [0, 1], [0.3, 0.1], 0.1),
        ([[-4.0, 1.0, 2.0]], [1], [-0.4, 0.1, 0.2], 0.1),
    ]
    answers = [submission.fit(np.array(X), np.array(y), epochs=50) for X, y, _, _ in cases]
    for (X, y, w, b), answer in zip(cases, answers, strict=True):
        what = f"fit({X}, {y}, epochs=50)"
        got = three(answer, what)
        assert_close(got[0], w, what=f"{what}: w", atol=1e-9, rtol=1e-7)
        assert_close(got[1], b, what=f"{what}: b", atol=1e-9, rtol=1e-7)


@points(1)
@hint(
    en="With the defaults the gate is learned long before epoch 100: the last number of errors is 0, and the line fits.",
    ko="기본값으로도 이 게이트는 100에포크보다 훨씬 전에 학습됩니다. 마지막 오류 수는 0이고, 찾은 직선은 네 점을 올바로 나눕니다.",
)
@pytest.mark.parametrize("name", SINGLE)
def test_fit_learns_with_the_defaults(submission, name):
    what = f"fit(X, {name})"
    w, b, errors = three(submission.fit(CORNERS, labels(name)), what)
    assert_shape(w, (2,), what=f"{what}: w")
    assert_true(
        0 < len(errors) < 100 and errors[-1] == 0 and 0 not in list(errors)[:-1],
        Text(f"{what} should end with its first epoch without an error", f"{what}은(는) 오류가 없는 첫 에포크에서 끝나야 합니다"),
    )
    s = CORNERS @ np.asarray(w, dtype=np.float64) + assert_scalar(b, what=f"{what}: b")
    # With 0.1 a sum that should be 0 may come out on either side of it, by the order of adding up.
    right = (np.abs(s) < 1e-9) | ((s > 0) == labels(name))
    assert_true(
        right.all(),
        Text(f"the w and b of {what} do not compute {name}", f"{what}에서 얻은 w와 b가 {name}을(를) 계산하지 못합니다"),
    )


@points(2)
@hint(
    en="Integer samples do not make integer weights, and labels may be floats.",
    ko="샘플이 정수여도 가중치는 정수가 아닙니다. 레이블은 실수 배열일 수도 있습니다.",
)
def test_fit_integers(submission, reference):
    whole = CORNERS.astype(int)
    asked = [
        (whole, labels("AND"), 0.25, 50),
        (whole, labels("NAND").astype(float), 0.5, 50),
        (3 * whole - 1, labels("OR"), 0.125, 50),
        (1000 * whole - 300, labels("AND"), 0.25, 50),
    ]
    answers = [submission.fit(*each) for each in asked]
    for (X, y, lr, epochs), answer in zip(asked, answers, strict=True):
        same_run(answer, reference.fit(X, y, lr, epochs), f"fit({X.tolist()}, {y.tolist()}, {lr}, {epochs})")


@points(2)
@hint(en="One sample is a batch too: of shape (1, d).", ko="샘플 하나도 모양이 (1, d)인 배치입니다.")
def test_fit_a_single_sample(submission):
    answers = [submission.fit(np.array(X), np.array([1]), 0.5, 9) for X in ([[2.0]], [[0.0, -3.0]])]
    same_run(answers[0], ([1.0], 0.5, [1, 0]), "fit([[2]], [1], 0.5, 9)")
    same_run(answers[1], ([0.0, -1.5], 0.5, [1, 0]), "fit([[0, -3]], [1], 0.5, 9)")


@points(3)
@hint(
    en="Each call of fit begins with zeros, and changes neither X nor y.",
    ko="fit은 호출할 때마다 0에서 시작해야 하고, X와 y의 내용을 바꾸어서는 안 됩니다.",
)
def test_fit_leaves_no_trace(submission, reference, rng):
    one, other = (*separable(rng, 6, 2), 0.5, 20), (*separable(rng, 6, 2), 0.5, 20)
    asked = [one, other, one, (one[0], 1 - one[1], 0.5, 20), one]
    answers = [assert_unchanged(submission.fit, *each) for each in asked]
    for number, (each, answer) in enumerate(zip(asked, answers, strict=True), 1):
        same_run(answer, reference.fit(*each), f"fit(X, y, 0.5, 20) #{number}")
