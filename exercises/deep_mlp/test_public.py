"""Public tests of deep_mlp: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import tempfile
from pathlib import Path

import torch
from deep_mlp import build_model, load, save, train

from gradekit.testing import Text, assert_close, assert_shape, assert_true, hint, points


def two_pictures():
    """A "0" and a "1" drawn with a ruler, eight of each: (16, 28, 28) uint8 pictures and (16,) int64 labels."""
    zero = torch.zeros(28, 28, dtype=torch.uint8)
    zero[6:22, 8:20] = 255
    zero[9:19, 11:17] = 0
    one = torch.zeros(28, 28, dtype=torch.uint8)
    one[5:23, 13:16] = 255
    return torch.stack([zero, one] * 8), torch.tensor([0, 1] * 8)


@points(2)
@hint(en="One row of ten logits for each picture.", ko="그림마다 로짓 10개로 된 행 하나가 나와야 합니다.")
def test_ten_logits_for_each_picture():
    assert_shape(build_model()(torch.rand(3, 784)), (3, 10), what="model(x)")


@points(2)
@hint(en="Four layers with weights and biases: see 'A worked example'.", ko="가중치와 편향이 있는 층 네 개입니다. '풀이 예제'를 보십시오.")
def test_1596426_parameters():
    count = sum(parameter.numel() for parameter in build_model().parameters())
    assert_close(count, 1_596_426, what=Text("the number of parameters", "파라미터의 개수"))


@points(2)
@hint(en="One loss and one accuracy for each epoch.", ko="에포크마다 손실 하나와 정확도 하나를 담습니다.")
def test_two_pictures_are_learnt():
    images, labels = two_pictures()
    history = train(build_model(), images, labels, epochs=6, batch_size=8, lr=1e-3, seed=1)
    for name in ("loss", "accuracy"):
        assert_shape(history[name], (6,), what=f"history['{name}']")
    assert_true(
        float(history["loss"][-1]) < float(history["loss"][0]) / 2,
        Text("the loss should fall to less than half of its first value", "손실이 처음 값의 절반보다 작아져야 합니다"),
    )
    assert_close(history["accuracy"][-1], 1.0, what=Text("the last accuracy", "마지막 정확도"))


@points(2)
@hint(en="What comes back should be what went in.", ko="저장한 것과 불러온 것이 같아야 합니다.")
def test_saved_and_loaded():
    model, rows = build_model(), torch.rand(4, 784)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.bin"
        save(model, str(path))
        assert_true(path.is_file(), Text("save should write the file at path itself", "save는 정확히 path에 파일을 만들어야 합니다"))
        assert_close(load(str(path))(rows), model(rows), what=Text("the logits of the loaded model", "불러온 모델의 로짓"))
