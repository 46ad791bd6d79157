"""Public tests of module_regression: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import pytest
import torch
from module_regression import LinearRegressionModel, MultivariateLinearRegressionModel, train

from gradekit.testing import assert_close, assert_same, assert_shape, hint

X, Y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[2.0], [4.0], [6.0]])


def from_zero(model):
    """model with its weight and bias set to 0, so that every run is the same."""
    model.load_state_dict({name: torch.zeros_like(value) for name, value in model.state_dict().items()})
    return model


@hint(en="One row in, one number out: (n, d) gives (n, 1).", ko="행 하나에서 숫자 하나가 나옵니다. (n, d)에서 (n, 1)이 됩니다.")
@pytest.mark.parametrize(("make", "features"), [(LinearRegressionModel, 1), (MultivariateLinearRegressionModel, 3)])
def test_the_models(make, features):
    model = make()
    weight = model.state_dict()["linear.weight"]
    assert_same(tuple(weight.shape), (1, features), what="model.linear.weight.shape")
    assert_shape(model(torch.rand(4, features)), (4, 1), what="model(x)")


@hint(
    en="The loss 56 / 3 is noted first; then one step against the gradient (-18.6667, -8). See 'A worked example'.",
    ko="먼저 손실 56 / 3을 기록한 다음 기울기 (-18.6667, -8)과 반대 방향으로 한 번 움직입니다. '풀이 예제'를 보십시오.",
)
def test_one_epoch():
    model = from_zero(LinearRegressionModel())
    assert_close(train(model, X, Y, lr=0.01, epochs=1), [18.666667], what="train(model, x, y, lr, epochs)", atol=1e-4)
    state = model.state_dict()
    assert_close(state["linear.weight"], [[0.186667]], what="model.linear.weight", atol=1e-5)
    assert_close(state["linear.bias"], [0.08], what="model.linear.bias", atol=1e-5)


@hint(en="Each epoch goes on from the one before it.", ko="에포크마다 앞 에포크가 도달한 곳에서 이어집니다.")
def test_the_limit():
    model = from_zero(LinearRegressionModel())
    assert_shape(train(model, X, Y, lr=0.1, epochs=500), (500,), what="train(model, x, y, lr, epochs)")
    assert_close(model(torch.tensor([[4.0]])), [[8.0]], what="model([[4.0]])", atol=1e-2)
