"""Public tests of image_dataset: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import torch
from image_dataset import ImageDataset, flatten, make_loader

from gradekit.testing import Text, assert_close, assert_same, assert_true, hint, points

IMAGES = torch.tensor([[[0, 51, 102], [153, 204, 255]], [[255, 0, 255], [0, 255, 0]]], dtype=torch.uint8)
LABELS = torch.tensor([7, 2])


@points(2)
@hint(en="Each picture becomes one row, and 255 becomes 1.", ko="그림마다 행 하나가 되고 255는 1이 됩니다.")
def test_flatten():
    rows = flatten(IMAGES)
    assert_close(rows, [[0, 0.2, 0.4, 0.6, 0.8, 1], [1, 0, 1, 0, 1, 0]], what="flatten(images)", atol=1e-6)
    assert_true(rows.dtype == torch.float32, Text("flatten should give float32", "flatten의 결과는 float32여야 합니다"))


@points(2)
@hint(en="An item is a pair: a row of numbers and a plain int.", ko="항목 하나는 숫자로 된 행과 보통의 int로 된 쌍입니다.")
def test_items():
    dataset = ImageDataset(IMAGES, LABELS)
    assert_same(len(dataset), 2, what="len(dataset)")
    picture, label = dataset[1]
    assert_close(picture, [1, 0, 1, 0, 1, 0], what=Text("the picture of dataset[1]", "dataset[1]의 그림"), atol=1e-6)
    assert_true(type(label) is int, Text("a label should be a Python int", "레이블은 Python int여야 합니다"))
    assert_same(label, 2, what=Text("the label of dataset[1]", "dataset[1]의 레이블"))


@points(2)
@hint(en="Batches in the given order, the last one with what is left.", ko="주어진 순서대로 묶고, 마지막 배치에는 남은 것이 들어갑니다.")
def test_batches_in_order():
    images = torch.arange(5, dtype=torch.uint8).reshape(5, 1, 1)
    loader = make_loader(ImageDataset(images, torch.arange(5)), 2, shuffle=False, seed=0)
    labels = [[int(label) for label in batch[1]] for batch in loader]
    assert_true(labels == [[0, 1], [2, 3], [4]], Text(f"the labels came as {labels}", f"레이블이 {labels} 순서로 나왔습니다"))


@points(2)
@hint(en="The same seed, the same order.", ko="시드가 같으면 순서도 같습니다.")
def test_shuffled_by_seed():
    dataset = ImageDataset(torch.zeros(50, 2, 2, dtype=torch.uint8), torch.arange(50))
    orders = [[int(label) for batch in make_loader(dataset, 8, shuffle=True, seed=3) for label in batch[1]] for _ in range(2)]
    assert_same(sorted(orders[0]), list(range(50)), what=Text("all labels of one pass, sorted", "한 번 순회하며 나온 레이블을 정렬한 것"))
    assert_same(orders[1], orders[0], what=Text("the order of a second loader with the same seed", "같은 시드로 만든 둘째 로더의 순서"))
