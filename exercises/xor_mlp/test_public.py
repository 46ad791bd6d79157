"""Public tests of xor_mlp: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import pytest
import torch
from xor_mlp import build_mlp, build_single, train

from gradekit.testing import Text, assert_shape, assert_true, hint, points

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
OR = torch.tensor([[0.0], [1.0], [1.0], [1.0]])


def right_answers(model, y):
    return int(((model(X) > 0.5) == (y > 0.5)).sum())


@points(2)
@hint(en="One probability for each row.", ko="행마다 확률이 하나씩 나와야 합니다.")
@pytest.mark.parametrize("build", [build_single, build_mlp])
def test_probabilities(build):
    p = build()(X)
    assert_shape(p, (4, 1), what="model(x)")
    assert_true(bool(((p >= 0) & (p <= 1)).all()), Text("a probability lies in [0, 1]", "확률은 [0, 1] 범위에 있어야 합니다"))


@points(2)
@hint(en="OR is something a single layer can learn.", ko="OR는 단층 신경망도 배울 수 있습니다.")
def test_single_layer_learns_or():
    model = build_single()
    history = train(model, X, OR, lr=1.0, epochs=500)
    assert_shape(history, (500,), what=Text("the history", "history"))
    assert_true(float(history[-1]) < float(history[0]), Text("the loss should fall", "손실이 줄어들어야 합니다"))
    assert_true(right_answers(model, OR) == 4, Text("OR should be learnt", "OR를 배워야 합니다"))


@points(2)
@hint(en="XOR needs a hidden layer with a non-linearity.", ko="XOR에는 비선형 함수가 있는 은닉층이 필요합니다.")
def test_xor():
    learnt = {"single": 0, "MLP": 0}
    for lr, epochs in ((0.1, 1000), (1.0, 500), (0.01, 2000)):
        for name, build in (("single", build_single), ("MLP", build_mlp)):
            model = build()
            train(model, X, XOR, lr, epochs)
            learnt[name] = max(learnt[name], right_answers(model, XOR))
    assert_true(learnt["MLP"] == 4, Text("the MLP should learn XOR", "MLP는 XOR를 배워야 합니다"))
    assert_true(learnt["single"] < 4, Text("a single layer cannot learn XOR", "단층 신경망은 XOR를 배울 수 없습니다"))
