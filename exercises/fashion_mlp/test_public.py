"""Public tests of fashion_mlp: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import torch
from fashion_mlp import CLASSES, build_model, predict_names, train

from gradekit.testing import Text, assert_close, assert_shape, assert_true, hint, points


def two_pictures():
    """A trouser and a bag drawn with a ruler, sixteen of each: (32, 28, 28) uint8 pictures and (32,) int64 labels."""
    trouser = torch.zeros(28, 28, dtype=torch.uint8)
    trouser[3:26, 9:19] = 200
    trouser[9:26, 13:15] = 0
    bag = torch.zeros(28, 28, dtype=torch.uint8)
    bag[11:24, 4:24] = 200
    bag[6:11, 9:11] = 200
    bag[6:11, 17:19] = 200
    return torch.stack([trouser, bag] * 16), torch.tensor([1, 8] * 16)


@points(2)
@hint(en="Ten names, in the order of the labels.", ko="레이블 순서로 적은 이름 열 개입니다.")
def test_names():
    assert_true(len(CLASSES) == 10, Text("CLASSES should hold ten names", "CLASSES에는 이름이 열 개 있어야 합니다"))
    assert_true(CLASSES[1] == "Trouser", Text("label 1 is Trouser", "레이블 1은 Trouser입니다"))
    assert_true(CLASSES[8] == "Bag", Text("label 8 is Bag", "레이블 8은 Bag입니다"))


@points(2)
@hint(en="Two layers with weights and biases: see 'A worked example'.", ko="가중치와 편향이 있는 층 두 개입니다. '풀이 예제'를 보십시오.")
def test_203530_parameters():
    count = sum(parameter.numel() for parameter in build_model().parameters())
    assert_close(count, 203_530, what=Text("the number of parameters", "파라미터의 개수"))


@points(2)
@hint(en="Dropout works in train mode only.", ko="드롭아웃은 train 모드에서만 작동합니다.")
def test_dropout():
    model, rows = build_model(p=0.5), torch.rand(1, 784).repeat(4, 1)
    model.eval()
    calm = model(rows)
    assert_shape(calm, (4, 10), what="model(x)")
    assert_close(
        calm[1],
        calm[0],
        what=Text("a second row with the same picture, in eval mode", "eval 모드에서 같은 그림을 담은 둘째 행의 로짓"),
        atol=1e-6,
    )
    model.train()
    lively = model(rows)
    assert_true(
        float((lively[1] - lively[0]).abs().max()) > 1e-6,
        Text("in train mode, dropout should treat each row differently", "train 모드에서는 행마다 드롭아웃이 달라야 합니다"),
    )


@points(2)
@hint(en="Learn first, then name without dropout.", ko="먼저 학습하고, 드롭아웃 없이 이름을 말합니다.")
def test_two_pictures_are_learnt():
    images, labels = two_pictures()
    model = build_model()
    history = train(model, images, labels, epochs=20, batch_size=8, seed=1)
    assert_shape(history, (20,), what=Text("the history", "history"))
    model.train()
    names = predict_names(model, images[:2])
    assert_true(list(names) == ["Trouser", "Bag"], Text(f"predict_names gave {names}", f"predict_names의 결과가 {names}입니다"))
    assert_true(model.training is True, Text("the mode should be restored", "모델의 모드를 되돌려야 합니다"))
