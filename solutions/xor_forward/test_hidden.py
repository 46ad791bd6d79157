"""Hidden suite of xor_forward: the step, two layers with given weights, weights that compute XOR, and what one line can do.

No random weighted sum lies within 0.01 of 0, and points meant to lie on a line do so exactly in binary whatever the
order of summing, so every way to add up is accepted.
"""

from itertools import product

import numpy as np
import pytest

from gradekit.testing import Text, assert_same, assert_shape, assert_true, assert_unchanged, hint, points

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = (-1, 1, 1, -1)
DIAGONALS = ((-1, 1, 1, -1), (1, -1, -1, 1))
AS_IS = Text("", "")


def sums(X: np.ndarray, U: np.ndarray) -> np.ndarray:
    return U[:, 0] + X @ U[:, 1:].T


def network(rng, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Random X (n, 2), U1 (2, 3), U2 (1, 3) with every sum at least 0.01 from 0; for n > 3 no unit is constant."""
    while True:
        X, U1, U2 = rng.normal(size=(n, 2)), rng.normal(size=(2, 3)), rng.normal(size=(1, 3))
        first = sums(X, U1)
        second = sums(np.where(first > 0, 1.0, -1.0), U2)
        if min(np.abs(first).min(), np.abs(second).min()) < 0.01:
            continue
        if n <= 3 or all(0 < fires.mean() < 1 for fires in (*(first > 0).T, second > 0)):
            return X, U1, U2


def own_weights(submission, name: str, shape: tuple[int, int]) -> np.ndarray:
    """The submission's U1 or U2 as finite float64 of the shape asked; a Mismatch says what else it is."""
    value = getattr(submission, name)
    assert_shape(value, shape, what=name)
    array = np.asarray(value, dtype=np.float64)
    assert_true(np.isfinite(array).all(), Text(f"{name} should hold finite numbers", f"{name}의 수는 모두 유한해야 합니다"))
    return array


def is_true(answer: object, what: Text) -> bool:
    """answer as the truth value it stands for: a bool of Python or NumPy, or 1 and 0 of any real dtype."""
    assert_shape(answer, (), what=what)
    value = float(np.asarray(answer))
    assert_true(value in (0.0, 1.0), Text(f"{what.en} should be True or False", f"{what.ko}은(는) True 또는 False여야 합니다"))
    return value == 1.0


def check_separable(submission, labelings, form: Text = AS_IS) -> None:
    """Ask about all labelings first, then compare each answer with the geometry: only the two diagonals fail."""
    answers = [submission.linearly_separable(y) for y in labelings]
    for y, answer in zip(labelings, answers, strict=True):
        plain = [int(label) for label in y]
        asked = f"linearly_separable({plain})"
        what = Text(asked + form.en, form.ko + asked)
        assert_same(is_true(answer, what), tuple(plain) not in DIAGONALS, what=what)


def drawn(label: str, u: np.ndarray, places: np.ndarray, targets: np.ndarray, got: np.ndarray) -> dict[str, object]:
    """One panel of the picture: the line of the unit u, and ±1 at each place, None where an answer is neither."""
    b, w1, w2 = map(float, u)
    marks = [
        {"x1": float(x1), "x2": float(x2), "target": int(target), "got": int(answer) if answer in (-1, 1) else None}
        for (x1, x2), target, answer in zip(places, targets, got, strict=True)
    ]
    return {"label": label, "w1": w1, "w2": w2, "b": b, "points": marks}


# --- step ------------------------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="The step looks at each number on its own and keeps the shape of its input, whatever that is.",
    ko="계단 함수는 수를 하나씩 따로 보며, 입력의 모양이 무엇이든 그대로 유지합니다.",
)
@pytest.mark.parametrize("shape", [(1,), (7,), (4, 3), (2, 3, 4)], ids=["1", "7", "4x3", "2x3x4"])
def test_step_keeps_the_shape(submission, reference, rng, shape):
    s = rng.normal(size=shape)
    assert_same(submission.step(s), reference.step(s), what="step(s)")


@points(4)
@hint(
    en="Is 0 above 0? See 'The formula': one of the two answers belongs to 0, and there is no third answer.",
    ko="0은 0보다 큽니까? '수식'을 보십시오. 0에서의 출력도 두 값 가운데 하나이며, 셋째 값은 없습니다.",
)
def test_step_of_zero(submission):
    answers = [submission.step(np.array(s)) for s in ([0.0, -0.0], [[0, 2], [-3, 0]])]
    assert_same(answers[0], [-1, -1], what="step([0.0, -0.0])")
    assert_same(answers[1], [[-1, 1], [-1, -1]], what="step([[0, 2], [-3, 0]])")


@points(3)
@hint(
    en="However near to 0 or far from it a number is, only its side counts.",
    ko="0에 아무리 가깝거나 멀어도 어느 쪽에 있는지만 중요합니다.",
)
def test_step_of_small_and_large_numbers(submission):
    s = np.array([2.0**-40, -(2.0**-40), 1e-300, -1e-300, 0.3, -0.3, 0.7, -0.7, 1e4, -1e4])
    assert_same(submission.step(s), [1, -1] * 5, what=Text("step(s) of tiny and large numbers", "매우 작은 수와 큰 수에 대한 step(s)"))


@points(3)
@hint(
    en="Whole numbers may come as an integer array.",
    ko="정수로 된 값은 정수 배열로 주어질 수 있습니다.",
)
def test_step_of_integers(submission):
    assert_same(submission.step(np.array([-2, -1, 0, 1, 2, 30])), [-1, -1, -1, 1, 1, 1], what=Text("step of integers", "정수에 대한 step"))


@points(2)
@hint(
    en="An empty array has no number to decide about: the answer is empty too, with the same shape.",
    ko="빈 배열에는 판단할 수가 없습니다. 결과도 같은 모양의 빈 배열입니다.",
)
def test_step_of_nothing(submission):
    for shape in ((0,), (0, 2)):
        assert_shape(
            submission.step(np.zeros(shape)),
            shape,
            what=Text(f"step of an empty array of shape {shape}", f"모양이 {shape}인 빈 배열에 대한 step"),
        )


@points(2)
@hint(
    en="Writing into s changes the caller's array. Build a new one.",
    ko="s에 값을 써 넣으면 호출한 쪽의 배열이 바뀝니다. 새 배열을 만드십시오.",
)
def test_step_leaves_its_input(submission, reference, rng):
    s = rng.normal(size=(3, 2))
    assert_same(assert_unchanged(submission.step, s), reference.step(s), what="step(s)")


# --- hidden ----------------------------------------------------------------------------------------------------------


@points(5)
@hint(
    en="These are the hidden points of 'A worked example': rows are the inputs (0,0), (0,1), (1,0), (1,1), columns the units.",
    ko="'풀이 예제'의 은닉층 점들입니다. 행은 입력 (0,0), (0,1), (1,0), (1,1)이고 열은 은닉 유닛입니다.",
)
def test_hidden_of_the_documented_weights(submission, reference):
    answer = submission.hidden(CORNERS, reference.U1)
    assert_same(
        answer, [[-1, 1], [1, 1], [1, 1], [1, -1]], what=Text("hidden(X, U1) of the worked example", "풀이 예제에 대한 hidden(X, U1)")
    )


@points(2)
@hint(
    en="Row i, column j is the step of unit j's sum at sample i: U1[j, 0] + U1[j, 1] x1 + U1[j, 2] x2.",
    ko="i행 j열은 i번째 샘플에 대한 유닛 j의 합 U1[j, 0] + U1[j, 1] x1 + U1[j, 2] x2에 계단 함수를 적용한 값입니다.",
)
@pytest.mark.parametrize("n", [1, 2, 3, 40])
def test_hidden_of_random_weights(submission, reference, rng, n):
    asked = [network(rng, n)[:2] for _ in range(4)]
    answers = [submission.hidden(X, U1) for X, U1 in asked]
    for (X, U1), answer in zip(asked, answers, strict=True):
        assert_same(
            answer, reference.hidden(X, U1), what=Text(f"hidden(X, U1) with {n} random rows", f"무작위 행 {n}개에 대한 hidden(X, U1)")
        )


@points(4)
@hint(
    en="A point exactly on a unit's line has the sum 0: the step says -1.",
    ko="어떤 유닛의 직선 위에 정확히 놓인 점은 합이 0이므로 계단 함수의 값은 -1입니다.",
)
def test_hidden_on_the_line(submission):
    U1 = np.array([[-1.0, 1.0, 1.0], [0.5, -1.0, 0.25]])
    X = np.array([[1.0, 0.0], [0.5, 0.5], [0.5, 0.0], [0.0, -2.0], [2.0, -1.0], [1.0, 2.0]])
    expected = [[-1, -1], [-1, 1], [-1, -1], [-1, -1], [-1, -1], [1, -1]]
    assert_same(
        submission.hidden(X, U1), expected, what=Text("hidden(X, U1) with points on the lines", "직선 위에 놓인 점들에 대한 hidden(X, U1)")
    )


@points(3)
@hint(
    en="X or U1 may be an integer array while the other holds fractions: nothing may be cut to an integer on the way.",
    ko="X와 U1 가운데 한쪽만 정수 배열일 수 있습니다. 계산 도중에 값이 정수로 잘려서는 안 됩니다.",
)
def test_hidden_of_integers(submission, reference):
    fractions = np.array([[0.75, 0.75], [0.25, 0.75], [-0.5, 1.25]])
    asked = [
        (CORNERS.astype(int), reference.U1),
        (fractions, np.array([[-1, 1, 1], [0, -2, 1]])),
        (np.array([[2, -1], [0, 3], [-4, 1]]), np.array([[-1, 1, 1], [3, -2, -2]])),
    ]
    answers = [submission.hidden(X, U1) for X, U1 in asked]
    for (X, U1), answer in zip(asked, answers, strict=True):
        assert_same(answer, reference.hidden(X, U1), what=f"hidden({X.tolist()}, {U1.tolist()})")


@points(2)
@hint(
    en="A batch may be empty: no rows in, no rows out, and still two columns.",
    ko="배치가 비어 있을 수 있습니다. 입력에 행이 없으면 출력에도 행이 없지만 열은 여전히 두 개입니다.",
)
def test_hidden_of_an_empty_batch(submission, reference):
    assert_shape(submission.hidden(np.zeros((0, 2)), reference.U1), (0, 2), what=Text("hidden of an empty batch", "빈 배치에 대한 hidden"))


@points(2)
@hint(
    en="Work on copies: X and U1 belong to the caller.",
    ko="X와 U1은 호출한 쪽의 것이므로 내용을 바꾸지 말고 새 배열로 계산하십시오.",
)
def test_hidden_leaves_its_inputs(submission, reference, rng):
    X, U1, _ = network(rng, 5)
    assert_same(assert_unchanged(submission.hidden, X, U1), reference.hidden(X, U1), what="hidden(X, U1)")


# --- forward ---------------------------------------------------------------------------------------------------------


@points(5)
@hint(
    en="With the weights of 'A worked example' the four outputs are those of XOR, one number for each row of X.",
    ko="'풀이 예제'의 가중치를 쓰면 네 출력은 XOR와 같으며, X의 행마다 수가 하나씩 나옵니다.",
)
def test_forward_of_the_documented_weights(submission, reference):
    assert_same(
        submission.forward(CORNERS, reference.U1, reference.U2),
        XOR,
        what=Text("forward(X, U1, U2) of the worked example", "풀이 예제에 대한 forward(X, U1, U2)"),
    )


@points(2)
@hint(
    en="The output unit sees a 1 for its bias and then the ±1 of the two hidden units, and steps again. The result has shape (n,).",
    ko="출력 유닛은 편향을 위한 1과 두 은닉 유닛의 ±1을 입력으로 받아 다시 계단 함수를 적용합니다. 결과의 모양은 (n,)입니다.",
)
@pytest.mark.parametrize("n", [1, 2, 3, 50])
def test_forward_of_random_weights(submission, reference, rng, n):
    asked = [network(rng, n) for _ in range(4)]
    answers = [submission.forward(*each) for each in asked]
    for each, answer in zip(asked, answers, strict=True):
        assert_same(
            answer,
            reference.forward(*each),
            what=Text(
                f"forward(X, U1, U2) with {n} random rows and random weights", f"무작위 행 {n}개와 무작위 가중치에 대한 forward(X, U1, U2)"
            ),
        )


@points(4)
@hint(
    en="The output unit too says -1 when its sum is exactly 0.",
    ko="출력 유닛도 합이 정확히 0이면 -1을 출력합니다.",
)
def test_forward_on_the_line(submission, reference):
    asked = [
        (CORNERS, reference.U1, np.array([[0.0, 1.0, 1.0]])),
        (CORNERS, reference.U1, np.array([[2.0, -1.0, -1.0]])),
        (CORNERS, np.array([[-1.0, 1.0, 1.0], [1.0, -1.0, 0.0]]), np.array([[0.5, 1.0, 0.5]])),
    ]
    answers = [submission.forward(*each) for each in asked]
    for (X, U1, U2), answer in zip(asked, answers, strict=True):
        assert_same(
            answer,
            reference.forward(X, U1, U2),
            what=Text(
                f"forward(X, {U1.tolist()}, {U2.tolist()}) at the four corners", f"네 꼭짓점에서의 forward(X, {U1.tolist()}, {U2.tolist()})"
            ),
        )


@points(3)
@hint(
    en="X, U1 and U2 may be integer arrays, all of them or some.",
    ko="X, U1, U2는 모두 또는 일부가 정수 배열일 수 있습니다.",
)
def test_forward_of_integers(submission, reference):
    whole = CORNERS.astype(int)
    asked = [
        (whole, reference.U1, reference.U2),
        (whole, np.array([[-1, 2, 2], [3, -2, -2]]), np.array([[-1, 1, 1]])),
        (whole, np.array([[-1, 2, 2], [3, -2, -2]]), np.array([[-0.5, 0.75, -0.75]])),
        (CORNERS * 0.75 + 0.125, np.array([[-1, 1, 1], [1, -1, 0]]), np.array([[0, 1, -1]])),
    ]
    answers = [submission.forward(*each) for each in asked]
    for each, answer in zip(asked, answers, strict=True):
        assert_same(answer, reference.forward(*each), what="forward({}, {}, {})".format(*(part.tolist() for part in each)))


@points(2)
@hint(
    en="An empty batch gives an empty answer of shape (0,).",
    ko="빈 배치에는 모양이 (0,)인 빈 결과를 반환합니다.",
)
def test_forward_of_an_empty_batch(submission, reference):
    assert_shape(
        submission.forward(np.zeros((0, 2)), reference.U1, reference.U2),
        (0,),
        what=Text("forward of an empty batch", "빈 배치에 대한 forward"),
    )


@points(3)
@hint(
    en="The answer depends on the three arguments of this call alone, and the call changes none of them.",
    ko="답은 이번 호출의 세 인수로만 정해져야 하고, 호출이 인수의 내용을 바꾸어서도 안 됩니다.",
)
def test_every_forward_stands_alone(submission, reference, rng):
    one, other = network(rng, 5), network(rng, 5)
    asked = [one, other, (other[0], *one[1:]), one]
    answers = [assert_unchanged(submission.forward, *each) for each in asked]
    for number, (each, answer) in enumerate(zip(asked, answers, strict=True), 1):
        assert_same(
            answer, reference.forward(*each), what=Text(f"forward(X, U1, U2), call {number}", f"{number}번째로 호출한 forward(X, U1, U2)")
        )


# --- U1 and U2 -------------------------------------------------------------------------------------------------------


@points(3)
@hint(
    en="A layer has one row per unit, and each row a bias and then one weight per input: U1 is (2, 3), U2 is (1, 3).",
    ko="층의 행은 유닛마다 하나이고, 각 행은 편향과 입력마다 하나씩인 가중치로 되어 있습니다. U1은 (2, 3), U2는 (1, 3)입니다.",
)
def test_shapes_of_the_weights(submission):
    own_weights(submission, "U1", (2, 3))
    own_weights(submission, "U2", (1, 3))


@points(2)
@hint(
    en="Your `hidden` and the lines of your own U1 disagree: the picture shows at which of the four points.",
    ko="`hidden`의 출력과 제출한 U1의 직선이 서로 다릅니다. 네 점 가운데 어디에서 다른지 그림으로 확인하십시오.",
)
def test_hidden_points_of_own_weights(submission, reference, evidence):
    U1 = own_weights(submission, "U1", (2, 3))
    answer = submission.hidden(CORNERS, U1)
    expected = reference.hidden(CORNERS, U1)
    assert_shape(answer, (4, 2), what=Text("hidden(X, U1) with your U1", "제출한 U1을 넣은 hidden(X, U1)"))
    got = np.asarray(answer)
    gates = [drawn(f"h{unit + 1}", U1[unit], CORNERS, expected[:, unit], got[:, unit]) for unit in range(2)]
    evidence("decision_lines", gates=gates)
    assert_same(answer, expected, what=Text("hidden(X, U1) with your U1", "제출한 U1을 넣은 hidden(X, U1)"))


@points(6)
@hint(
    en="Work out the hidden points of your U1 by hand, then the sum of your U2 at each. The inputs of U2 are ±1, not 0 and 1.",
    ko="제출한 U1의 은닉층 점들을 손으로 구한 다음, 각 점에서 U2의 합을 구해 보십시오. U2의 입력은 0과 1이 아니라 ±1입니다.",
)
def test_own_weights_compute_xor(submission, reference, evidence):
    U1, U2 = own_weights(submission, "U1", (2, 3)), own_weights(submission, "U2", (1, 3))
    computed = reference.forward(CORNERS, U1, U2)
    evidence("decision_lines", gates=[drawn("XOR (h1, h2)", U2[0], reference.hidden(CORNERS, U1), np.array(XOR), computed)])
    assert_same(
        computed,
        XOR,
        what=Text(
            "the network with your U1 and U2 at (0,0), (0,1), (1,0), (1,1)", "(0,0), (0,1), (1,0), (1,1)에서 제출한 U1과 U2로 된 신경망"
        ),
    )


@points(2)
@hint(
    en="`forward` with your own U1 and U2 should give XOR: -1, 1, 1, -1. Importing or calling must not change them.",
    ko="제출한 U1과 U2를 `forward`에 넣으면 XOR, 곧 -1, 1, 1, -1이 나와야 합니다. 호출이 U1과 U2를 바꾸어서도 안 됩니다.",
)
def test_forward_of_own_weights(submission):
    for _ in range(2):
        U1, U2 = own_weights(submission, "U1", (2, 3)), own_weights(submission, "U2", (1, 3))
        assert_same(
            submission.forward(CORNERS, U1, U2),
            XOR,
            what=Text("forward(X, U1, U2) with your U1 and U2", "제출한 U1과 U2를 넣은 forward(X, U1, U2)"),
        )


# --- linearly_separable ----------------------------------------------------------------------------------------------


@points(2)
@hint(
    en="If all four labels are equal, can a line have all four points on the same side?",
    ko="네 레이블이 모두 같을 때, 네 점을 모두 같은 쪽에 두는 직선이 있습니까?",
)
def test_all_labels_equal(submission):
    check_separable(submission, [[-1, -1, -1, -1], [1, 1, 1, 1]])


@points(4)
@hint(
    en="One corner differs from the other three, as in AND, OR, NAND and NOR: a line cuts off a single corner.",
    ko="AND, OR, NAND, NOR처럼 한 점만 나머지 셋과 다른 경우입니다. 꼭짓점 하나는 직선으로 잘라 낼 수 있습니다.",
)
def test_one_corner_differs(submission):
    check_separable(submission, [[sign if corner == odd else -sign for corner in range(4)] for sign in (1, -1) for odd in range(4)])


@points(3)
@hint(
    en="Two +1 and two -1: it matters whether equal labels are neighbours or opposite each other.",
    ko="+1과 -1이 두 개씩일 때는 같은 레이블이 이웃해 있는지, 마주 보고 있는지가 중요합니다.",
)
def test_two_neighbours_against_two(submission):
    check_separable(submission, [[-1, -1, 1, 1], [1, 1, -1, -1], [-1, 1, -1, 1], [1, -1, 1, -1]])


@points(5)
@hint(
    en="Two labelings have no line. You know one from the truth table of XOR; the other has all its signs turned.",
    ko="직선으로 나눌 수 없는 레이블링은 두 가지입니다. 하나는 XOR의 진리표이고, 다른 하나는 그 부호를 모두 뒤집은 것입니다.",
)
def test_equal_labels_on_the_diagonals(submission, rng):
    """Among others, in an order that nobody can count on."""
    separable = [y for y in product((-1, 1), repeat=4) if y not in DIAGONALS]
    asked = [*DIAGONALS, *(separable[index] for index in rng.choice(len(separable), 4, replace=False))]
    check_separable(submission, [list(asked[index]) for index in rng.permutation(len(asked))])


@points(2)
@hint(
    en="y may be a list or an array, of integers or of floats, and must not be changed.",
    ko="y는 정수 또는 실수로 된 리스트나 배열일 수 있으며, 그 내용을 바꾸어서는 안 됩니다.",
)
def test_lists_and_arrays(submission, rng):
    labelings = list(product((-1, 1), repeat=4))
    order = rng.permutation(16)
    forms = (np.array, lambda y: np.array(y, dtype=float), lambda y: [float(label) for label in y])
    mixed = [forms[turn % 3](labelings[index]) for turn, index in enumerate(order)]
    check_separable(submission, mixed + [form(y) for y in DIAGONALS for form in forms], Text(" in another form", "다른 형식의 y를 넣은 "))
    for y in (np.array([1.0, -1.0, -1.0, 1.0]), [-1, 1, 1, 1]):
        what = Text.same(f"linearly_separable({list(map(int, y))})")
        assert_same(is_true(assert_unchanged(submission.linearly_separable, y), what), tuple(y) not in DIAGONALS, what=what)
