"""Public tests of overfitting: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import torch
from overfitting import generalization_gap, is_overfitting, train_with_early_stopping
from torch import nn

from gradekit.testing import Text, assert_close, assert_same, assert_true, beside, hint, points


@points(2)
@hint(en="Training minus test.", ko="훈련 정확도에서 시험 정확도를 뺍니다.")
def test_gap():
    assert_close(generalization_gap(0.99, 0.87), 0.12, what="generalization_gap(0.99, 0.87)")


@points(2)
@hint(en="Is there a new minimum among the last three?", ko="마지막 세 값 가운데 새로운 최솟값이 있습니까?")
def test_is_overfitting():
    history = [0.9, 0.7, 0.6, 0.65, 0.7, 0.8]
    assert_same(is_overfitting(history), True, what="is_overfitting(history)")
    assert_same(
        is_overfitting(history[:5]), False, what=Text("is_overfitting of the first five losses", "처음 손실 다섯 개에 대한 is_overfitting")
    )


@points(2)
@hint(
    en="Every epoch: one update, then the validation loss in eval mode.",
    ko="에포크마다 한 번 갱신한 다음 eval 모드에서 검증 손실을 잽니다.",
)
def test_early_stopping():
    # `beside` makes the model where your function runs: at home that is simply nn.Sequential(nn.Linear(2, 2)).
    layer = beside(train_with_early_stopping, nn.Linear)(2, 2)
    model = beside(train_with_early_stopping, nn.Sequential)(layer)
    model.load_state_dict({"0.weight": torch.zeros(2, 2), "0.bias": torch.zeros(2)})
    train_set = torch.tensor([[1.0, 0.0], [0.0, 1.0]]), torch.tensor([0, 1])
    val_set = torch.tensor([[1.0, 1.0]]), torch.tensor([0])  # it says nothing of the classes: the loss stays where it is
    result = train_with_early_stopping(model, train_set, val_set, max_epochs=50, patience=4, lr=0.1, seed=1)
    assert_same(result["epochs_run"], 5, what="epochs_run")
    assert_same(result["best_epoch"], 0, what="best_epoch")
    assert_close(list(result["val_loss"]), [0.693147] * 5, what="val_loss", atol=1e-4)
    weights = model.state_dict()["0.weight"]
    assert_true(
        float((weights - torch.tensor([[0.1, -0.1], [-0.1, 0.1]])).abs().max()) < 1e-3,
        Text("the model should end with the weights of epoch 0", "모델은 0번 에포크의 가중치를 가지고 끝나야 합니다"),
    )
