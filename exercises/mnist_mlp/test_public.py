"""Public tests of mnist_mlp: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import pytest
import torch
from mnist_mlp import accuracy, build_model, train

from gradekit.testing import Text, assert_close, assert_scalar, assert_shape, assert_true, hint, points


def two_pictures():
    """A "0" and a "1" drawn with a ruler, sixteen of each: (32, 28, 28) uint8 pictures and (32,) int64 labels."""
    zero = torch.zeros(28, 28, dtype=torch.uint8)
    zero[6:22, 8:20] = 255
    zero[9:19, 11:17] = 0
    one = torch.zeros(28, 28, dtype=torch.uint8)
    one[5:23, 13:16] = 255
    return torch.stack([zero, one] * 16), torch.tensor([0, 1] * 16)


@points(2)
@hint(en="One row of ten logits for each picture.", ko="그림마다 로짓 10개로 된 행 하나가 나와야 합니다.")
def test_ten_logits_for_each_picture():
    model = build_model()
    assert_shape(model(torch.rand(3, 784)), (3, 10), what="model(x)")


@points(2)
@hint(en="784·512 + 512 + 512·10 + 10: see 'A worked example'.", ko="784·512 + 512 + 512·10 + 10입니다. '풀이 예제'를 보십시오.")
def test_407050_parameters():
    count = sum(parameter.numel() for parameter in build_model().parameters())
    assert_close(count, 407_050, what=Text("the number of parameters", "파라미터의 개수"))


@points(2)
@hint(
    en="Scale the pictures to [0, 1], and let the loss of the whole network flow back.",
    ko="그림을 [0, 1] 범위로 바꾸고, 손실을 신경망 전체로 역전파하십시오.",
)
@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_two_pictures_are_learnt(optimizer):
    images, labels = two_pictures()
    model = build_model()
    history = train(model, images, labels, optimizer=optimizer, epochs=20, batch_size=8, seed=1)
    assert_shape(history, (20,), what=Text("the history", "history"))
    assert_true(
        float(history[-1]) < float(history[0]) / 2,
        Text("the loss should fall to less than half of its first value", "손실이 처음 값의 절반보다 작아져야 합니다"),
    )
    assert_close(accuracy(model, images, labels), 1.0, what="accuracy(model, images, labels)")


@points(2)
@hint(en="A share between 0 and 1, not a count and not per cent.", ko="개수나 퍼센트가 아니라 0과 1 사이의 비율입니다.")
def test_accuracy_is_a_share():
    images, labels = two_pictures()
    model = build_model()
    model.eval()
    value = assert_scalar(accuracy(model, images, labels), what="accuracy(model, images, labels)")
    assert_true(0.0 <= value <= 1.0, Text("accuracy should lie in [0, 1]", "정확도는 [0, 1] 범위에 있어야 합니다"))
    assert_true(
        model.training is False,
        Text("accuracy should leave an eval model in eval mode", "eval 모드였던 모델은 그대로 eval 모드여야 합니다"),
    )
