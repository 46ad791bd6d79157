"""The hidden suite of deep_mlp.

Models are compared by their weights, whatever a submission calls them: the suite loads weights it drew itself, lets the
submission train, and reads the weights back. The pictures of these tests are synthetic; those of the last one are digits,
moved, noised and relabelled by the course's secret, so that neither a table of known pictures nor weights trained
elsewhere answer them.
"""

from __future__ import annotations

import base64
import contextlib
import itertools
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pytest
import torch

from gradekit.datasets import Dataset
from gradekit.sandbox.answers import CallEnded
from gradekit.testing import (
    Mismatch,
    Text,
    assert_close,
    assert_same,
    assert_shape,
    assert_true,
    beside,
    costly,
    depends,
    hint,
    observe,
    points,
)

Parts = dict[str, torch.Tensor]
SHAPES = {  # in the order of the reference's parameters
    "first weights": (1024, 784),
    "first biases": (1024,),
    "second weights": (512, 1024),
    "second biases": (512,),
    "third weights": (512, 512),
    "third biases": (512,),
    "output weights": (10, 512),
    "output biases": (10,),
}
FULL_SHARE = 0.88  # of the reference's accuracy: right programs, which differ in the order of the pictures, stay above 0.94 of it
NO_SHARE = 0.5
# Of the graded training: a second or two on one core with at most TRAIN_LIMIT pictures. At the default rate a training as short as this
# would end where accuracies of right programs still differ by a twentieth.
EPOCHS, BATCH, RATE = 3, 64, 1e-3
TRAIN_LIMIT, TEST_LIMIT = 1_500, 600  # of MNIST; the embedded digits are fewer
RISING = 1e-3  # one at which a nearly perfect model becomes worse at first
STANDING = 1e-9  # a learning rate at which weights stay what they are, but for rounding
# In the folder where the worker runs: its own, which goes with it. Elsewhere it need not be allowed to write.
PATHS = ("gradekit-network", "gradekit-network.v2.bin")
FILE_BYTES = 5_000_000  # 1,596,426 weights in float32 are 6,385,704 bytes, and hardly fewer when compressed


# --- models: the submission's (through handles) and the reference's (modules) alike ---


def build(submission: Any, device: str) -> Any:
    model = submission.build_model()
    assert_true(callable(model), Text("build_model() should return an nn.Module", "build_model()은 nn.Module을 돌려주어야 합니다"))
    if device != "cpu":
        model.to(device)
    return model


def logits_of(model: Any, rows: torch.Tensor) -> np.ndarray:
    value = model(rows)
    assert_shape(value, (len(rows), 10), what="model(x)")
    return torch.as_tensor(value).detach().cpu().double().numpy()


def parameters_of(model: Any) -> Parts:
    """Names and parameters as copies; what a worker gives that is none is left out, and missed afterwards."""
    try:
        given = model.named_parameters()
    except CallEnded:  # lazy layers learn their shapes from their first pictures
        model(torch.zeros(2, 784))
        given = model.named_parameters()
    return {name: value.detach().cpu().clone() for name, value in given if isinstance(name, str) and isinstance(value, torch.Tensor)}


def bare(shape: Any) -> tuple[int, ...]:
    return tuple(size for size in shape if size != 1)


def turned(value: torch.Tensor, shape: tuple[int, ...], transposed: bool) -> torch.Tensor:
    """value in shape: as it is or transposed, with axes of length 1 put in or left out."""
    plain = value.reshape(bare(value.shape))
    return (plain.T if transposed else plain).reshape(shape)


@dataclass(frozen=True)
class Place:
    """Where a submission's models keep a part: the parameter's name, shape and dtype, and whether it lies transposed."""

    name: str
    shape: tuple[int, ...]
    dtype: torch.dtype
    transposed: bool


Layout = dict[str, Place]


def layouts(parameters: Parts) -> list[Layout]:
    """The ways in which parameters can be the eight parts. Raises Mismatch where there is none.

    Two vectors have the same length, and a square matrix may lie either way: the shapes alone do not tell.
    """
    choices: list[list[Place]] = []
    for part, shape in SHAPES.items():
        same = sum(other == shape for other in SHAPES.values())
        found = [name for name, value in parameters.items() if bare(value.shape) in (shape, shape[::-1])]
        assert_true(
            len(found) == same,
            Text(
                f"the model should have {same} parameter(s) of shape {shape} for its {part}, but has {len(found)}",
                f"모델에 모양이 {shape}인 파라미터가 {same}개 있어야 하는데 {len(found)}개 있습니다",
            ),
        )
        choices.append([])
        for name in found:
            value = parameters[name]
            either_way = len(shape) == 2 and shape[0] == shape[1]
            for transposed in (False, True) if either_way else (bare(value.shape) != shape,):
                choices[-1].append(Place(name, tuple(value.shape), value.dtype, transposed))
    return [
        dict(zip(SHAPES, places, strict=True))
        for places in itertools.product(*choices)
        if len({place.name for place in places}) == len(places)
    ]


# Looked up once a submission: a model's first weights are its own affair, and asking for them with each model would only cost time
# and give every submission answers that no other one gives, among which a misconception's are harder to recognise.
_layouts: WeakKeyDictionary[Any, Layout] = WeakKeyDictionary()


def layout_of(submission: Any, reference: Any, model: Any) -> Layout:
    """The layout with which model computes what the reference does; the first one where none is right. Raises Mismatch as layouts does."""
    if submission not in _layouts:
        possible = layouts(parameters_of(model))
        _layouts[submission] = possible[0]
        rng = np.random.default_rng(0)
        weights, rows = drawn_weights(rng), torch.from_numpy(rng.random((2, 784)).astype(np.float32))
        expected = trusted_model(reference, weights)(rows.double()).detach().numpy()
        for layout in possible:
            put(model, layout, weights)
            if np.allclose(logits_of(model, rows), expected, atol=1e-3):
                _layouts[submission] = layout
                break
    return _layouts[submission]


def put(model: Any, layout: Layout, parts: Parts) -> None:
    state = {}
    for part, place in layout.items():
        stored = parts[part].T if place.transposed else parts[part]
        state[place.name] = stored.reshape(place.shape).to(place.dtype).contiguous().clone()
    model.load_state_dict(state, strict=False)


def load(submission: Any, reference: Any, model: Any, parts: Parts) -> None:
    """Put parts into a model of the submission's; its buffers stay as they are."""
    put(model, layout_of(submission, reference, model), parts)


def load_if_fitting(submission: Any, reference: Any, model: Any, parts: Parts) -> None:
    """Put parts into model unless it is built otherwise: what it does with weights of its own can be right all the same."""
    with contextlib.suppress(Mismatch):
        load(submission, reference, model, parts)


def read(submission: Any, reference: Any, model: Any) -> Parts:
    """The parts of a model of the submission's, in float64 and in the shapes of SHAPES."""
    layout, parameters = layout_of(submission, reference, model), parameters_of(model)
    return {part: turned(parameters[place.name].double(), SHAPES[part], place.transposed) for part, place in layout.items()}


def parts_of(trusted: torch.nn.Module) -> Parts:
    return dict(zip(SHAPES, (value.detach().double().clone() for value in trusted.parameters()), strict=True))


def trusted_model(reference: Any, weights: Parts) -> Any:
    """The reference's model with those weights, in float64."""
    model = reference.build_model().double()
    model.load_state_dict(dict(zip(model.state_dict(), weights.values(), strict=True)))
    return model


def drawn_weights(rng: np.random.Generator) -> Parts:
    """Weights that keep the size of the numbers from layer to layer."""
    return {
        part: torch.from_numpy(rng.standard_normal(shape, dtype=np.float32) * np.float32(np.sqrt(2 / shape[1]) if len(shape) == 2 else 0.1))
        for part, shape in SHAPES.items()
    }


def known_model(submission: Any, reference: Any, rng: np.random.Generator, device: str) -> Any:
    """A model with weights of the suite's, so that every submission is asked the same."""
    model = build(submission, device)
    load_if_fitting(submission, reference, model, drawn_weights(rng))
    return model


def pair(submission: Any, reference: Any, device: str, weights: Parts) -> tuple[Any, Any]:
    """The submission's model and the reference's, with the same weights."""
    model = build(submission, device)
    load(submission, reference, model, weights)
    return model, trusted_model(reference, weights)


# --- pictures, losses and accuracies ---


def drawn_pictures(rng: np.random.Generator, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Synthetic pictures whose outermost four rows and columns stay black, and labels. A lit pixel is well above 0."""
    pixels = rng.integers(40, 256, (count, 28, 28)) * (rng.random((count, 28, 28)) < 0.3)
    frame = np.zeros((28, 28), dtype=bool)
    frame[4:24, 4:24] = True
    return torch.from_numpy((pixels * frame).astype(np.uint8)), torch.from_numpy(rng.integers(0, 10, count))


def judged_pictures(model: Any, reference: Any, rng: np.random.Generator, count: int) -> tuple[torch.Tensor, np.ndarray]:
    """count pictures that model reads without doubt, and what it reads: rounding cannot turn one into another."""
    images, _ = drawn_pictures(rng, 3 * count + 10)
    logits = logits_of(model, reference.to_rows(images))
    ranked = np.sort(logits, axis=1)
    certain = np.flatnonzero(ranked[:, -1] - ranked[:, -2] > 1e-2)[:count]
    assert_true(
        len(certain) == count,
        Text("the model gives nearly equal logits for most pictures", "모델이 대부분의 그림에 거의 같은 로짓을 냅니다"),
    )
    return images[certain], logits[certain].argmax(axis=1)


@dataclass(frozen=True)
class History:
    losses: list[float]
    accuracies: list[float]


def checked(history: Any, epochs: int) -> History:
    assert_true(
        isinstance(history, dict) and "loss" in history and "accuracy" in history,
        Text("train should return a dict with loss and accuracy", "train은 loss와 accuracy가 있는 dict를 돌려주어야 합니다"),
    )
    columns = []
    for name in ("loss", "accuracy"):
        assert_shape(history[name], (epochs,), what=f"history['{name}']")
        columns.append([float(value) for value in history[name]])
    assert_true(np.isfinite(columns[0]).all(), Text("the loss of an epoch is not finite", "에포크 손실에 유한하지 않은 값이 있습니다"))
    assert_true(
        all(0 <= value <= 1 for value in columns[1]),
        Text("an accuracy lies in [0, 1]", "정확도는 [0, 1] 범위에 있어야 합니다"),
    )
    return History(*columns)


def assert_losses(history: History, seen: list[Any]) -> None:
    """The losses of the epochs are the means of seen, by pictures or by batches."""
    for epoch, (value, expected) in enumerate(zip(history.losses, seen, strict=True)):
        by_batches = float(np.mean([loss for loss, _ in expected.losses]))
        by_pictures = float(np.average([loss for loss, _ in expected.losses], weights=[count for _, count in expected.losses]))
        nearest = min(by_pictures, by_batches, key=lambda mean: abs(mean - value))
        # Before the first update nothing but rounding separates two right programs; afterwards they drift apart a little.
        rtol = 2e-5 if epoch == 0 and len(expected.losses) == 1 else 5e-4
        assert_close(value, nearest, what=Text(f"the loss of epoch {epoch}", f"에포크 {epoch}의 손실"), atol=1e-5, rtol=rtol)


def by_size(seen: list[Any], sizes: tuple[int, ...]) -> list[Any]:
    """The epochs with batches of other sizes, where all pictures are the same."""
    return [type(epoch)([(loss, size) for (loss, _), size in zip(epoch.losses, sizes, strict=True)], 0, 0) for epoch in seen]


def assert_weights(submission: Any, reference: Any, model: Any, trusted: Any, lr: float) -> None:
    """The model's weights are trusted's.

    Adam's step hardly depends on the size of a gradient but turns with its sign, so where a gradient is next to nothing
    two right programs may go different ways: one value, and one in a hundred more, may differ.
    """
    got, expected = read(submission, reference, model), parts_of(trusted)
    for part, want in expected.items():
        wrong = int((~((got[part] - want).abs() <= 0.03 * lr + 1e-7 * want.abs())).sum())
        assert_true(
            wrong <= 1 + want.numel() // 100,
            Text(
                f"{wrong} of {want.numel()} {part} differ from the reference's after training",
                f"학습한 뒤 모양이 {SHAPES[part]}인 값 {want.numel()}개 중 {wrong}개가 기준 모델과 다릅니다",
            ),
        )


def assert_unlit_stay(got: Parts, weights: Parts, images: torch.Tensor) -> None:
    """A weight from a pixel that is black in every picture has no gradient: only a decay of the weights could move it."""
    black = (images.reshape(len(images), 784) == 0).all(dim=0)
    before, after = weights["first weights"].double()[:, black], got["first weights"][:, black]
    assert_true(
        ((after - before).abs() <= 2e-7 * before.abs()).all(),
        Text(
            "weights of pixels that are black in all pictures have changed, although their gradient is 0",
            "모든 그림에서 검은 픽셀의 가중치는 기울기가 0인데도 값이 바뀌었습니다",
        ),
    )


# --- the model ---


@points(2)
@pytest.mark.parametrize("count", [1, 7])
@hint(
    en="The model takes rows of 784 numbers and gives a row of ten logits for each.",
    ko="모델은 숫자 784개로 된 행을 받아 행마다 로짓 10개를 내야 합니다.",
)
def test_output_shape(submission, reference, rng, device, count):
    rows = torch.from_numpy(rng.random((count, 784)).astype(np.float32))
    assert_true(
        np.isfinite(logits_of(known_model(submission, reference, rng, device), rows)).all(),
        Text("a logit is not finite", "유한하지 않은 로짓이 있습니다"),
    )


@points(4)
@hint(
    en="Each layer has a weight for every pair of neurons, and a bias for every neuron it feeds. See 'A worked example'.",
    ko="층마다 뉴런 쌍 하나에 가중치 하나, 출력 뉴런 하나에 편향 하나가 있습니다. '풀이 예제'를 보십시오.",
)
def test_parameter_count(submission, device):
    count = sum(value.numel() for value in parameters_of(build(submission, device)).values())
    assert_same(count, 1_596_426, what=Text("the number of parameters", "파라미터 수"))


@points(4)
@hint(
    en="Four layers, 784 to 1024, 1024 to 512, 512 to 512 and 512 to 10, each with weights and biases that are the model's parameters.",
    ko="784에서 1024, 512, 512를 거쳐 10으로 가는 네 층이 있고, 각 층의 가중치와 편향이 모델의 파라미터로 등록되어야 합니다.",
)
def test_layers(submission, reference, rng, device):
    model, weights = build(submission, device), drawn_weights(rng)
    load(submission, reference, model, weights)
    for part, value in read(submission, reference, model).items():
        assert_same(
            value,
            weights[part].double(),
            what=Text(f"the {part} after load_state_dict", f"load_state_dict를 호출한 뒤 모양이 {SHAPES[part]}인 파라미터"),
        )


@points(2)
@depends("test_layers")
@hint(
    en="Neurons that start alike stay alike, since they get the same gradients. PyTorch's own initialisation makes them differ.",
    ko="같은 값에서 시작한 뉴런은 기울기도 같아서 계속 같은 값을 가집니다. PyTorch의 기본 초기화는 뉴런마다 값이 다릅니다.",
)
def test_neurons_differ(submission, reference, device):
    parts = read(submission, reference, build(submission, device))
    for layer in ("first", "second", "third"):
        weights = parts[f"{layer} weights"]
        distinct = len({tuple(neuron) for neuron in weights[:, :40].tolist()})
        assert_true(
            distinct > len(weights) // 2,
            Text(
                f"a new model has only {distinct} different neurons among the {len(weights)} of its {layer} layer",
                f"새 모델에서 가중치 모양이 {tuple(weights.shape)}인 층의 뉴런 {len(weights)}개 가운데 서로 다른 것이 {distinct}개뿐입니다",
            ),
        )


@points(3)
@depends("test_layers")
@pytest.mark.parametrize("scale", [1.0, 6.0])
@hint(
    en="ReLU after each of the first three layers and nothing after the fourth: the outputs are logits.",
    ko="처음 세 층 뒤에는 각각 ReLU를 쓰고 넷째 층 뒤에는 아무것도 쓰지 않습니다. 출력은 로짓입니다.",
)
def test_forward(submission, reference, rng, device, scale):
    weights = {part: value * (scale if part == "first weights" else 1) for part, value in drawn_weights(rng).items()}
    model, trusted = pair(submission, reference, device, weights)
    for count in (1, 12):
        rows = torch.from_numpy(rng.random((count, 784)).astype(np.float32))
        expected = trusted(rows.double()).detach().numpy()
        assert_close(
            logits_of(model, rows),
            expected,
            what=Text("model(x) with known weights", "알려진 가중치를 넣은 model(x)"),
            atol=2e-4,
            rtol=1e-4,
        )


@points(2)
@hint(
    en="A picture's logits depend on that picture alone, and are the same in train and in eval mode.",
    ko="그림 하나의 로짓은 그 그림에만 달려 있으며 train 모드와 eval 모드에서 같아야 합니다.",
)
def test_each_picture_on_its_own(submission, reference, rng, device):
    model = known_model(submission, reference, rng, device)
    rows = torch.from_numpy(rng.random((5, 784)).astype(np.float32))
    model.train()
    together = logits_of(model, rows)
    model.eval()
    assert_close(logits_of(model, rows), together, what=Text("model(x) in eval mode", "eval 모드의 model(x)"), atol=1e-4, rtol=1e-4)
    assert_close(
        logits_of(model, rows[3:4]), together[3:4], what=Text("model(x) of one picture", "그림 한 장의 model(x)"), atol=1e-4, rtol=1e-4
    )


@points(2)
@depends("test_layers")
@hint(en="Every call of build_model makes a new network.", ko="build_model은 호출할 때마다 새 신경망을 만들어야 합니다.")
def test_models_are_separate(submission, reference, rng, device):
    first, second = build(submission, device), build(submission, device)
    rows = torch.from_numpy(rng.random((3, 784)).astype(np.float32))
    load(submission, reference, second, drawn_weights(rng))
    before = logits_of(second, rows)
    load(submission, reference, first, drawn_weights(rng))
    assert_close(logits_of(second, rows), before, what=Text("model(x) of a second model", "둘째 모델의 model(x)"), atol=1e-6, rtol=1e-6)


# --- training ---


@points(1)
@pytest.mark.parametrize("epochs", [1, 3])
@hint(
    en="A dict of two lists with one number for each epoch: the loss, which goes down, and the accuracy, a share.",
    ko="에포크마다 숫자가 하나씩 있는 리스트 두 개의 dict입니다. 손실은 줄어들어야 하고 정확도는 비율입니다.",
)
def test_history(submission, reference, rng, device, epochs):
    images, labels = drawn_pictures(rng, 1)
    images, labels = images.repeat(6, 1, 1), labels.repeat(6)
    model = known_model(submission, reference, rng, device)
    history = checked(submission.train(model, images, labels, epochs=epochs, batch_size=3, lr=1e-3, seed=4), epochs)
    assert_true(
        epochs == 1 or history.losses[-1] < history.losses[0],
        Text("the loss does not go down in training", "학습해도 손실이 줄어들지 않습니다"),
    )


@points(4)
@depends("test_layers")
@hint(
    en="With one batch, the loss of the epoch is the mean cross-entropy of the pictures, scaled to [0, 1], before the update.",
    ko="배치가 하나이면 에포크 손실은 갱신하기 전, [0, 1] 범위로 바꾼 그림들에 대한 교차 엔트로피의 평균입니다.",
)
def test_first_loss(submission, reference, rng, device):
    for count in (24, 1):
        model, trusted = pair(submission, reference, device, drawn_weights(rng))
        images, labels = drawn_pictures(rng, count)
        history = checked(submission.train(model, images, labels, 1, 24, 1e-3, 0), 1)
        assert_losses(history, reference.epochs_of(trusted, images, labels, 1, 24, 1e-3))


@points(5)
@depends("test_forward")
@hint(
    en="Adam with the learning rate that is given, all else as PyTorch has it, on the mean cross-entropy of the batch.",
    ko="배치의 평균 교차 엔트로피에 대해 인수로 받은 학습률의 Adam을 쓰고, 나머지는 PyTorch의 기본값 그대로 둡니다.",
)
def test_one_step(submission, reference, rng, device):
    weights = drawn_weights(rng)
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 16)
    checked(submission.train(model, images, labels, epochs=1, batch_size=32, lr=1e-3, seed=1), 1)
    reference.epochs_of(trusted, images, labels, 1, 32, 1e-3)
    assert_weights(submission, reference, model, trusted, 1e-3)
    assert_unlit_stay(read(submission, reference, model), weights, images)
    # A model that is sure and right: its gradients are so small that the epsilon in Adam's denominator shows.
    weights["output weights"].zero_()
    weights["output biases"].zero_()[4] = 14
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 1)[0].repeat(8, 1, 1), torch.full((8,), 4)
    checked(submission.train(model, images, labels, epochs=3, batch_size=8, lr=1e-3, seed=1), 3)
    reference.epochs_of(trusted, images, labels, 3, 8, 1e-3)
    assert_output_biases(submission, reference, model, trusted)


def assert_output_biases(submission: Any, reference: Any, model: Any, trusted: Any) -> None:
    got, expected = read(submission, reference, model)["output biases"], parts_of(trusted)["output biases"]
    what = Text("the output biases after a few steps", "몇 번 갱신한 뒤의 출력층 편향")
    assert_close(got, expected.numpy(), what=what, atol=1e-4, rtol=0)


@points(5)
@depends("test_forward")
@hint(
    en="Each step uses the gradient of its own batch only, and one optimiser serves all epochs of a call.",
    ko="갱신할 때마다 그 배치의 기울기만 쓰고, 호출 한 번의 모든 에포크에서 같은 옵티마이저를 씁니다.",
)
def test_several_steps(submission, reference, rng, device):
    weights = drawn_weights(rng)
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 12)
    history = checked(submission.train(model, images, labels, 4, 12, 3e-4, 2), 4)
    assert_losses(history, reference.epochs_of(trusted, images, labels, 4, 12, 3e-4))
    got = read(submission, reference, model)
    assert_unlit_stay(got, weights, images)
    for part, want in parts_of(trusted).items():  # the ways of single weights part; all of them together stay close
        moved, wanted = got[part] - weights[part].double(), want - weights[part].double()
        apart = float((moved - wanted).norm() / wanted.norm())
        assert_true(
            apart < 0.05,
            Text(
                f"the change of the {part} in 4 steps is {apart:.0%} away from the reference's",
                f"네 번 갱신하는 동안 모양이 {SHAPES[part]}인 값의 변화가 기준 모델과 {apart:.0%} 다릅니다",
            ),
        )
    # A model that is nearly as good as it can be, and a large batch: Adam's first steps lead past the best weights, and the loss rises.
    weights["output weights"].zero_()
    weights["output biases"][:] = torch.tensor([-12.0, -12, -12, 2, -12, -12, -12, 2.05, -12, -12])
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 1)[0].repeat(300, 1, 1), torch.tensor([3, 7]).repeat(150)
    history = checked(submission.train(model, images, labels, 4, 300, RISING, 2), 4)
    assert_losses(history, reference.epochs_of(trusted, images[:2], labels[:2], 4, 2, RISING))  # to the reference, two are as good
    assert_output_biases(submission, reference, model, trusted)


@points(4)
@depends("test_forward")
@hint(
    en="Nine pictures in batches of four are three steps; the last batch, of one picture, counts like the others.",
    ko="그림 9장을 4장씩 묶으면 세 번 갱신합니다. 그림이 한 장뿐인 마지막 배치도 빠지지 않습니다.",
)
def test_last_batch(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 1)
    # Nine times the same picture: the order cannot matter, and to the reference one picture a batch is as good.
    history = checked(submission.train(model, images.repeat(9, 1, 1), labels.repeat(9), 2, 4, 2e-4, 5), 2)
    seen = reference.epochs_of(trusted, images.repeat(3, 1, 1), labels.repeat(3), 2, 1, 2e-4)
    assert_losses(history, by_size(seen, (4, 4, 1)))


@points(4)
@depends("test_forward")
@hint(
    en="An epoch takes every picture exactly once, together with its own label.",
    ko="한 에포크에는 모든 그림이 자기 레이블과 함께 정확히 한 번씩 쓰입니다.",
)
def test_every_picture_once(submission, reference, rng, device):
    """With weights that stand still, the loss of an epoch tells which pictures it is the mean of."""
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 9)
    logits = trusted(reference.to_rows(images, torch.float64)).detach()
    each = torch.nn.functional.cross_entropy(logits, labels, reduction="none").tolist()
    history = checked(submission.train(model, images, labels, 2, 4, STANDING, 7), 2)
    by_batches = [((sum(each) - last) / 4 + last) / 3 for last in each]
    for value in history.losses:
        nearest = min([sum(each) / 9, *by_batches], key=lambda mean: abs(mean - value))
        assert_close(
            value,
            nearest,
            what=Text("the loss of an epoch of nine different pictures", "서로 다른 그림 아홉 장의 에포크 손실"),
            atol=2e-5,
            rtol=2e-5,
        )


@points(2)
@depends("test_forward")
@hint(
    en="Without further arguments: 5 epochs, batches of 128, learning rate 0.0001, seed 0.",
    ko="인수를 더 주지 않으면 5에포크, 배치 크기 128, 학습률 0.0001, 시드 0입니다.",
)
def test_defaults(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 1)
    history = checked(submission.train(model, images.repeat(129, 1, 1), labels.repeat(129)), 5)
    seen = reference.epochs_of(trusted, images.repeat(2, 1, 1), labels.repeat(2), 5, 1, 1e-4)
    assert_losses(history, by_size(seen, (128, 1)))
    one, other = build(submission, device), build(submission, device)
    weights = drawn_weights(rng)
    load(submission, reference, one, weights)
    load(submission, reference, other, weights)
    images, labels = drawn_pictures(rng, 8)
    unsaid = checked(submission.train(one, images, labels, 1, 2, 1e-3), 1)
    zero = checked(submission.train(other, images, labels, 1, 2, 1e-3, 0), 1)
    assert_close(
        unsaid.losses,
        zero.losses,
        what=Text("the losses without a seed, beside those of seed 0", "시드를 주지 않았을 때의 손실(시드 0과 비교)"),
        atol=1e-6,
        rtol=1e-5,
    )


@points(4)
@depends("test_layers")
@hint(
    en="Everything random in `train` must come from the seed, not from the state that earlier draws have left behind.",
    ko="`train` 안의 난수는 모두 시드에서 나와야 합니다. 앞서 뽑은 난수가 남긴 상태에 기대면 안 됩니다.",
)
def test_same_seed_same_result(submission, reference, rng, device):
    # Both models are built first: a build between the trainings could put a global generator back to where it was.
    models = [build(submission, device), build(submission, device)]
    weights = drawn_weights(rng)
    for model in models:
        load(submission, reference, model, weights)
    images, labels = drawn_pictures(rng, 30)
    seed = int(rng.integers(1, 10_000))
    first, second = (checked(submission.train(model, images, labels, 2, 6, 1e-3, seed), 2) for model in models)
    assert_close(
        second.losses,
        first.losses,
        what=Text("the losses of a second training with the same seed", "같은 시드로 다시 학습한 손실"),
        atol=1e-6,
        rtol=1e-5,
    )
    rows = reference.to_rows(images)
    one, other = (logits_of(model, rows) for model in models)
    assert_close(
        other,
        one,
        what=Text("model(x) after a second training with the same seed", "같은 시드로 다시 학습한 뒤의 model(x)"),
        atol=1e-4,
        rtol=1e-4,
    )


@points(3)
@depends("test_forward")
@hint(
    en="`train` goes on from the weights the model has, with an optimiser of its own at every call.",
    ko="`train`은 모델이 가진 가중치에서 이어서 학습하며 호출할 때마다 옵티마이저를 새로 만듭니다.",
)
def test_training_goes_on(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    for count in (6, 9):
        images, labels = drawn_pictures(rng, count)
        history = checked(submission.train(model, images, labels, 2, 9, 1e-4, count), 2)
        assert_losses(history, reference.epochs_of(trusted, images, labels, 2, 9, 1e-4))


@points(1)
@hint(en="Compute with new tensors instead of in place.", ko="받은 텐서를 고치지 말고 새 텐서로 계산하십시오.")
def test_arguments_unchanged(submission, reference, rng, device):
    images, labels = drawn_pictures(rng, 10)[0], torch.arange(10)  # every label is there
    model = known_model(submission, reference, rng, device)
    seen = observe(submission.train, model, images.clone(), labels.clone(), 1, 5, 1e-4, 0)
    checked(seen.value, 1)
    assert_same(seen.args[1], images, what=Text("images after the call", "호출한 뒤의 images"))
    assert_same(seen.args[2], labels, what=Text("labels after the call", "호출한 뒤의 labels"))


@points(5)
@hint(
    en="The share of the training pictures whose largest logit is the one of the label: not a count, and not of one batch alone.",
    ko="가장 큰 로짓의 위치가 레이블과 같은 훈련 그림의 비율입니다. 개수가 아니며 배치 하나의 값도 아닙니다.",
)
def test_accuracy(submission, reference, rng, device):
    """Weights that stand still make the accuracy on the way and that at the end of the epoch the same."""
    model = known_model(submission, reference, rng, device)
    images, answers = judged_pictures(model, reference, rng, 30)
    for count in (13, 30, 0):
        share, right = count / 30, rng.permutation(30) < count
        labels = torch.from_numpy(np.where(right, answers, (answers + rng.integers(1, 10, 30)) % 10))
        history = checked(submission.train(model, images, labels, 2, 10, STANDING, 3), 2)
        assert_close(history.accuracies, [share, share], what=Text("the accuracies", "정확도"), atol=1e-6, rtol=0)


@points(3)
@depends("test_forward")
@hint(
    en="Each epoch's accuracy is of that epoch: of its forward passes, or of the model at its end.",
    ko="에포크의 정확도는 그 에포크의 것입니다. 순전파에서 얻은 값이거나 에포크가 끝났을 때 모델의 값입니다.",
)
def test_accuracy_of_each_epoch(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 30)
    history = checked(submission.train(model, images, labels, 5, 30, 1e-4, 6), 5)
    seen = reference.epochs_of(trusted, images, labels, 5, 30, 1e-4)
    allowed = 1.01 / 30  # one picture whose two largest logits are next to equal
    running = all(abs(value - epoch.running) <= allowed for value, epoch in zip(history.accuracies, seen, strict=True))
    end = all(abs(value - epoch.end) <= allowed for value, epoch in zip(history.accuracies, seen, strict=True))
    shown = ", ".join(f"{value:.2f}" for value in history.accuracies)
    wanted = ", ".join(f"{epoch.running:.2f}" for epoch in seen)
    assert_true(
        running or end,
        Text(
            f"the accuracies of five epochs are {shown}; on the way they were {wanted}",
            f"다섯 에포크의 정확도가 {shown}입니다. 순전파에서 얻은 값은 {wanted}입니다",
        ),
    )


# --- save and load ---


def saved(submission: Any, model: Any, path: str) -> None:
    """Save model at path and look at the file itself, which was a single byte before."""
    beside(submission.save, np.memmap)(path, "uint8", "w+", 0, 1)
    submission.save(model, path)
    size = len(beside(submission.save, np.fromfile)(path, np.uint8))
    assert_true(
        size > FILE_BYTES,
        Text(
            f"after save, the file at path has {size:,} bytes, too few for the weights",
            f"save를 호출한 뒤 path에 있는 파일이 {size:,}바이트입니다. 가중치를 담기에는 너무 작습니다",
        ),
    )


def cut_short(submission: Any) -> None:
    """There is little room for files where submissions run."""
    for path in PATHS:
        beside(submission.save, np.memmap)(path, "uint8", "w+", 0, 1)


def loaded(submission: Any, path: str) -> Any:
    model = submission.load(path)
    assert_true(callable(model), Text("load(path) should return an nn.Module", "load(path)는 nn.Module을 돌려주어야 합니다"))
    return model


@points(4)
@pytest.mark.parametrize("path", PATHS)
@hint(
    en="The file has exactly the name that was given, with nothing added to it, and holds the weights.",
    ko="파일의 이름은 받은 이름과 정확히 같아야 하고, 아무것도 덧붙이지 않습니다. 파일에는 가중치가 들어 있어야 합니다.",
)
def test_file_is_at_path(submission, reference, rng, device, path):
    cut_short(submission)
    model = known_model(submission, reference, rng, device)
    saved(submission, model, path)
    rows = torch.from_numpy(rng.random((2, 784)).astype(np.float32))
    assert_loaded(submission, path, rows, logits_of(model, rows))


def assert_loaded(submission: Any, path: str, rows: torch.Tensor, expected: np.ndarray) -> Any:
    """The model that load makes of the file at path gives the expected logits; returns it."""
    model = loaded(submission, path)
    assert_close(
        logits_of(model, rows), expected, what=Text("model(x) of the loaded model", "불러온 모델의 model(x)"), atol=1e-5, rtol=1e-5
    )
    return model


@points(5)
@hint(
    en="What is loaded gives the very logits of what was saved, whether its weights are new or trained.",
    ko="불러온 모델은 저장한 모델과 똑같은 로짓을 내야 합니다. 가중치가 새것이든 학습한 것이든 같습니다.",
)
def test_loaded_as_saved(submission, reference, rng, device):
    cut_short(submission)
    rows = torch.from_numpy(rng.random((6, 784)).astype(np.float32))
    model = known_model(submission, reference, rng, device)
    for _ in range(2):
        saved(submission, model, PATHS[0])
        copy = assert_loaded(submission, PATHS[0], rows, logits_of(model, rows))
        count = sum(value.numel() for value in parameters_of(copy).values())
        assert_same(count, 1_596_426, what=Text("the number of parameters of the loaded model", "불러온 모델의 파라미터 수"))
        checked(submission.train(model, *drawn_pictures(rng, 6), 1, 3, 1e-3, 1), 1)


@points(3)
@hint(
    en="The file keeps the weights of the moment: later changes of the model, or of a loaded one, do not reach it.",
    ko="파일에는 저장한 순간의 가중치가 남습니다. 그 뒤에 모델이나 불러온 모델이 바뀌어도 파일은 그대로입니다.",
)
def test_file_keeps_the_moment(submission, reference, rng, device):
    cut_short(submission)
    rows = torch.from_numpy(rng.random((4, 784)).astype(np.float32))
    model = known_model(submission, reference, rng, device)
    expected = logits_of(model, rows)
    saved(submission, model, PATHS[0])
    pictures = drawn_pictures(rng, 6)
    for _ in range(2):
        checked(submission.train(model, *pictures, 1, 3, 1e-2, 1), 1)
        model = assert_loaded(submission, PATHS[0], rows, expected)


@points(3)
@hint(
    en="Each path is a file of its own, and saving there again replaces what it held.",
    ko="path마다 다른 파일이며, 같은 path에 다시 저장하면 이전 내용이 바뀝니다.",
)
def test_two_files(submission, reference, rng, device):
    cut_short(submission)
    rows = torch.from_numpy(rng.random((4, 784)).astype(np.float32))
    models = [known_model(submission, reference, rng, device) for _ in range(2)]
    expected = [logits_of(model, rows) for model in models]
    saved(submission, models[0], PATHS[0])
    saved(submission, models[1], PATHS[1])
    for path, wanted in zip(PATHS, expected, strict=True):
        assert_loaded(submission, path, rows, wanted)
    beside(submission.save, np.memmap)(PATHS[1], "uint8", "w+", 0, 1)
    submission.save(models[1], PATHS[0])
    assert_loaded(submission, PATHS[0], rows, expected[1])


@points(3)
@hint(en="A loaded model can be trained further like any other.", ko="불러온 모델도 다른 모델처럼 이어서 학습할 수 있어야 합니다.")
def test_loaded_model_learns(submission, reference, rng, device):
    cut_short(submission)
    model = known_model(submission, reference, rng, device)
    saved(submission, model, PATHS[0])
    copy = loaded(submission, PATHS[0])
    if device != "cpu":
        copy.to(device)
    pictures = drawn_pictures(rng, 8)
    expected, got = (checked(submission.train(each, *pictures, 2, 8, 1e-3, 2), 2) for each in (model, copy))
    assert_close(got.losses, expected.losses, what=Text("the losses of the loaded model", "불러온 모델의 손실"), atol=1e-4, rtol=1e-3)
    cut_short(submission)


# --- learning: graded against the reference under the same budget ---


@dataclass(frozen=True)
class HeldOut:
    """Pictures to learn from and pictures to read; digit names the true digit of each label."""

    train_images: torch.Tensor
    train_labels: torch.Tensor
    test_images: torch.Tensor
    test_labels: torch.Tensor
    digit: np.ndarray


def moved(images: np.ndarray, rng: np.random.Generator) -> torch.Tensor:
    """Each picture by up to one pixel to any side, with a little noise: no table of known pictures finds it."""
    count = len(images)
    framed = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    down, right = rng.integers(0, 3, (2, count, 1)) + np.arange(28)
    shifted = framed[np.arange(count)[:, None, None], down[:, :, None], right[:, None, :]]
    noisy = shifted + rng.normal(0, 8, shifted.shape)
    return torch.from_numpy(noisy.clip(0, 255).astype(np.uint8))


def held_out(data: Dataset, rng: np.random.Generator) -> HeldOut:
    """The digits as no one has seen them: moved, in a new order, and with the ten labels exchanged among themselves."""
    name = rng.permutation(10)
    train = rng.permutation(len(data.train_images))[:TRAIN_LIMIT]
    test = rng.permutation(len(data.test_images))[:TEST_LIMIT]
    return HeldOut(
        moved(data.train_images[train], rng),
        torch.from_numpy(name[data.train_labels[train]]),
        moved(data.test_images[test], rng),
        torch.from_numpy(name[data.test_labels[test]]),
        np.argsort(name),
    )


def first_weights(reference: Any, seed: int) -> Any:
    """A new model of the reference's, the same for the same seed."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        return reference.build_model()


def reference_run(reference: Any, pictures: HeldOut, seed: int) -> tuple[float, dict[str, list[float]]]:
    """The reference's accuracy and history: the same for all submissions, so kept with the reference, which outlives the session."""
    runs: dict[tuple[int, int], tuple[float, dict[str, list[float]]]] = vars(reference).setdefault("suite_runs", {})
    key = (seed, len(pictures.train_labels))
    if key not in runs:
        model = first_weights(reference, seed)
        history = reference.train(model, pictures.train_images, pictures.train_labels, EPOCHS, BATCH, RATE, seed)
        runs[key] = reference.accuracy(model, pictures.test_images, pictures.test_labels), history
    return runs[key]


@points(12)
@costly
@hint(
    en="Adam should bring your model to nearly the reference's accuracy in the same epochs. Check the loop before you tune anything.",
    ko="Adam을 쓰면 같은 에포크 안에 기준 모델과 거의 같은 정확도에 이르러야 합니다. 무엇을 조정하기 전에 반복문부터 확인하십시오.",
)
def test_reads_unseen_digits(submission, reference, dataset, rng, device, award, evidence):
    pictures = held_out(dataset, rng)
    seed = int(rng.integers(1, 10_000))
    theirs, expected = reference_run(reference, pictures, seed)
    model = build(submission, device)
    load_if_fitting(submission, reference, model, parts_of(first_weights(reference, seed)))  # a lucky start should not be graded
    history = submission.train(model, pictures.train_images, pictures.train_labels, EPOCHS, BATCH, RATE, seed)
    answers = logits_of(model, reference.to_rows(pictures.test_images)).argmax(axis=1)
    mine = float((answers == pictures.test_labels.numpy()).mean())
    draw_history(evidence, history, expected)
    draw_answers(evidence, pictures, answers)
    share = (mine / theirs - NO_SHARE) / (FULL_SHARE - NO_SHARE)
    award(
        min(max(share, 0.0), 1.0),
        Text(
            f"your trained model reads {mine:.1%} of unseen pictures, the reference {theirs:.1%}",
            f"학습한 모델이 처음 보는 그림의 {mine:.1%}를 바르게 읽었습니다. 기준 모델은 {theirs:.1%}입니다",
        ),
    )


def draw_history(evidence: Any, history: Any, expected: dict[str, list[float]]) -> None:
    """For the report: the losses beside the reference's. Nothing is drawn where they are no list of losses: other tests say so."""
    try:
        got = checked(history, EPOCHS)
    except Mismatch:
        return
    epochs = list(range(1, EPOCHS + 1))
    for values, name, words in (
        (got.losses, "loss", {"en": "mean cross-entropy", "ko": "평균 교차 엔트로피"}),
        (got.accuracies, "accuracy", {"en": "accuracy on the training pictures", "ko": "훈련 그림의 정확도"}),
    ):
        evidence(
            "curve",
            title={"en": "Training the deep MLP", "ko": "깊은 MLP의 학습 곡선"},
            x_label={"en": "epoch", "ko": "에포크"},
            y_label=words,
            series=[
                {"label": {"en": "yours", "ko": "제출한 모델"}, "x": epochs, "y": values},
                {"label": {"en": "reference", "ko": "기준 모델"}, "x": epochs, "y": expected[name]},
            ],
        )


def draw_answers(evidence: Any, pictures: HeldOut, answers: np.ndarray) -> None:
    """For the report: which digits were read as which, and the first dozen misread."""
    true, said = pictures.digit[pictures.test_labels.numpy()], pictures.digit[answers]
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (true, said), 1)
    evidence("confusion", labels=[str(digit) for digit in range(10)], matrix=matrix.tolist())
    evidence(
        "pictures",
        title={"en": "Digits your model misread", "ko": "잘못 읽은 숫자"},
        width=28,
        height=28,
        items=[
            {
                "pixels": base64.b64encode(pictures.test_images[place].numpy().tobytes()).decode("ascii"),
                "caption": {"en": f"{true[place]} read as {said[place]}", "ko": caption_ko(true[place], said[place])},
            }
            for place in np.flatnonzero(true != said)[:12].tolist()
        ],
    )


def caption_ko(true: int, said: int) -> str:
    """The particles follow the sound of the digit: 일을, 이를; 삼으로, 사로, 칠로."""
    return f"{true}{'을' if true in (0, 1, 3, 6, 7, 8) else '를'} {said}{'으로' if said in (0, 3, 6) else '로'} 읽었습니다"
