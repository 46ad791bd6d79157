"""The hidden suite of `mlp_forward`.

Values are judged to 1e-9 absolute and 1e-7 relative, and no sum is beyond 1e4. Where a step decides, sums are exact in binary or well
away from 0. Class numbers are compared by value: the catalogue leaves their type open.
"""

from itertools import pairwise

import numpy as np
import pytest

from gradekit.testing import Text, assert_close, assert_same, assert_shape, assert_stable, assert_unchanged, hint, points, raises

ACTIVATIONS = ["identity", "step", "sigmoid", "tanh", "relu", "softmax"]
X = np.array([[1.0, 2.0], [-1.0, 0.5]])
U1 = np.array([[0.5, 1.0, -1.0], [-1.0, 0.5, 0.5], [0.0, -1.0, 1.0]])
U2 = np.array([[0.5, 1.0, -2.0, 0.5], [-0.5, 1.0, 2.0, -1.0]])
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = [np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]]), np.array([[-1.0, 1.0, 1.0]])]
SHAPES = [(1, 3, 2), (5, 2, 4), (3, 3, 3), (4, 1, 1)]
# Sums of three units for each of six samples, through weights that only pass them on.
LARGE = np.array(
    [
        [10000.0, -10000.0, 0.0],
        [9990.0, 9991.0, 9989.0],
        [-9990.0, -9991.0, -9999.0],
        [800.0, -800.0, 3.0],
        [-4.0, 745.0, 30.0],
        [-15.5, 12.5, 8.0],
    ]
)
PASS_ON = np.hstack([np.zeros((3, 1)), np.eye(3)])


def compare(actual, expected, what):
    assert_close(actual, expected, what=what, atol=1e-9, rtol=1e-7)


def matrices(rng, *sizes):
    """One matrix for each layer of a network with these sizes, the input first."""
    return [rng.uniform(-1.2, 1.2, (k, m + 1)) for m, k in pairwise(sizes)]


# --- layer


@points(3)
@hint(
    en="The first sum is 0.5 + 1·1 + (-1)·2: the bias of the unit stands first in its row. See 'A worked example'.",
    ko="첫째 합은 0.5 + 1·1 + (-1)·2입니다. 유닛의 편향은 그 행의 첫째 값입니다. '풀이 예제'를 보십시오.",
)
def test_the_worked_example(submission, reference):
    compare(submission.layer(X, U1, "identity"), reference.layer(X, U1, "identity"), 'layer(X, U1, "identity")')


@points(2)
@hint(
    en="Rows of the result are samples, columns are units: (n, m) and (k, m+1) give (n, k).",
    ko="결과의 행은 샘플이고 열은 유닛입니다. (n, m)과 (k, m+1)에서 (n, k)가 나옵니다.",
)
@pytest.mark.parametrize(("n", "m", "k"), SHAPES)
def test_sums(submission, reference, rng, n, m, k):
    Z, U = rng.uniform(-2.0, 2.0, (n, m)), rng.uniform(-1.5, 1.5, (k, m + 1))
    compare(submission.layer(Z, U, "identity"), reference.layer(Z, U, "identity"), 'layer(Z, U, "identity")')


@points(2)
@hint(
    en="Compare your activation with the table in 'The formula', for sums on both sides of 0. Softmax runs over the units of one sample.",
    ko="0의 양쪽에 있는 합에 대해 활성화 함수를 '수식'의 표와 비교하십시오. 소프트맥스는 한 샘플의 유닛들에 대해 적용합니다.",
)
@pytest.mark.parametrize("activation", ACTIVATIONS[1:])
def test_activations(submission, reference, rng, activation):
    for n, m, k in ((1, 2, 3), (6, 3, 12), (3, 2, 3), (4, 1, 1)):
        # Column after column in memory, where the other tests have row after row.
        Z, U = (np.asfortranarray(rng.uniform(-1.5, 1.5, shape)) for shape in ((n, m), (k, m + 1)))
        compare(submission.layer(Z, U, activation), reference.layer(Z, U, activation), f'layer(Z, U, "{activation}")')


@points(3)
@hint(
    en="At a sum of exactly 0 the step gives -1, and there is no third value. ReLU gives 0 there, the sigmoid 0.5.",
    ko="합이 정확히 0이면 계단 함수는 -1이며 셋째 값은 없습니다. ReLU는 0, 시그모이드는 0.5입니다.",
)
def test_sums_of_zero(submission):
    Z, U = np.array([[0.5, 0.5], [1.0, 0.0], [1.0, 0.25]]), np.array([[-1.0, 1.0, 1.0], [0.25, -0.5, 1.0]])
    # The sums are (0, 0.5), (0, -0.25) and (0.25, 0).
    for activation, expected in (
        ("step", [[-1, 1], [-1, -1], [1, -1]]),
        ("relu", [[0.0, 0.5], [0.0, 0.0], [0.25, 0.0]]),
    ):
        compare(
            submission.layer(Z, U, activation),
            expected,
            Text(f'layer(Z, U, "{activation}") with sums of 0', f'합이 0인 layer(Z, U, "{activation}")'),
        )
    small = np.array([[2.0**-10, -(2.0**-10), 2.0**-30], [-(2.0**-30), 2.0**-20, -(2.0**-20)]])
    for activation, expected in (("step", [[1, -1, 1], [-1, 1, -1]]), ("relu", np.where(small < 0, 0.0, small))):
        compare(
            submission.layer(small, PASS_ON, activation),
            expected,
            Text(f'layer(Z, U, "{activation}") with sums near 0', f'합이 0에 가까운 layer(Z, U, "{activation}")'),
        )
    got = submission.layer(np.zeros((1, 2)), np.array([[0.0, 1.0, 1.0]]), "sigmoid")
    compare(got, [[0.5]], Text('layer(Z, U, "sigmoid") with a sum of 0', '합이 0인 layer(Z, U, "sigmoid")'))


@points(1)
@hint(
    en="exp(710) is inf. Sigmoid and softmax have forms in which no exponential of a large positive number is taken.",
    ko="exp(710)은 inf입니다. 시그모이드와 소프트맥스에는 큰 양수의 지수 함수를 구하지 않는 형태가 있습니다.",
)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_large_sums(submission, reference, activation):
    got = assert_stable(submission.layer, LARGE, PASS_ON, activation)
    compare(
        got,
        reference.layer(LARGE, PASS_ON, activation),
        Text(f'layer(Z, U, "{activation}") with large sums', f'합이 큰 layer(Z, U, "{activation}")'),
    )


@points(2)
@hint(
    en="Z and U may hold integers, both or one of them; only the results of sigmoid, tanh and softmax have fractions then.",
    ko="Z와 U는 둘 다 또는 하나만 정수일 수 있습니다. 그때 소수가 나오는 것은 시그모이드, tanh, 소프트맥스뿐입니다.",
)
def test_integers(submission, reference, rng):
    Z, U = rng.integers(-2, 3, (4, 2)), rng.integers(-2, 3, (3, 3))
    for activation in ACTIVATIONS:
        compare(
            submission.layer(Z, U, activation),
            reference.layer(Z, U, activation),
            Text(f'layer(Z, U, "{activation}") of integers', f'정수를 받은 layer(Z, U, "{activation}")'),
        )
    for left, right in ((200 * Z, U), (Z, 200 * U)):
        compare(
            submission.layer(left, right, "relu"),
            reference.layer(left, right, "relu"),
            Text('layer(Z, U, "relu") of large integers', '큰 정수를 받은 layer(Z, U, "relu")'),
        )
    fractions = np.array([[0.25, -0.75, 0.5], [-0.5, 0.25, 0.75]])
    compare(
        submission.layer(Z, fractions, "identity"),
        reference.layer(Z, fractions, "identity"),
        Text('layer(Z, U, "identity") of integers Z', 'Z가 정수인 layer(Z, U, "identity")'),
    )
    compare(
        submission.layer(fractions[:, 1:], U, "relu"),
        reference.layer(fractions[:, 1:], U, "relu"),
        Text('layer(Z, U, "relu") of integers U', 'U가 정수인 layer(Z, U, "relu")'),
    )


@points(2)
@hint(en="No samples, no rows, but a column for each unit.", ko="샘플이 없으면 행도 없지만 유닛마다 열이 있습니다.")
def test_an_empty_batch(submission, rng):
    for activation in ACTIVATIONS:
        got = submission.layer(np.zeros((0, 2)), rng.uniform(-1.0, 1.0, (3, 3)), activation)
        assert_shape(got, (0, 3), what=f'layer(np.zeros((0, 2)), U, "{activation}")')
    with raises(ValueError, 'layer(np.zeros((0, 2)), U, "swish")'):
        submission.layer(np.zeros((0, 2)), np.ones((3, 3)), "swish")
    with raises(ValueError, Text("layer with Z (0, 2) and U (3, 4)", "Z가 (0, 2), U가 (3, 4)인 layer 호출")):
        submission.layer(np.zeros((0, 2)), np.ones((3, 4)), "relu")


@points(2)
@hint(
    en="Only the six names of the table are activations, in that spelling; anything else is a ValueError.",
    ko="활성화 함수는 표에 있는 여섯 이름뿐이며 철자도 같아야 합니다. 그 밖에는 ValueError를 일으킵니다.",
)
@pytest.mark.parametrize(
    "names",
    [("swish", "elu", "leaky_relu", "softplus", "sign"), ("ReLU", "Step", "tanh ", " relu"), ("", "linear", "logistic", "none")],
    ids=["others", "spellings", "no names"],
)
def test_unknown_activations(submission, names):
    for activation in names:
        with raises(ValueError, f'layer(Z, U, "{activation}")'):
            submission.layer(X, U1, activation)


@points(1)
@hint(
    en="U needs one column more than Z, for the bias. Matrices that do not fit must not be cut or stretched to fit.",
    ko="U에는 편향 때문에 Z보다 열이 하나 더 있어야 합니다. 맞지 않는 행렬을 자르거나 늘려서 맞추면 안 됩니다.",
)
@pytest.mark.parametrize("shapes", [((2, 3), (4, 3)), ((2, 3), (4, 5)), ((2, 1), (4, 3)), ((2, 3), (4, 2))], ids=str)
def test_matrices_that_do_not_fit(submission, rng, shapes):
    Z, U = (rng.uniform(-1.0, 1.0, shape) for shape in shapes)
    with raises(ValueError, Text(f"layer with Z {shapes[0]} and U {shapes[1]}", f"Z가 {shapes[0]}, U가 {shapes[1]}인 layer 호출")):
        submission.layer(Z, U, "tanh")


@points(2)
@hint(
    en="Each call depends on its own arguments only, and changes none of them.",
    ko="결과는 그 호출의 인수로만 정해져야 하며, 인수의 내용을 바꾸면 안 됩니다.",
)
def test_every_layer_stands_alone(submission, reference, rng):
    U = rng.uniform(-1.5, 1.5, (3, 4))
    first, second = rng.uniform(-2.0, 2.0, (2, 4, 3))
    for Z, activation in ((first, "relu"), (second, "relu"), (first, "softmax"), (first, "relu"), (first, "step")):
        got = assert_unchanged(submission.layer, Z, U, activation)
        compare(got, reference.layer(Z, U, activation), f'layer(Z, U, "{activation}")')


# --- forward


@points(3)
@hint(
    en="ReLU after the first layer, softmax after the second. See 'A worked example', column by column.",
    ko="첫째 층 뒤에는 ReLU, 둘째 층 뒤에는 소프트맥스입니다. '풀이 예제'의 표를 한 열씩 확인하십시오.",
)
def test_two_layers(submission, reference):
    got = submission.forward(X, [U1, U2], ["relu", "softmax"])
    compare(got, reference.forward(X, [U1, U2], ["relu", "softmax"]), 'forward(X, [U1, U2], ["relu", "softmax"])')


@points(3)
@hint(
    en="With two steps these matrices compute XOR: -1, 1, 1, -1, in shape (4, 1).",
    ko="계단 함수를 두 번 쓰면 이 행렬들은 XOR, 곧 -1, 1, 1, -1을 계산하며 모양은 (4, 1)입니다.",
)
def test_xor(submission):
    assert_same(
        submission.forward(CORNERS, XOR, ["step", "step"]),
        [[-1], [1], [1], [-1]],
        what=Text("forward of the XOR network", "XOR 신경망의 forward"),
    )
    # The hidden points (-1, 1), (1, 1), (1, 1), (1, -1) themselves, through an output that tells them apart.
    got = submission.forward(CORNERS, [XOR[0], np.array([[0.25, 1.0, 2.0]])], ["step", "identity"])
    compare(got, [[1.25], [3.25], [3.25], [-0.75]], Text("forward with a hidden step", "은닉층이 step인 forward"))


@points(2)
@hint(
    en="The output of each layer is the input of the next, and each layer has an activation of its own.",
    ko="각 층의 출력이 다음 층의 입력이며, 층마다 활성화 함수가 따로 있습니다.",
)
@pytest.mark.parametrize(
    ("sizes", "activations"),
    [
        ((3, 2), ["sigmoid"]),
        ((2, 5, 3), ["tanh", "identity"]),
        ((4, 3, 3, 2), ["relu", "softmax", "sigmoid"]),
        ((2, 6, 4, 1, 5, 4, 2, 3, 4, 3, 5, 2, 3), [*["tanh", "relu", "sigmoid", "identity"] * 2, "tanh", "relu", "sigmoid", "softmax"]),
    ],
    ids=["1", "2", "3", "12"],
)
def test_networks(submission, reference, rng, sizes, activations):
    for n in (1, 5):
        inputs, weights = rng.uniform(-2.0, 2.0, (n, sizes[0])), matrices(rng, *sizes)
        got = submission.forward(inputs, weights, activations)
        compare(
            got,
            reference.forward(inputs, weights, activations),
            Text(f"forward through {len(weights)} layers", f"{len(weights)}개 층의 forward"),
        )


@points(3)
@hint(
    en="A large output of one layer is a large input of the next: every layer has to be stable.",
    ko="한 층의 출력이 크면 다음 층의 입력도 큽니다. 모든 층이 안정적이어야 합니다.",
)
def test_large_networks(submission, reference):
    inputs = LARGE / 2
    double = 2 * PASS_ON
    for activations in (["identity", "softmax"], ["relu", "sigmoid"], ["identity", "tanh"], ["tanh", "relu"]):
        got = assert_stable(submission.forward, inputs, [PASS_ON, double], activations)
        compare(
            got,
            reference.forward(inputs, [PASS_ON, double], activations),
            Text(f"forward with {activations} and large sums", f"합이 큰 {activations}의 forward"),
        )


@points(2)
@hint(en="Integers, and no samples at all, go through a network too.", ko="정수도, 샘플이 하나도 없는 배치도 신경망을 지납니다.")
def test_integers_and_no_samples(submission, reference, rng):
    weights = [rng.integers(-2, 3, (3, 3)), np.array([[1, -1, 2, 1], [0, 1, -1, 1]])]
    inputs = rng.integers(-2, 3, (4, 2))
    for activations in (["relu", "identity"], ["sigmoid", "tanh"]):
        got = submission.forward(inputs, weights, activations)
        compare(
            got,
            reference.forward(inputs, weights, activations),
            Text(f"forward of integers with {activations}", f"정수를 받은 {activations}의 forward"),
        )
    weights = matrices(rng, 2, 4, 3)
    assert_shape(
        submission.forward(np.zeros((0, 2)), weights, ["relu", "softmax"]),
        (0, 3),
        what='forward(np.zeros((0, 2)), weights, ["relu", "softmax"])',
    )


@points(1)
@hint(
    en="One activation for each matrix, neither more nor fewer: otherwise ValueError.",
    ko="행렬마다 활성화 함수가 하나씩이어야 하며, 많아도 적어도 ValueError입니다.",
)
@pytest.mark.parametrize("activations", [["relu"], [], ["relu", "identity", "identity"]], ids=["too few", "none", "too many"])
def test_not_as_many_activations(submission, activations):
    for inputs in (X, X[:0]):
        with raises(
            ValueError,
            Text(
                f"forward of {len(inputs)} samples with two matrices and {activations}",
                f"샘플 {len(inputs)}개, 행렬 두 개, 활성화 함수 {activations}에 대한 forward 호출",
            ),
        ):
            submission.forward(inputs, [U1, U2], activations)


@points(2)
@hint(
    en="An unknown name, or a matrix that does not fit, is a ValueError in whichever layer it is.",
    ko="모르는 이름이나 맞지 않는 행렬은 어느 층에 있든 ValueError입니다.",
)
def test_layers_that_do_not_fit(submission):
    cases = [
        ([U1, U2], ["relu", "gelu"]),
        ([U1, U2], ["Relu", "identity"]),
        ([U1, U1], ["relu", "relu"]),
        ([U2, U1], ["relu", "relu"]),
        ([U1, U2[:, :3]], ["identity", "identity"]),
        ([U1[:, :1], U2], ["identity", "identity"]),
    ]
    for weights, activations in cases:
        with raises(
            ValueError,
            Text(
                f"forward with matrices {[U.shape for U in weights]} and {activations}",
                f"모양이 {[U.shape for U in weights]}인 행렬과 활성화 함수 {activations}에 대한 forward 호출",
            ),
        ):
            submission.forward(X, weights, activations)


@points(2)
@hint(
    en="Each call depends on its own arguments only; neither the inputs nor the lists nor the matrices in them are changed.",
    ko="결과는 그 호출의 인수로만 정해져야 하며, 입력도, 리스트도, 그 안의 행렬도 바뀌면 안 됩니다.",
)
def test_every_pass_stands_alone(submission, reference, rng):
    weights, names = matrices(rng, 3, 4, 2), ["tanh", "sigmoid"]
    first, second = rng.uniform(-2.0, 2.0, (2, 3, 3))
    for inputs in (first, second, first):
        got = assert_unchanged(submission.forward, inputs, weights, names)
        compare(got, reference.forward(inputs, weights, names), "forward(X, weights, activations)")


# --- predict_class


@points(2)
@hint(
    en="The number of the largest output of each row, counted from 0.",
    ko="각 행에서 가장 큰 출력의 번호를 0부터 세어 답합니다.",
)
@pytest.mark.parametrize(("n", "c"), [(1, 3), (7, 4), (4, 4)])
def test_classes(submission, reference, rng, n, c):
    outputs = np.asfortranarray(rng.uniform(-3.0, 3.0, (n, c)))
    assert_same(submission.predict_class(outputs), reference.predict_class(outputs), what="predict_class(O)")


@points(2)
@hint(
    en="Outputs may be integers, all negative, or a single one; the largest counts, not the largest in magnitude.",
    ko="출력은 정수일 수도, 모두 음수일 수도, 하나뿐일 수도 있습니다. 절댓값이 아니라 값이 가장 큰 것을 찾습니다.",
)
def test_classes_of_any_outputs(submission):
    for outputs, expected in (
        (np.array([[3, -7, 5], [-1, -2, -9]]), [2, 0]),
        (np.array([[-5.0, -0.5], [-0.25, -4.0]]), [1, 0]),
        (np.array([[2.0], [-1.0]]), [0, 0]),
        (np.array([[65540, 500, 9], [-1, 131072, 700]]), [0, 1]),
        (np.array([[0.5, 0.5 + 2.0**-40], [0.5 + 2.0**-40, 0.5]]), [1, 0]),
        (np.array([[1e4, 1e4 + 0.5], [-1e4, -1e4 - 0.5]]), [1, 0]),
    ):
        assert_same(submission.predict_class(outputs), expected, what=f"predict_class({outputs.tolist()})")
    assert_same(
        submission.predict_class(np.eye(300)[[299, 0, 256]]),
        [299, 0, 256],
        what=Text("predict_class(O) of 300 outputs", "출력이 300개인 predict_class(O)"),
    )


@points(2)
@hint(
    en="An empty batch gives an empty answer of shape (0,), and outputs are not changed.",
    ko="빈 배치에는 모양이 (0,)인 빈 결과를 반환하며, 출력의 내용을 바꾸면 안 됩니다.",
)
def test_classes_of_an_empty_batch(submission, reference, rng):
    assert_shape(submission.predict_class(np.zeros((0, 3))), (0,), what="predict_class(np.zeros((0, 3)))")
    first, second = rng.uniform(-3.0, 3.0, (2, 4, 3))
    for outputs in (first, second, first):
        assert_same(assert_unchanged(submission.predict_class, outputs), reference.predict_class(outputs), what="predict_class(O)")


# --- collapse


@points(4)
@hint(
    en="The weights multiply, and the first biases go through the second weights before the second biases are added.",
    ko="가중치끼리는 곱하고, 첫째 편향은 둘째 가중치를 거친 뒤 둘째 편향을 더합니다.",
)
def test_the_collapse_of_two_layers(submission):
    compare(submission.collapse([U1, U2]), [[3.0, -0.5, -1.5], [-2.0, 3.0, -1.0]], "collapse([U1, U2])")


@points(2)
@hint(
    en="The result acts as all the layers together: (k, d+1), with k from the last matrix and d from the first.",
    ko="결과는 모든 층을 합친 것과 똑같이 작용합니다. 모양은 (k, d+1)이며 k는 마지막 행렬, d는 첫 행렬에서 정해집니다.",
)
@pytest.mark.parametrize("sizes", [(3, 2), (2, 5, 3), (4, 1, 3, 1), (2, 3, 3, 1, 3, 4, 2, 3, 2, 3, 2)], ids=["1", "2", "3", "10"])
def test_collapses(submission, reference, rng, sizes):
    weights = [np.asfortranarray(U) for U in matrices(rng, *sizes)]
    compare(
        submission.collapse(weights),
        reference.collapse(weights),
        Text(f"collapse of {len(weights)} matrices", f"행렬 {len(weights)}개의 collapse"),
    )


@points(2)
@hint(en="Matrices may hold integers, some or all of them.", ko="행렬은 일부 또는 모두 정수일 수 있습니다.")
def test_the_collapse_of_integers(submission, reference, rng):
    whole = [rng.integers(-3, 4, (3, 3)), rng.integers(-3, 4, (2, 4))]
    for weights in (whole, [whole[0], whole[1] / 4], [whole[0] / 4, whole[1]], [300 * U for U in whole]):
        compare(submission.collapse(weights), reference.collapse(weights), Text("collapse of integer matrices", "정수 행렬의 collapse"))


@points(2)
@hint(
    en="Matrices that do not fit one another cannot be collapsed: ValueError.",
    ko="서로 맞지 않는 행렬은 합칠 수 없습니다. ValueError를 일으키십시오.",
)
def test_the_collapse_of_what_does_not_fit(submission, rng):
    for shapes in (((3, 3), (2, 3)), ((3, 3), (2, 5)), ((1, 3), (2, 4)), ((2, 3), (2, 3), (2, 4))):
        with raises(ValueError, Text(f"collapse of matrices {shapes}", f"모양이 {shapes}인 행렬에 대한 collapse 호출")):
            submission.collapse([rng.uniform(-1.0, 1.0, shape) for shape in shapes])


@points(2)
@hint(
    en="Each call depends on its own matrices only, and changes none of them, nor the list.",
    ko="결과는 그 호출의 행렬로만 정해져야 하며, 행렬도 리스트도 바뀌면 안 됩니다.",
)
def test_every_collapse_stands_alone(submission, reference, rng):
    first, second = matrices(rng, 3, 3, 3), matrices(rng, 3, 3, 3)  # shapes in which the result would fit into an argument
    for weights in (first, second, first, first[:1]):
        compare(
            assert_unchanged(submission.collapse, weights),
            reference.collapse(weights),
            Text(f"collapse of {len(weights)} matrices", f"행렬 {len(weights)}개의 collapse"),
        )
