"""The hidden suite of image_dataset.

A loader is judged by the items its own dataset gives, whatever they are, so a mistake in the dataset does not cost the loader's points too.
Labels number the items, so the order of a pass can be read from them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader, Dataset

from gradekit.testing import (
    Text,
    assert_close,
    assert_integers,
    assert_same,
    assert_shape,
    assert_true,
    assert_unchanged,
    beside,
    hint,
    observe,
    points,
)

PICTURE = Text("the picture of an item", "항목의 그림")
LABEL = Text("the label of an item", "항목의 레이블")
ONE_PASS = Text("one pass", "한 번의 순회")


def pictures(rng: np.random.Generator, *shape: int) -> torch.Tensor:
    return torch.from_numpy(rng.integers(0, 256, shape).astype(np.uint8))


def numbered(submission: Any, rng: np.random.Generator, count: int) -> Any:
    """A dataset whose labels are 0, 1, 2, …"""
    return submission.ImageDataset(pictures(rng, count, 3, 2), torch.arange(count))


def item_of(dataset: Any, index: int) -> tuple[Any, Any]:
    item = dataset[index]
    assert_true(
        isinstance(item, list | tuple) and len(item) == 2,
        Text("an item should be a pair of a picture and a label", "항목은 그림과 레이블의 쌍이어야 합니다"),
    )
    return item[0], item[1]


def passed_through(loader: Any) -> list[tuple[Any, list[int]]]:
    """The batches of one pass: pictures and labels."""
    batches = []
    for batch in loader:
        assert_true(
            isinstance(batch, list | tuple) and len(batch) == 2,
            Text("a batch should be a pair of pictures and labels", "배치는 그림과 레이블의 쌍이어야 합니다"),
        )
        assert_shape(batch[1], (len(batch[1]),), what=Text("the labels of a batch", "배치의 레이블"))
        batches.append((batch[0], [int(label) for label in batch[1]]))
    return batches


def order_of(loader: Any) -> list[int]:
    return [label for _, labels in passed_through(loader) for label in labels]


def assert_all_once(order: list[int], count: int, what: Text = ONE_PASS) -> None:
    assert_true(
        sorted(order) == list(range(count)),
        Text(
            f"{what.en} gave {len(order)} items, {len(set(order))} different ones, where the dataset has {count}",
            f"{what.ko}에서 데이터셋의 항목 {count}개를 하나씩 내야 하는데"
            f" 항목 {len(order)}개(서로 다른 것 {len(set(order))}개)가 나왔습니다",
        ),
    )


# --- flatten ---


@points(4)
@hint(
    en="The rows of a picture follow one another in one long row, and 255 becomes 1. See 'A worked example'.",
    ko="그림의 행들이 차례로 이어져 긴 행 하나가 되고 255는 1이 됩니다. '풀이 예제'를 보십시오.",
)
def test_documented_example(submission):
    images = torch.tensor([[[0, 51, 102], [153, 204, 255]]], dtype=torch.uint8)
    assert_close(submission.flatten(images), [[0, 0.2, 0.4, 0.6, 0.8, 1]], what="flatten(images)", atol=1e-6, rtol=0)


@points(2)
@pytest.mark.parametrize("shape", [(1, 1, 1), (3, 28, 28), (4, 5, 7), (6, 4, 1)])
@hint(
    en="One row for each picture, row after row of its pixels, each divided by 255; pictures need be neither square nor 28 by 28.",
    ko="그림마다 행 하나이며, 픽셀을 행 순서대로 늘어놓고 255로 나눕니다. 그림은 정사각형이나 28×28이 아닐 수도 있습니다.",
)
def test_flatten_values(submission, reference, rng, shape):
    images = pictures(rng, *shape)
    assert_close(submission.flatten(images), reference.flatten(images), what="flatten(images)", atol=1e-6, rtol=0)


@points(4)
@hint(
    en="The scale is fixed: 0 is 0, 255 is 1, whatever else is in the pictures.",
    ko="그림에 무엇이 있든 0은 0이고 255는 1이라는 기준은 같습니다.",
)
def test_flatten_scale(submission, reference):
    for brightest in (255, 100, 1, 0):
        images = torch.full((2, 3, 3), brightest, dtype=torch.uint8)
        images[0, 1, 1] = 0
        assert_close(submission.flatten(images), reference.flatten(images), what="flatten(images)", atol=1e-6, rtol=0)


@points(4)
@hint(
    en="Layers of a network compute in float32, PyTorch's usual precision.",
    ko="신경망의 층은 PyTorch의 기본 정밀도인 float32로 계산합니다.",
)
def test_flatten_dtype(submission, rng):
    rows = submission.flatten(pictures(rng, 2, 4, 3))
    assert_shape(rows, (2, 12), what="flatten(images)")
    assert_float32(submission, rows, "flatten(images)")


def ask_kind(submission: Any, value: Any) -> None:
    """Have the kind of value said in a call of its own: transcripts hold answers by value alone, where a tensor 4 is the int 4.

    In a dict, whose values a transcript takes one by one: the question then counts as the same, however it is answered.
    """
    beside(submission.flatten, str)({"kind": value.dtype if isinstance(value, torch.Tensor) and value.ndim else value})


def assert_float32(submission: Any, value: Any, what: str | Text) -> None:
    what = Text.of(what)
    ask_kind(submission, value)
    assert_true(
        isinstance(value, torch.Tensor) and value.dtype is torch.float32,
        Text(f"{what.en} should be a float32 tensor", f"{what.ko}은(는) float32 텐서여야 합니다"),
    )


@points(4)
@hint(
    en="No pictures are no rows, but a row would still have h·w numbers: nothing is left to infer that from.",
    ko="그림이 없으면 행도 없지만 행의 길이는 여전히 h·w입니다. 원소가 없으므로 그 길이를 추론하게 할 수는 없습니다.",
)
def test_flatten_empty(submission):
    rows = submission.flatten(torch.zeros((0, 3, 4), dtype=torch.uint8))
    what = Text("flatten of no pictures", "그림 없이 부른 flatten의 결과")
    assert_shape(rows, (0, 12), what=what)
    assert_float32(submission, rows, what)


@points(3)
@hint(en="Make a new tensor and leave the given one as it is.", ko="새 텐서를 만들고 받은 텐서는 그대로 두십시오.")
def test_flatten_leaves_pictures(submission, reference, rng):
    images = pictures(rng, 3, 4, 4)
    rows = assert_unchanged(submission.flatten, images)
    assert_close(rows, reference.flatten(images), what="flatten(images)", atol=1e-6, rtol=0)
    again = submission.flatten(images.flip(0))
    assert_close(
        again,
        reference.flatten(images.flip(0)),
        what=Text("flatten of other pictures", "다른 그림들에 대한 flatten의 결과"),
        atol=1e-6,
        rtol=0,
    )


# --- ImageDataset ---


@points(3)
@hint(en="Inherit from torch.utils.data.Dataset.", ko="torch.utils.data.Dataset을 상속하십시오.")
def test_is_a_dataset(submission, rng):
    dataset = numbered(submission, rng, 3)
    assert_true(
        beside(submission.flatten, isinstance)(dataset, Dataset) is True,
        Text("ImageDataset is no torch.utils.data.Dataset", "ImageDataset이 torch.utils.data.Dataset이 아닙니다"),
    )


@points(2)
@pytest.mark.parametrize("count", [1, 9])
@hint(en="len(dataset) counts the pictures.", ko="len(dataset)은 그림의 수입니다.")
def test_length(submission, rng, count):
    assert_same(len(submission.ImageDataset(pictures(rng, count, 4, 5), torch.arange(count))), count, what="len(dataset)")


@points(3)
@pytest.mark.parametrize("shape", [(5, 28, 28), (7, 3, 4)])
@hint(
    en="The picture of an item is the row that flatten gives for it.",
    ko="항목의 그림은 flatten이 그 그림에 대해 내는 행과 같습니다.",
)
def test_item_pictures(submission, reference, rng, shape):
    images = pictures(rng, *shape)
    dataset = submission.ImageDataset(images, torch.from_numpy(rng.integers(0, 10, shape[0])))
    expected = reference.flatten(images)
    for index in rng.permutation(shape[0]).tolist():
        assert_close(item_of(dataset, index)[0], expected[index], what=PICTURE, atol=1e-6, rtol=0)


@points(4)
@hint(en="The picture of an item is a float32 tensor with one axis.", ko="항목의 그림은 축이 하나인 float32 텐서입니다.")
def test_item_dtype(submission, rng):
    for height, width in ((4, 3), (1, 1)):
        picture, _ = item_of(submission.ImageDataset(pictures(rng, 2, height, width), torch.tensor([1, 2])), 1)
        assert_shape(picture, (height * width,), what=PICTURE)
        assert_float32(submission, picture, PICTURE)


@points(4)
@hint(en="Each picture keeps its own label, however large the number.", ko="그림마다 자기 레이블이 있으며, 레이블은 큰 수일 수도 있습니다.")
def test_item_labels(submission, rng):
    labels = torch.from_numpy(rng.integers(0, 1000, 8))
    labels[:3] = torch.tensor([-1, 70_001, 2**40 + 1])  # int64 holds them all
    dataset = submission.ImageDataset(pictures(rng, 8, 2, 3), labels)
    for index in rng.permutation(8).tolist():
        assert_same(item_of(dataset, index)[1], labels[index], what=LABEL)


@points(5)
@hint(
    en="A tensor with one number in it is still a tensor: `.item()` or `int()` takes the number out.",
    ko="숫자가 하나뿐인 텐서도 텐서입니다. `.item()`이나 `int()`로 숫자를 꺼내십시오.",
)
def test_label_is_int(submission, rng):
    dataset = submission.ImageDataset(pictures(rng, 3, 2, 2), torch.tensor([4, 0, 9]))
    for index, expected in enumerate((4, 0, 9)):
        label = item_of(dataset, index)[1]
        ask_kind(submission, label)
        kind = getattr(label, "type_name", None) or type(label).__name__
        assert_true(
            type(label) is int,
            Text(f"a label should be a Python int, but is a {kind}", f"레이블은 Python int여야 하는데 {kind}입니다"),
        )
        assert_same(label, expected, what=LABEL)


@points(3)
@hint(
    en="What a dataset holds belongs to that object: keep it in self, not in the class or the module.",
    ko="데이터셋의 내용은 객체마다 따로 있습니다. 클래스나 모듈이 아니라 self에 담아 두십시오.",
)
def test_datasets_are_separate(submission, reference, rng):
    images, others = pictures(rng, 2, 2, 3), pictures(rng, 4, 3, 3)
    first = submission.ImageDataset(images, torch.tensor([1, 2]))
    second = submission.ImageDataset(others, torch.tensor([3, 4, 5, 6]))
    alike = pictures(rng, 2, 2, 3)
    third = submission.ImageDataset(alike, torch.tensor([7, 8]))
    wanted = ((first, images, 1, 2), (second, others, 3, 6), (third, alike, 1, 8), (first, images, 0, 1))
    for dataset, shown, index, label in wanted:
        assert_same(len(dataset), len(shown), what="len(dataset)")
        picture, got = item_of(dataset, index)
        assert_close(picture, reference.flatten(shown)[index], what=PICTURE, atol=1e-6, rtol=0)
        assert_same(got, label, what=LABEL)


@points(2)
@hint(en="The tensors that you are given stay as they are.", ko="받은 텐서의 내용은 바꾸지 않습니다.")
def test_dataset_leaves_tensors(submission, rng):
    images, labels = pictures(rng, 4, 3, 3), torch.tensor([3, 1, 2, 0])
    seen = observe(submission.ImageDataset, images.clone(), labels.clone())
    assert_same(item_of(seen.value, 3)[1], 0, what=LABEL)
    assert_same(seen.args[0], images, what=Text("the pictures after the call", "호출 뒤의 그림"))
    assert_same(seen.args[1], labels, what=Text("the labels after the call", "호출 뒤의 레이블"))


# --- make_loader ---


@points(3)
@hint(en="Return a torch.utils.data.DataLoader.", ko="torch.utils.data.DataLoader를 돌려주십시오.")
def test_is_a_loader(submission, rng):
    loader = submission.make_loader(numbered(submission, rng, 4), batch_size=2, shuffle=True, seed=1)
    assert_true(
        beside(submission.make_loader, isinstance)(loader, DataLoader) is True,
        Text("make_loader should return a DataLoader", "make_loader는 DataLoader를 돌려주어야 합니다"),
    )


@points(1)
@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize("count, size", [(10, 4), (12, 4), (5, 8), (3, 1)])
@hint(
    en="Every batch has batch_size items but the last, which takes what is left.",
    ko="배치마다 batch_size개의 항목이 들어가고 마지막 배치에는 남은 것이 들어갑니다.",
)
def test_batch_sizes(submission, rng, count, size, shuffle):
    batches = passed_through(submission.make_loader(numbered(submission, rng, count), size, shuffle, 5))
    expected = [min(size, count - start) for start in range(0, count, size)]
    assert_same([len(labels) for _, labels in batches], expected, what=Text("the sizes of the batches", "배치의 크기"))
    for shown, labels in batches:
        assert_same(len(shown), len(labels), what=Text("the number of pictures in a batch", "배치에 든 그림의 수"))


@points(3)
@hint(en="Without shuffling the items come as they are numbered.", ko="섞지 않으면 항목이 번호 순서대로 나옵니다.")
def test_in_order(submission, rng):
    dataset = numbered(submission, rng, 30)
    for seed in (0, 7):
        order = order_of(submission.make_loader(dataset, 7, shuffle=False, seed=seed))
        assert_same(order, list(range(30)), what=Text("the labels without shuffling", "섞지 않았을 때의 레이블"))


@points(3)
@pytest.mark.parametrize("shuffle", [False, True])
@hint(
    en="A batch holds pictures and labels of the same items, each item's picture as the dataset gives it.",
    ko="배치에는 같은 항목의 그림과 레이블이 들어가며, 그림은 데이터셋이 내는 그대로입니다.",
)
def test_batches_hold_the_items(submission, rng, shuffle):
    count = 13
    dataset = numbered(submission, rng, count)
    shown = [item_of(dataset, index)[0] for index in range(count)]
    loader = submission.make_loader(dataset, 4, shuffle, 2)
    batches = passed_through(loader)
    assert_all_once([label for _, labels in batches for label in labels], count)
    if type(item_of(dataset, 0)[1]) is int:  # what else a dataset gives, a batch may hold as well
        for _, labels in loader:
            assert_integers(labels, [int(label) for label in labels], what=Text("the labels of a batch", "배치의 레이블"))
    for rows, labels in batches:
        expected = [np.asarray(shown[label], dtype=np.float64).tolist() for label in labels]
        assert_close(rows, expected, what=Text("the pictures of a batch", "배치의 그림"), atol=1e-6, rtol=0)


@points(4)
@hint(
    en="Shuffling mixes all items with one another, not only within a batch and not only the batches.",
    ko="섞기는 모든 항목을 서로 섞는 일입니다. 배치 안에서만 섞거나 배치의 순서만 섞는 것으로는 부족합니다.",
)
def test_shuffles_all(submission, rng):
    count, size = 60, 10
    batches = [
        labels for _, labels in passed_through(submission.make_loader(numbered(submission, rng, count), size, shuffle=True, seed=11))
    ]
    order = [label for labels in batches for label in labels]
    assert_all_once(order, count)
    assert_true(order != list(range(count)), Text("nothing was shuffled", "순서가 섞이지 않았습니다"))
    apart = sum(len({label // size for label in labels}) > 1 for labels in batches)
    assert_true(
        apart > 1,
        Text("the batches hold the same items as without shuffling", "배치마다 섞지 않았을 때와 같은 항목이 들어 있습니다"),
    )


@points(4)
@hint(
    en="Two loaders that are made with the same seed go through the items in the same order.",
    ko="같은 시드로 만든 두 로더는 같은 순서로 항목을 냅니다.",
)
def test_same_seed_same_order(submission, rng):
    dataset, seed = numbered(submission, rng, 40), int(rng.integers(1, 10_000))
    first = order_of(submission.make_loader(dataset, 6, shuffle=True, seed=seed))
    assert_all_once(first, 40)
    for held, size in ((dataset, 6), (numbered(submission, rng, 40), 6), (dataset, 9)):
        order = order_of(submission.make_loader(held, size, shuffle=True, seed=seed))
        assert_same(order, first, what=Text("the order of another loader with the same seed", "같은 시드로 만든 다른 로더의 순서"))


@points(2)
@pytest.mark.parametrize("when", ["before it is made", "before its pass", "after another loader"])
@hint(
    en="A seed set on PyTorch's global generator is used up by whoever draws first. Give the loader a generator of its own.",
    ko="PyTorch의 전역 생성기에 정한 시드는 먼저 난수를 뽑는 쪽이 써 버립니다. 로더에 자기만의 생성기를 주십시오.",
)
def test_whatever_the_global_state(submission, rng, when):
    dataset, seed = numbered(submission, rng, 40), int(rng.integers(1, 10_000))
    disturb = beside(submission.make_loader, torch.random.manual_seed)
    disturb(1)
    expected = order_of(submission.make_loader(dataset, 6, shuffle=True, seed=seed))
    if when == "before it is made":
        disturb(2)
    loader = submission.make_loader(dataset, 6, shuffle=True, seed=seed)
    if when == "before its pass":
        disturb(3)
    if when == "after another loader":
        order_of(submission.make_loader(dataset, 6, shuffle=True, seed=seed + 1))
    assert_all_once(expected, 40)
    assert_same(order_of(loader), expected, what=Text("the order of a loader with the same seed", "같은 시드로 만든 로더의 순서"))


@points(4)
@hint(en="Another seed, another order.", ko="시드가 다르면 순서도 다릅니다.")
def test_seeds_differ(submission, rng):
    dataset = numbered(submission, rng, 40)
    seeds = (0, 1, 2, 256, 12345, 65536, 2**31 - 1)
    orders = [tuple(order_of(submission.make_loader(dataset, 20, shuffle=True, seed=seed))) for seed in seeds]
    assert_true(
        len(set(orders)) == len(seeds),
        Text("loaders with different seeds gave the same order", "시드가 다른 로더들이 같은 순서로 항목을 냈습니다"),
    )
    for order in orders:
        assert_all_once(list(order), 40)
    for place in (0, -1):  # where nothing is left out of the shuffling, one of forty comes first seven times less than once in 10**9
        assert_true(
            len({order[place] for order in orders}) > 1,
            Text("the first or the last item is the same for every seed", "첫 항목이나 마지막 항목이 시드와 관계없이 늘 같습니다"),
        )


@points(2)
@pytest.mark.parametrize("shuffle", [False, True])
@hint(en="A loader can be gone through again, epoch after epoch.", ko="로더는 에포크마다 다시 순회할 수 있어야 합니다.")
def test_second_pass(submission, rng, shuffle):
    loader = submission.make_loader(numbered(submission, rng, 13), 5, shuffle, 3)
    for what in (Text("the first pass", "첫째 순회"), Text("the second pass", "둘째 순회")):
        assert_all_once(order_of(loader), 13, what)
