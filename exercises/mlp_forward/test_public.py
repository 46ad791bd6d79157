"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from mlp_forward import collapse, forward, layer, predict_class

from gradekit.testing import assert_close, assert_same, hint, raises

X = np.array([[1.0, 2.0], [-1.0, 0.5]])
U1 = np.array([[0.5, 1.0, -1.0], [-1.0, 0.5, 0.5], [0.0, -1.0, 1.0]])
U2 = np.array([[0.5, 1.0, -2.0, 0.5], [-0.5, 1.0, 2.0, -1.0]])


@hint(en="Each row of U is one unit: its bias, then its weights.", ko="U의 각 행이 유닛 하나이며 편향이 먼저이고 가중치가 다음입니다.")
def test_one_layer():
    assert_close(layer(X, U1, "identity"), [[-0.5, 0.5, 1.0], [-1.0, -1.25, 1.5]], what='layer(X, U1, "identity")')
    assert_close(layer(X, U1, "relu"), [[0.0, 0.5, 1.0], [0.0, 0.0, 1.5]], what='layer(X, U1, "relu")')


@hint(en="The output of a layer is the input of the next.", ko="한 층의 출력이 다음 층의 입력입니다.")
def test_two_layers():
    expected = [[0.62245933, 0.37754067], [0.96267311, 0.03732689]]
    assert_close(forward(X, [U1, U2], ["relu", "softmax"]), expected, atol=1e-8, what="forward(X, weights, activations)")


@hint(en="The place of the largest output of each row.", ko="각 행에서 가장 큰 출력의 위치입니다.")
def test_classes():
    assert_same(predict_class(np.array([[0.1, 0.7, 0.2], [3.0, -1.0, 2.0]])), [1, 0], what="predict_class(O)")


@hint(en="The biases of the first layer pass through the weights of the second.", ko="첫째 층의 편향은 둘째 층의 가중치를 거칩니다.")
def test_two_layers_in_one():
    assert_close(collapse([U1, U2]), [[3.0, -0.5, -1.5], [-2.0, 3.0, -1.0]], what="collapse([U1, U2])")


@hint(en="One activation for each matrix.", ko="행렬마다 활성화 함수가 하나씩 있어야 합니다.")
def test_an_activation_too_few():
    with raises(ValueError):
        forward(X, [U1, U2], ["relu"])
