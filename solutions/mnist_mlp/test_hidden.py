"""The hidden suite of mnist_mlp.

Models are compared by their weights, whatever a submission calls them: the suite loads weights it drew itself, lets the
submission train, and reads the weights back. The pictures of these tests are synthetic; those of the last two are digits,
moved, noised and relabelled by the course's secret, so that neither a table of known pictures nor weights trained
elsewhere answer them.
"""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable
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
    assert_scalar,
    assert_shape,
    assert_true,
    costly,
    depends,
    hint,
    observe,
    points,
)

SHAPES = {"hidden weights": (512, 784), "hidden biases": (512,), "output weights": (10, 512), "output biases": (10,)}
OPTIMIZERS = ["sgd", "adam"]
FULL_SHARE = 0.95  # of the reference's accuracy: right programs, which differ in the order of the pictures, stay above 0.97 of it
NO_SHARE = 0.5
PICTURES_TRAINED = 7_000  # epochs × pictures of a graded training: about a third of a second on one core
TRAIN_LIMIT, TEST_LIMIT = 3_000, 600  # of MNIST; the embedded digits are fewer
UNFINISHED = Text("the loss of an epoch is not finite", "에포크 손실에 유한하지 않은 값이 있습니다")


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


def tensors(pairs: Callable[[], Any], model: Any) -> dict[str, torch.Tensor]:
    """Names and tensors as copies; what a worker gives that is none is left out, and missed afterwards."""
    try:
        given = pairs()
    except CallEnded:  # lazy layers learn their shapes from their first pictures
        model(torch.zeros(2, 784))
        given = pairs()
    items = given.items() if isinstance(given, dict) else given
    return {name: value.detach().cpu().clone() for name, value in items if isinstance(name, str) and isinstance(value, torch.Tensor)}


def parameters_of(model: Any) -> dict[str, torch.Tensor]:
    return tensors(model.named_parameters, model)


def part_of(value: torch.Tensor) -> str | None:
    """Which of the four parts a parameter is. A weight may lie transposed, and any part may have axes of length 1."""
    shape = tuple(size for size in value.shape if size != 1)
    return next((part for part, wanted in SHAPES.items() if shape in (wanted, wanted[::-1])), None)


def turned(value: torch.Tensor, shape: tuple[int, ...]) -> torch.Tensor:
    """value in shape: as it is or transposed, with axes of length 1 put in or left out."""
    bare = value.reshape([size for size in value.shape if size != 1])
    return (bare if bare.shape == tuple(size for size in shape if size != 1) else bare.T).reshape(shape)


def read(model: Any) -> dict[str, torch.Tensor]:
    """The four parts in float64 and in the shapes of SHAPES."""
    found: dict[str, torch.Tensor] = {}
    parameters = parameters_of(model).values()
    for part, shape in SHAPES.items():
        own = [value for value in parameters if part_of(value) == part]
        assert_true(
            len(own) == 1,
            Text(
                f"the model should have one parameter for its {part}, of shape {shape}, but has {len(own)}",
                f"모델에 모양이 {shape}인 파라미터가 하나 있어야 하는데 {len(own)}개 있습니다",
            ),
        )
        found[part] = turned(own[0].double(), shape)
    return found


@dataclass(frozen=True)
class Layout:
    """Where a submission's models keep the four parts: name in the state dict → part, shape and dtype."""

    places: dict[str, tuple[str, tuple[int, ...], torch.dtype]]


# Looked up once a submission: a model's first weights are its own affair, and asking for them with each model would only cost time
# and give every submission answers that no other one gives, among which a misconception's are harder to recognise.
_layouts: WeakKeyDictionary[Any, Layout] = WeakKeyDictionary()


def layout_of(submission: Any, model: Any) -> Layout:
    """Raises Mismatch where model has not one parameter for each part. A layer that it holds under two names has both."""
    if submission not in _layouts:
        read(model)
        state = tensors(model.state_dict, model)
        own = parameters_of(model).values()
        places = {}
        for name, value in state.items():
            part = part_of(value)
            if part is not None and any(torch.equal(value, parameter) for parameter in own):  # else it is a buffer
                places[name] = part, tuple(value.shape), value.dtype
        _layouts[submission] = Layout(places)
    return _layouts[submission]


def load(submission: Any, model: Any, parts: dict[str, torch.Tensor]) -> None:
    """Put parts into model; its buffers stay as they are."""
    places = layout_of(submission, model).places.items()
    state = {name: turned(parts[part], shape).to(dtype).clone() for name, (part, shape, dtype) in places}
    model.load_state_dict(state, strict=False)


def load_if_fitting(submission: Any, model: Any, parts: dict[str, torch.Tensor]) -> None:
    """Put parts into model unless it is built otherwise: what it does with weights of its own can be right all the same."""
    with contextlib.suppress(Mismatch):
        load(submission, model, parts)


def known_model(submission: Any, rng: np.random.Generator, device: str) -> Any:
    """A model with weights of the suite's, so that every submission is asked the same."""
    model = build(submission, device)
    load_if_fitting(submission, model, drawn_weights(rng))
    return model


def drawn_weights(rng: np.random.Generator, hidden: float = 0.08, output: float = 0.1) -> dict[str, torch.Tensor]:
    return {
        part: torch.from_numpy(rng.normal(0, hidden if part.startswith("hidden") else output, shape).astype(np.float32))
        for part, shape in SHAPES.items()
    }


def pair(submission: Any, reference: Any, device: str, weights: dict[str, torch.Tensor]) -> tuple[Any, Any]:
    """The submission's model and the reference's, in float64, with the same weights."""
    model, trusted = build(submission, device), reference.build_model().double()
    load(submission, model, weights)
    trusted.load_state_dict({reference.NAMES[part]: value for part, value in weights.items()})
    return model, trusted


# --- pictures and losses ---


def drawn_pictures(rng: np.random.Generator, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Synthetic pictures whose outermost four rows and columns stay black, and labels. A lit pixel is well above 0."""
    pixels = rng.integers(40, 256, (count, 28, 28)) * (rng.random((count, 28, 28)) < 0.3)
    frame = np.zeros((28, 28), dtype=bool)
    frame[4:24, 4:24] = True
    return torch.from_numpy((pixels * frame).astype(np.uint8)), torch.from_numpy(rng.integers(0, 10, count))


def losses(history: Any, epochs: int) -> list[float]:
    assert_shape(history, (epochs,), what=Text("the history of losses", "손실 기록"))
    values = [float(value) for value in history]
    assert_true(np.isfinite(values).all(), UNFINISHED)
    return values


def assert_epochs(history: Any, seen: list[list[tuple[float, int]]]) -> None:
    """The losses of the epochs are the means of seen, by pictures or by batches."""
    for epoch, (value, batches) in enumerate(zip(losses(history, len(seen)), seen, strict=True)):
        by_batches = float(np.mean([loss for loss, _ in batches]))
        by_pictures = float(np.average([loss for loss, _ in batches], weights=[count for _, count in batches]))
        nearest = min(by_pictures, by_batches, key=lambda mean: abs(mean - value))
        assert_close(value, nearest, what=Text(f"the loss of epoch {epoch}", f"에포크 {epoch}의 손실"), atol=1e-5, rtol=2e-4)


def assert_weights(model: Any, trusted: Any, optimizer: str, steps: int) -> None:
    """The model's weights are trusted's.

    Adam's step hardly depends on the size of a gradient but turns with its sign, so where a gradient is next to nothing
    two right programs may go different ways: one value, and one in a thousand more, may differ.
    """
    got, expected = read(model), read(trusted)
    for part, want in expected.items():
        tolerance = 1e-6 * (1 + steps) + 1e-5 * want.abs() if optimizer == "sgd" else torch.full_like(want, 3e-5)
        wrong = int((~((got[part] - want).abs() <= tolerance)).sum())
        allowed = 0 if optimizer == "sgd" else 1 + want.numel() // 1000
        assert_true(
            wrong <= allowed,
            Text(
                f"after {steps} step(s) of {optimizer}, {wrong} of {want.numel()} {part} differ from the reference's",
                f"{optimizer}로 {steps}번 갱신한 뒤 모양이 {SHAPES[part]}인 값 {want.numel()}개 중 {wrong}개가 기준 모델과 다릅니다",
            ),
        )


def assert_unlit_stay(model: Any, weights: dict[str, torch.Tensor], images: torch.Tensor) -> None:
    """A weight from a pixel that is black in every picture has no gradient: only a decay of the weights could move it."""
    black = (images.reshape(len(images), 784) == 0).all(dim=0)
    before = weights["hidden weights"].double()[:, black]
    after = read(model)["hidden weights"][:, black]
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
def test_output_shape(submission, rng, device, count):
    rows = torch.from_numpy(rng.random((count, 784)).astype(np.float32))
    assert_true(
        np.isfinite(logits_of(known_model(submission, rng, device), rows)).all(),
        Text("a logit is not finite", "유한하지 않은 로짓이 있습니다"),
    )


@points(4)
@hint(
    en="Each layer has a weight for every pair of neurons, and a bias for every neuron it feeds. See 'A worked example'.",
    ko="층마다 뉴런 쌍 하나에 가중치 하나, 출력 뉴런 하나에 편향 하나가 있습니다. '풀이 예제'를 보십시오.",
)
def test_parameter_count(submission, device):
    count = sum(value.numel() for value in parameters_of(build(submission, device)).values())
    assert_same(count, 407_050, what=Text("the number of parameters", "파라미터의 개수"))


@points(4)
@hint(
    en="Two layers, 784 to 512 and 512 to 10, each with weights and biases that the model registers as parameters.",
    ko="784에서 512로, 512에서 10으로 가는 두 층이 있고, 각 층의 가중치와 편향이 모델의 파라미터로 등록되어야 합니다.",
)
def test_layers(submission, rng, device):
    model, weights = build(submission, device), drawn_weights(rng)
    load(submission, model, weights)
    for part, value in read(model).items():
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
def test_neurons_differ(submission, device):
    parts = read(build(submission, device))
    neurons = torch.cat([parts["hidden weights"], parts["hidden biases"][:, None], parts["output weights"].T], dim=1)
    distinct = len({tuple(neuron) for neuron in neurons.tolist()})
    assert_true(
        distinct > 256,
        Text(
            f"a new model has only {distinct} different neurons among its 512 hidden ones",
            f"새 모델의 은닉 뉴런 512개 가운데 서로 다른 것이 {distinct}개뿐입니다",
        ),
    )


@points(4)
@depends("test_layers")
@pytest.mark.parametrize("hidden", [0.03, 0.3])
@hint(
    en="tanh after the first layer and nothing after the second: the outputs are logits, which may be negative and sum to anything.",
    ko="첫째 층 뒤에는 tanh를 쓰고 둘째 층 뒤에는 아무것도 쓰지 않습니다. 출력은 로짓이므로 음수일 수 있고 합도 정해져 있지 않습니다.",
)
def test_forward(submission, reference, rng, device, hidden):
    model, trusted = pair(submission, reference, device, drawn_weights(rng, hidden, 0.2))
    for count in (1, 12):
        rows = torch.from_numpy(rng.random((count, 784)).astype(np.float32))
        expected = trusted(rows.double()).detach().numpy()
        assert_close(
            logits_of(model, rows),
            expected,
            what=Text("model(x) with known weights", "가중치를 정해 둔 모델의 model(x)"),
            atol=5e-5,
            rtol=1e-4,
        )


@points(2)
@hint(
    en="A picture's logits depend on that picture alone, and are the same in train and in eval mode.",
    ko="그림 하나의 로짓은 그 그림에만 달려 있으며 train 모드와 eval 모드에서 같아야 합니다.",
)
def test_each_picture_on_its_own(submission, rng, device):
    model = known_model(submission, rng, device)
    rows = torch.from_numpy(rng.random((5, 784)).astype(np.float32))
    model.train()
    together = logits_of(model, rows)
    model.eval()
    assert_close(logits_of(model, rows), together, what=Text("model(x) in eval mode", "eval 모드의 model(x)"), atol=1e-5, rtol=1e-4)
    assert_close(
        logits_of(model, rows[3:4]), together[3:4], what=Text("model(x) of one picture", "그림 한 장에 대한 model(x)"), atol=1e-5, rtol=1e-4
    )


@points(2)
@depends("test_layers")
@hint(en="Every call of build_model makes a new network.", ko="build_model은 호출할 때마다 새 신경망을 만들어야 합니다.")
def test_models_are_separate(submission, rng, device):
    first, second = build(submission, device), build(submission, device)
    weights = drawn_weights(rng)
    load(submission, second, weights)
    load(submission, first, drawn_weights(rng))
    for part, value in read(second).items():
        assert_same(
            value, weights[part].double(), what=Text(f"the {part} of a second model", f"둘째 모델에서 모양이 {SHAPES[part]}인 파라미터")
        )


# --- training ---


@points(1)
@pytest.mark.parametrize("epochs", [1, 3])
@hint(en="One number for each epoch, and the loss goes down.", ko="에포크마다 숫자 하나를 담으며, 손실은 줄어들어야 합니다.")
def test_history(submission, rng, device, epochs):
    images, labels = drawn_pictures(rng, 1)
    images, labels = images.repeat(20, 1, 1), labels.repeat(20)
    model = known_model(submission, rng, device)
    losses(submission.train(model, images, labels, "sgd", 2, 10, 3), 2)
    load_if_fitting(submission, model, drawn_weights(rng))
    history = losses(submission.train(model, images, labels, optimizer="adam", epochs=epochs, batch_size=10, seed=4), epochs)
    assert_true(epochs == 1 or history[-1] < history[0], Text("the loss does not go down in training", "학습해도 손실이 줄어들지 않습니다"))


@points(4)
@depends("test_layers")
@hint(
    en="With one batch, the loss of the epoch is the mean cross-entropy of the pictures, scaled to [0, 1], before the update.",
    ko="배치가 하나이면 에포크 손실은 갱신하기 전, [0, 1] 범위로 바꾼 그림들에 대한 교차 엔트로피의 평균입니다.",
)
def test_first_loss(submission, reference, rng, device):
    for count, optimizer in ((24, "sgd"), (1, "adam")):
        model, trusted = pair(submission, reference, device, drawn_weights(rng))
        images, labels = drawn_pictures(rng, count)
        history = submission.train(model, images, labels, optimizer=optimizer, epochs=1, batch_size=24, seed=0)
        assert_epochs(history, reference.batch_losses(trusted, images, labels, optimizer, 1, 24))


@points(4)
@depends("test_forward")
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@hint(
    en="SGD with learning rate 0.01 or Adam with 0.001, all else as PyTorch has it, on the mean cross-entropy of the batch.",
    ko="배치의 평균 교차 엔트로피에 대해 학습률 0.01의 SGD 또는 0.001의 Adam을 쓰고, 나머지는 PyTorch의 기본값 그대로 둡니다.",
)
def test_one_step(submission, reference, rng, device, optimizer):
    weights = drawn_weights(rng)
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 20)
    losses(submission.train(model, images, labels, optimizer=optimizer, epochs=1, batch_size=32, seed=1), 1)
    reference.batch_losses(trusted, images, labels, optimizer, 1, 32)
    assert_weights(model, trusted, optimizer, 1)
    assert_unlit_stay(model, weights, images)


@points(4)
@depends("test_forward")
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@hint(
    en="Each step uses the gradient of its own batch only, and one optimiser serves all epochs of a call.",
    ko="갱신할 때마다 그 배치의 기울기만 쓰고, 호출 한 번의 모든 에포크에서 같은 옵티마이저를 씁니다.",
)
def test_several_steps(submission, reference, rng, device, optimizer):
    weights = drawn_weights(rng)
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 16)
    history = submission.train(model, images, labels, optimizer=optimizer, epochs=4, batch_size=16, seed=2)
    assert_epochs(history, reference.batch_losses(trusted, images, labels, optimizer, 4, 16))
    assert_weights(model, trusted, optimizer, 4)
    assert_unlit_stay(model, weights, images)


@points(3)
@depends("test_forward")
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@hint(
    en="Nine pictures in batches of four are three steps; the last batch, of one picture, counts like the others.",
    ko="그림 9장을 4장씩 묶으면 세 번 갱신합니다. 그림이 한 장뿐인 마지막 배치도 빠지지 않습니다.",
)
def test_last_batch(submission, reference, rng, device, optimizer):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 1)
    images, labels = images.repeat(9, 1, 1), labels.repeat(9)  # nine times the same: the order cannot matter
    history = submission.train(model, images, labels, optimizer=optimizer, epochs=2, batch_size=4, seed=5)
    assert_epochs(history, reference.batch_losses(trusted, images, labels, optimizer, 2, 4))
    assert_weights(model, trusted, optimizer, 6)


@points(4)
@depends("test_forward")
@hint(
    en="An epoch takes every picture exactly once, together with its own label.",
    ko="한 에포크에는 모든 그림이 자기 레이블과 함께 정확히 한 번씩 쓰입니다.",
)
def test_every_picture_once(submission, reference, rng, device):
    count, weights = 12, drawn_weights(rng, 0.02, 0.1)
    model, trusted = pair(submission, reference, device, weights)
    images = torch.zeros(count, 784, dtype=torch.uint8)
    owner = rng.permutation(np.arange(784) % count)  # no two pictures share a lit pixel, so each moves weights of its own
    for number in range(count):
        lit = np.flatnonzero(owner == number)
        images[number, lit] = torch.from_numpy(rng.integers(100, 256, len(lit)).astype(np.uint8))
    labels = torch.from_numpy(rng.permutation(np.arange(count) % 10))
    losses(submission.train(model, images.reshape(count, 28, 28), labels, optimizer="sgd", epochs=1, batch_size=3, seed=7), 1)
    reference.batch_losses(trusted, images.reshape(count, 28, 28), labels, "sgd", 1, 3)
    before = weights["hidden weights"].double()
    moved, wanted = (read(each)["hidden weights"] - before for each in (model, trusted))
    for number in range(count):
        lit = torch.from_numpy(owner == number)
        share = float((moved[:, lit] * wanted[:, lit]).sum() / (wanted[:, lit] ** 2).sum())
        assert_true(
            0.8 < share < 1.2,  # the order alone moves it by less than a hundredth
            Text(
                f"picture {number} of {count} changed the weights {share:.1f} times as much as it does in one use",
                f"그림 {count}장 중 {number}번 그림이 가중치를 바꾼 양이 한 번 쓰일 때의 {share:.1f}배입니다",
            ),
        )


@points(2)
@depends("test_forward")
@hint(
    en="Without further arguments: Adam, 5 epochs, batches of 128.",
    ko="인수를 더 주지 않으면 Adam, 5에포크, 배치 크기 128입니다.",
)
def test_defaults(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 1)
    images, labels = images.repeat(256, 1, 1), labels.repeat(256)
    history = submission.train(model, images, labels)
    assert_epochs(history, reference.batch_losses(trusted, images, labels, "adam", 5, 128))


@points(4)
@depends("test_layers")
@hint(
    en="Everything random in `train` must come from the seed, not from the state that earlier draws have left behind.",
    ko="`train` 안의 난수는 모두 시드에서 나와야 합니다. 앞서 뽑은 난수가 남긴 상태에 기대면 안 됩니다.",
)
def test_same_seed_same_result(submission, rng, device):
    # Both models are built first: a build between the trainings could put a global generator back to where it was.
    first, second = build(submission, device), build(submission, device)
    weights = drawn_weights(rng)
    load(submission, first, weights)
    load(submission, second, weights)
    images, labels = drawn_pictures(rng, 40)
    seed = int(rng.integers(1, 10_000))
    histories = [losses(submission.train(model, images, labels, "adam", 2, 8, seed), 2) for model in (first, second)]
    assert_close(
        histories[1],
        histories[0],
        what=Text("the losses of a second training with the same seed", "같은 시드로 다시 학습했을 때의 손실"),
        atol=1e-6,
        rtol=1e-5,
    )
    one, other = read(first), read(second)
    for part, value in one.items():
        assert_close(
            other[part],
            value,
            what=Text(
                f"the {part} after a second training with the same seed", f"같은 시드로 다시 학습한 뒤 모양이 {SHAPES[part]}인 파라미터"
            ),
            atol=1e-5,
            rtol=1e-4,
        )
    load(submission, first, weights)
    load(submission, second, weights)
    unsaid = losses(submission.train(first, images, labels, "adam", 2, 8), 2)
    said = losses(submission.train(second, images, labels, "adam", 2, 8, 0), 2)
    assert_close(
        unsaid,
        said,
        what=Text("the losses with no seed given, which is seed 0,", "시드를 주지 않았을 때의 손실(시드 0)"),
        atol=1e-6,
        rtol=1e-5,
    )


@points(3)
@depends("test_forward")
@hint(
    en="`train` goes on from the weights the model has, and measuring the accuracy beforehand must not hinder it.",
    ko="`train`은 모델이 가진 가중치에서 이어서 학습합니다. 그 전에 정확도를 재더라도 학습에 지장이 없어야 합니다.",
)
def test_training_goes_on(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 60)
    submission.accuracy(model, images, labels)
    for seed, count in enumerate((10, 14)):
        images, labels = drawn_pictures(rng, count)
        history = submission.train(model, images, labels, optimizer="sgd", epochs=1, batch_size=14, seed=seed)
        assert_epochs(history, reference.batch_losses(trusted, images, labels, "sgd", 1, 14))
    assert_weights(model, trusted, "sgd", 2)


@points(1)
@hint(en="Compute with new tensors instead of in place.", ko="받은 텐서를 고치지 말고 새 텐서로 계산하십시오.")
def test_arguments_unchanged(submission, rng, device):
    images, labels = drawn_pictures(rng, 60)
    model = known_model(submission, rng, device)
    for function, rest in ((submission.accuracy, ()), (submission.train, ("sgd", 1, 60, 0))):
        seen = observe(function, model, images.clone(), labels.clone(), *rest)
        assert_same(seen.args[1], images, what=Text("images after the call", "호출 뒤의 images"))
        assert_same(seen.args[2], labels, what=Text("labels after the call", "호출 뒤의 labels"))


# --- accuracy ---


def judged_pictures(model: Any, reference: Any, rng: np.random.Generator, count: int) -> tuple[torch.Tensor, np.ndarray]:
    """count pictures that model reads without doubt, and what it reads: rounding cannot turn one into another."""
    images, _ = drawn_pictures(rng, 3 * count + 20)
    logits = logits_of(model, reference.to_rows(images))
    ranked = np.sort(logits, axis=1)
    clear = np.flatnonzero(ranked[:, -1] - ranked[:, -2] > 1e-3)[:count]
    assert_true(
        len(clear) == count,
        Text("the model gives nearly equal logits for most pictures", "모델이 대부분의 그림에 거의 같은 로짓을 냅니다"),
    )
    return images[clear], logits[clear].argmax(axis=1)


@points(3)
@pytest.mark.parametrize("count", [257, 40])
@hint(
    en="Read all pictures, then divide the number read right by the number of pictures: batches of unequal size weigh unequally.",
    ko="모든 그림을 읽고 나서 맞힌 수를 그림 수로 나누십시오. 크기가 다른 배치의 평균을 다시 평균하면 값이 달라집니다.",
)
def test_accuracy_value(submission, reference, rng, device, count):
    model = known_model(submission, rng, device)
    images, answers = judged_pictures(model, reference, rng, count)
    wrong = (answers + rng.integers(1, 10, count)) % 10
    right = rng.random(count) < 0.6
    right[-1] = False  # by itself in the last batch of any usual size when there are 257
    labels = torch.from_numpy(np.where(right, answers, wrong))
    value = assert_scalar(submission.accuracy(model, images, labels), what="accuracy(model, images, labels)")
    assert_close(value, float(right.mean()), what="accuracy(model, images, labels)", atol=1e-6, rtol=0)


@points(2)
@hint(en="All right is 1, none right is 0, also for a single picture.", ko="모두 맞으면 1, 모두 틀리면 0이며 그림이 한 장이어도 같습니다.")
def test_accuracy_limits(submission, reference, rng, device):
    model = known_model(submission, rng, device)
    images, answers = judged_pictures(model, reference, rng, 30)
    for count in (30, 1):
        for shift, expected in ((0, 1.0), (1, 0.0)):
            labels = torch.from_numpy((answers[:count] + shift) % 10)
            value = assert_scalar(submission.accuracy(model, images[:count], labels), what="accuracy(model, images, labels)")
            assert_close(value, expected, what="accuracy(model, images, labels)", atol=1e-6, rtol=0)


@points(3)
@pytest.mark.parametrize("training", [True, False])
@hint(
    en="Look at `model.training` before you change the mode, and set that mode again at the end.",
    ko="모드를 바꾸기 전에 `model.training`을 보아 두었다가 마지막에 그 모드로 되돌리십시오.",
)
def test_accuracy_restores_mode(submission, rng, device, training):
    model = known_model(submission, rng, device)
    images, labels = drawn_pictures(rng, 60)
    if training:
        model.train()
    else:
        model.eval()
    assert_scalar(submission.accuracy(model, images, labels), what="accuracy(model, images, labels)")
    before, after = ("train", "eval") if training else ("eval", "train")
    assert_true(
        model.training is training,
        Text(
            f"the model was in {before} mode and is in {after} mode after accuracy",
            f"{before} 모드였던 모델이 accuracy를 호출한 뒤 {after} 모드가 되었습니다",
        ),
    )


@points(2)
@hint(
    en="Measuring changes nothing, and a second measurement gives the same.",
    ko="정확도를 재는 일은 아무것도 바꾸지 않으며 다시 재도 값이 같습니다.",
)
def test_accuracy_only_measures(submission, rng, device):
    model = known_model(submission, rng, device)
    images, labels = drawn_pictures(rng, 150)
    before = parameters_of(model)
    first = assert_scalar(submission.accuracy(model, images, labels), what="accuracy(model, images, labels)")
    for name, value in parameters_of(model).items():
        assert_same(value, before[name], what=Text("a parameter after accuracy", "accuracy를 호출한 뒤의 파라미터"))
    again = assert_scalar(submission.accuracy(model, images, labels), what="accuracy(model, images, labels)")
    assert_same(again, first, what=Text("accuracy(model, images, labels) measured again", "다시 잰 accuracy(model, images, labels)"))


# --- learning: graded against the reference under the same budget ---


@dataclass(frozen=True)
class HeldOut:
    """Pictures to learn from and pictures to read; digit names the true digit of each label."""

    train_images: torch.Tensor
    train_labels: torch.Tensor
    test_images: torch.Tensor
    test_labels: torch.Tensor
    digit: np.ndarray
    epochs: int


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
        round(PICTURES_TRAINED / len(train)),
    )


def first_weights(reference: Any, seed: int) -> Any:
    """A new model of the reference's, the same for the same seed."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        return reference.build_model()


def reference_run(reference: Any, pictures: HeldOut, optimizer: str, batch_size: int, seed: int) -> tuple[float, list[float]]:
    """The reference's accuracy and losses: the same for all submissions, so kept with the reference, which outlives the session."""
    runs: dict[tuple[str, int, int], tuple[float, list[float]]] = vars(reference).setdefault("suite_runs", {})
    key = (optimizer, seed, len(pictures.train_labels))
    if key not in runs:
        model = first_weights(reference, seed)
        history = reference.train(model, pictures.train_images, pictures.train_labels, optimizer, pictures.epochs, batch_size, seed)
        runs[key] = reference.accuracy(model, pictures.test_images, pictures.test_labels), history
    return runs[key]


def graded_learning(submission, reference, dataset, rng, device, award, evidence, optimizer, batch_size, runs):
    pictures = held_out(dataset, rng)
    rows = reference.to_rows(pictures.test_images)
    got, wanted = [], []
    for seed in (int(each) for each in rng.integers(1, 10_000, runs)):
        accuracy, expected_history = reference_run(reference, pictures, optimizer, batch_size, seed)
        wanted.append(accuracy)
        model = build(submission, device)
        load_if_fitting(submission, model, read(first_weights(reference, seed)))  # a lucky or unlucky start should not be graded
        history = submission.train(model, pictures.train_images, pictures.train_labels, optimizer, pictures.epochs, batch_size, seed)
        answers = logits_of(model, rows).argmax(axis=1)
        got.append(float((answers == pictures.test_labels.numpy()).mean()))
    draw_losses(evidence, optimizer, history, expected_history)
    if optimizer == "adam":
        draw_answers(evidence, pictures, answers)
    mine, theirs = float(np.mean(got)), float(np.mean(wanted))
    share = (mine / theirs - NO_SHARE) / (FULL_SHARE - NO_SHARE)
    award(
        min(max(share, 0.0), 1.0),
        Text(
            f"trained with {optimizer}, your model reads {mine:.1%} of unseen pictures, the reference {theirs:.1%}",
            f"{optimizer}로 학습한 모델이 처음 보는 그림의 {mine:.1%}를 바르게 읽었습니다. 기준 모델은 {theirs:.1%}입니다",
        ),
    )


def draw_losses(evidence: Any, optimizer: str, history: Any, expected: list[float]) -> None:
    """For the report: the losses beside the reference's. Nothing is drawn where they are no list of losses: other tests say so."""
    epochs = list(range(1, len(expected) + 1))
    try:
        got = losses(history, len(epochs))
    except Mismatch:
        return
    evidence(
        "curve",
        title={"en": f"Training with {optimizer}", "ko": f"{optimizer} 학습 곡선"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "mean cross-entropy", "ko": "평균 교차 엔트로피"},
        series=[
            {"label": {"en": "yours", "ko": "제출한 모델"}, "x": epochs, "y": got},
            {"label": {"en": "reference", "ko": "기준 모델"}, "x": epochs, "y": expected},
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


@points(10)
@costly
@hint(
    en="Adam should bring your model to nearly the reference's accuracy in the same epochs. Check the loop before you tune anything.",
    ko="Adam을 쓰면 같은 에포크 안에 기준 모델과 거의 같은 정확도에 이르러야 합니다. 무엇을 조정하기 전에 반복문부터 확인하십시오.",
)
def test_reads_unseen_digits_adam(submission, reference, dataset, rng, device, award, evidence):
    graded_learning(submission, reference, dataset, rng, device, award, evidence, "adam", batch_size=128, runs=2)


@points(6)
@costly
@hint(
    en="SGD is slower than Adam here, but steady: small batches give it enough steps.",
    ko="여기서 SGD는 Adam보다 느리지만 꾸준히 나아집니다. 배치가 작으면 갱신 횟수가 충분합니다.",
)
def test_reads_unseen_digits_sgd(submission, reference, dataset, rng, device, award, evidence):
    graded_learning(submission, reference, dataset, rng, device, award, evidence, "sgd", batch_size=16, runs=1)
