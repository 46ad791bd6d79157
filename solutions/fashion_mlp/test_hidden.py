"""The hidden suite of fashion_mlp.

Models are compared by their weights, whatever a submission calls them: the suite loads weights it drew itself, lets the submission
train, and reads the weights back. What must be compared number by number is done with p = 0, where nothing is dropped; what dropout
does is told from models in which ten of the hidden neurons each feed one output. The pictures of these tests are synthetic; those of
the last one are Fashion-MNIST's where it is on the machine and else clothing that the reference draws, moved, noised and relabelled by
the course's secret.
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
    assert_shape,
    assert_true,
    beside,
    costly,
    depends,
    hint,
    observe,
    points,
)

SHAPES = {"hidden weights": (256, 784), "hidden biases": (256,), "output weights": (10, 256), "output biases": (10,)}
FULL_SHARE = 0.9  # of the reference's accuracy: right programs, which differ in the order of the pictures, stay above 0.96 of it
NO_SHARE = 0.5
EPOCHS, BATCH = 5, 64  # of the graded training: half a second on one core
TRAIN_COUNT, TEST_COUNT = 1_500, 600
UNFINISHED = Text("the loss of an epoch is not finite", "에포크 손실에 유한하지 않은 값이 있습니다")


# --- models: the submission's (through handles) and the reference's (modules) alike ---


def build(submission: Any, device: str, p: float = 0.0) -> Any:
    model = submission.build_model(p)
    assert_true(callable(model), Text("build_model(p) should return an nn.Module", "build_model(p)는 nn.Module을 돌려주어야 합니다"))
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


def known_model(submission: Any, rng: np.random.Generator, device: str, p: float = 0.0) -> Any:
    """A model with weights of the suite's, so that every submission is asked the same."""
    model = build(submission, device, p)
    load_if_fitting(submission, model, drawn_weights(rng))
    return model


def drawn_weights(rng: np.random.Generator, hidden: float = 0.08, output: float = 0.15) -> dict[str, torch.Tensor]:
    return {
        part: torch.from_numpy(rng.normal(0, hidden if part.startswith("hidden") else output, shape).astype(np.float32))
        for part, shape in SHAPES.items()
    }


def pair(submission: Any, reference: Any, device: str, weights: dict[str, torch.Tensor]) -> tuple[Any, Any]:
    """The submission's model and the reference's, in float64, with the same weights and no dropout."""
    model, trusted = build(submission, device), reference.build_model(0.0).double()
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


def assert_weights(model: Any, trusted: Any, steps: int) -> None:
    """The model's weights are trusted's.

    Adam's step hardly depends on the size of a gradient but turns with its sign, so where a gradient is next to nothing
    two right programs may go different ways: one value, and one in a hundred more, may differ.
    """
    got, expected = read(model), read(trusted)
    for part, want in expected.items():
        wrong = int((~((got[part] - want).abs() <= 3e-5 * steps)).sum())
        assert_true(
            wrong <= 1 + want.numel() // 100,
            Text(
                f"after {steps} step(s), {wrong} of {want.numel()} {part} differ from the reference's",
                f"{steps}번 갱신한 뒤 모양이 {SHAPES[part]}인 값 {want.numel()}개 중 {wrong}개가 기준 모델과 다릅니다",
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


def judged_pictures(
    model: Any, reference: Any, rng: np.random.Generator, count: int, brightest: int = 255
) -> tuple[torch.Tensor, np.ndarray]:
    """count pictures that model reads without doubt, and what it reads: rounding cannot turn one into another."""
    images, _ = drawn_pictures(rng, 3 * count + 20)
    images = images.clamp(max=brightest)
    logits = logits_of(model, reference.to_rows(images))
    ranked = np.sort(logits, axis=1)
    clear = np.flatnonzero(ranked[:, -1] - ranked[:, -2] > 1e-3)[:count]
    assert_true(
        len(clear) == count,
        Text("the model gives nearly equal logits for most pictures", "모델이 대부분의 그림에 거의 같은 로짓을 냅니다"),
    )
    return images[clear], logits[clear].argmax(axis=1)


# --- CLASSES ---


@points(5)
@hint(
    en="Ten names in the order of the labels, spelt as in the handout: label 0 is 'T-shirt/top', label 9 'Ankle boot'.",
    ko="레이블 순서로 적은 이름 열 개이며 철자는 안내문과 같습니다. 레이블 0은 'T-shirt/top', 레이블 9는 'Ankle boot'입니다.",
)
def test_classes(submission, reference):
    names = submission.CLASSES
    assert_true(
        isinstance(names, list | tuple) and len(names) == 10 and all(isinstance(name, str) for name in names),
        Text("CLASSES should be a tuple of ten names", "CLASSES는 이름 열 개로 된 튜플이어야 합니다"),
    )
    for label, (name, expected) in enumerate(zip(names, reference.CLASSES, strict=True)):
        assert_true(
            name == expected,
            Text(f"CLASSES[{label}] is {name!r}, which is not its name", f"CLASSES[{label}]의 값 {name!r}은(는) 올바른 이름이 아닙니다"),
        )


# --- the model ---


@points(1)
@pytest.mark.parametrize("count", [1, 7])
@hint(
    en="The model takes rows of 784 numbers and gives a row of ten logits for each.",
    ko="모델은 숫자 784개로 된 행을 받아 행마다 로짓 10개를 내야 합니다.",
)
def test_output_shape(submission, rng, device, count):
    rows = torch.from_numpy(rng.random((count, 784)).astype(np.float32))
    assert_true(
        np.isfinite(logits_of(known_model(submission, rng, device, 0.5), rows)).all(),
        Text("a logit is not finite", "유한하지 않은 로짓이 있습니다"),
    )


@points(3)
@hint(
    en="Each layer has a weight for every pair of neurons, and a bias for every neuron it feeds. See 'A worked example'.",
    ko="층마다 뉴런 쌍 하나에 가중치 하나, 출력 뉴런 하나에 편향 하나가 있습니다. '풀이 예제'를 보십시오.",
)
def test_parameter_count(submission, device):
    count = sum(value.numel() for value in parameters_of(build(submission, device, 0.5)).values())
    assert_same(count, 203_530, what=Text("the number of parameters", "파라미터 수"))


@points(3)
@hint(
    en="Two layers, 784 to 256 and 256 to 10, each with weights and biases that the model registers as parameters.",
    ko="784에서 256으로, 256에서 10으로 가는 두 층이 있고, 각 층의 가중치와 편향이 모델의 파라미터로 등록되어야 합니다.",
)
def test_layers(submission, rng, device):
    model, weights = build(submission, device, 0.5), drawn_weights(rng)
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
        distinct > 128,
        Text(
            f"a new model has only {distinct} different neurons among its 256 hidden ones",
            f"새 모델의 은닉 뉴런 256개 가운데 서로 다른 것이 {distinct}개뿐입니다",
        ),
    )


@points(3)
@depends("test_layers")
@pytest.mark.parametrize("hidden", [0.03, 0.3])
@hint(
    en="ReLU after the first layer and nothing after the second. In eval mode dropout changes nothing.",
    ko="첫째 층 뒤에는 ReLU를 쓰고 둘째 층 뒤에는 아무것도 쓰지 않습니다. eval 모드에서는 드롭아웃이 아무것도 바꾸지 않습니다.",
)
def test_forward(submission, reference, rng, device, hidden):
    model, trusted = pair(submission, reference, device, drawn_weights(rng, hidden, 0.2))
    dropping = build(submission, device, 0.5)
    load(submission, dropping, read(trusted))
    for each in (model, dropping):
        each.eval()
        for count in (1, 12):
            rows = torch.from_numpy(rng.random((count, 784)).astype(np.float32))
            expected = trusted(rows.double()).detach().numpy()
            assert_close(
                logits_of(each, rows),
                expected,
                what=Text("model(x) with known weights, in eval mode", "알려진 가중치를 넣은 eval 모드의 model(x)"),
                atol=1e-4,
                rtol=1e-4,
            )


@points(2)
@hint(
    en="In eval mode a picture's logits depend on that picture alone.",
    ko="eval 모드에서 그림 하나의 로짓은 그 그림에만 달려 있습니다.",
)
def test_each_picture_on_its_own(submission, rng, device):
    model = known_model(submission, rng, device, 0.5)
    model.eval()
    rows = torch.from_numpy(rng.random((5, 784)).astype(np.float32))
    together = logits_of(model, rows)
    assert_close(
        logits_of(model, rows[3:4]), together[3:4], what=Text("model(x) of one picture", "그림 한 장의 model(x)"), atol=1e-5, rtol=1e-4
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


# --- dropout ---


def seen_through(submission: Any, model: Any, rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logits (count, 10) of one picture repeated, where ten hidden neurons feed one output each: their values, and the output biases.

    Both values and biases are well away from 0, so a logit tells what became of its neuron.
    """
    chosen, biases = rng.permutation(256)[:10], rng.uniform(0.3, 0.9, 10) * rng.choice([-1, 1], 10)
    weights = {part: torch.zeros(shape) for part, shape in SHAPES.items()}
    weights["hidden weights"][:] = torch.from_numpy(rng.uniform(0.001, 0.003, (256, 784)).astype(np.float32))
    weights["hidden biases"][:] = torch.from_numpy(rng.uniform(0.5, 2, 256).astype(np.float32))
    for output, neuron in enumerate(chosen):
        weights["output weights"][output, neuron] = 1
    weights["output biases"][:] = torch.from_numpy(biases.astype(np.float32))
    load(submission, model, weights)
    row = torch.from_numpy(rng.random((1, 784)).astype(np.float32))
    values = (weights["hidden weights"].double() @ row[0].double() + weights["hidden biases"].double())[chosen].numpy()
    return logits_of(model, row.repeat(count, 1)), values, biases


def assert_dropped(logits: np.ndarray, values: np.ndarray, biases: np.ndarray, p: float) -> None:
    """Each logit is its bias, or that and the kept neuron's value scaled by 1 / (1 - p); a share of p is dropped, each by itself."""
    dropped = np.abs(logits - biases) < 1e-4
    kept = np.abs(logits - (biases + values / (1 - p))) < 1e-3
    strange = int((~(dropped | kept)).sum())
    assert_true(
        strange == 0,
        Text(
            f"in train mode {strange} of {logits.size} logits are neither those of a dropped hidden neuron nor of one scaled by 1/(1-p)",
            f"train 모드에서 로짓 {logits.size}개 중 {strange}개가 꺼진 은닉 뉴런의 값도, 1/(1-p)배가 된 은닉 뉴런의 값도 아닙니다",
        ),
    )
    share, spread = dropped.mean(), 6 * np.sqrt(p * (1 - p) / dropped.size)
    assert_true(
        abs(share - p) <= spread,
        Text(f"with p = {p}, {share:.0%} of the hidden neurons were dropped", f"p = {p}일 때 은닉 뉴런의 {share:.0%}가 꺼졌습니다"),
    )
    for axis, words in ((0, Text("in all rows alike", "모든 행에서 똑같이")), (1, Text("all together or none", "한꺼번에"))):
        alone = dropped.mean(axis=axis).std()
        assert_true(
            alone < 0.3,  # by itself about 0.03 over the rows and 0.16 over the neurons; 0.5 where they are dropped together
            Text(f"hidden neurons are dropped {words.en}", f"은닉 뉴런이 {words.ko} 꺼집니다"),
        )


@points(7)
@depends("test_layers")
@pytest.mark.parametrize("p", [0.5])
@hint(
    en="In train mode each hidden neuron, in each row by itself, is dropped with probability p, and scaled by 1/(1-p) where it is kept.",
    ko="train 모드에서는 행마다, 은닉 뉴런마다 따로 확률 p로 값을 끄고, 남은 값은 1/(1-p)배로 키웁니다.",
)
def test_dropout(submission, rng, device, p):
    model = build(submission, device, p)
    model.train()
    assert_dropped(*seen_through(submission, model, rng, 300), p)
    row = torch.from_numpy(rng.random((1, 784)).astype(np.float32))
    lone = np.concatenate([logits_of(model, row) for _ in range(6)])  # ten neurons: the same six times over by chance once in 10^15
    assert_true(
        float(np.ptp(lone, axis=0).max()) > 1e-3,
        Text(
            "in train mode nothing is dropped in a batch of one picture",
            "train 모드에서 그림이 한 장뿐인 배치에서는 아무것도 꺼지지 않습니다",
        ),
    )


@points(3)
@depends("test_layers")
@hint(en="p is the share that is dropped, and 0.5 unless it is given.", ko="p는 끄는 비율이며 주지 않으면 0.5입니다.")
def test_share_of_dropout(submission, rng, device):
    for model, p in ((submission.build_model(), 0.5), (submission.build_model(p=0.2), 0.2), (submission.build_model(0.75), 0.75)):
        if device != "cpu":
            model.to(device)
        model.train()
        assert_dropped(*seen_through(submission, model, rng, 200), p)


@points(2)
@depends("test_forward")
@hint(en="With p = 0 nothing is dropped, in train mode either.", ko="p = 0이면 train 모드에서도 아무것도 꺼지지 않습니다.")
def test_no_dropout(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    model.train()
    rows = torch.from_numpy(rng.random((9, 784)).astype(np.float32))
    assert_close(
        logits_of(model, rows),
        trusted(rows.double()).detach().numpy(),
        what=Text("model(x) with p = 0", "p = 0일 때의 model(x)"),
        atol=1e-4,
        rtol=1e-4,
    )


# --- predict_names ---


def names_of(value: Any, count: int) -> list[str]:
    assert_true(
        isinstance(value, list | tuple) and len(value) == count and all(isinstance(name, str) for name in value),
        Text(f"predict_names should return a list of {count} names", f"predict_names는 이름 {count}개로 된 리스트를 돌려주어야 합니다"),
    )
    return list(value)


def assert_names(submission: Any, reference: Any, value: Any, answers: np.ndarray) -> None:
    """The names are those of answers: the handout's, or those of the submission's own CLASSES, where a slip is judged by itself."""
    got, own, tables = names_of(value, len(answers)), submission.CLASSES, [reference.CLASSES]
    if isinstance(own, list | tuple) and len(set(map(str, own))) == len(own) == 10:
        tables.append(own)
    wrong = min(sum(name != table[answer] for name, answer in zip(got, answers, strict=True)) for table in tables)
    assert_true(
        wrong == 0,
        Text(
            f"{wrong} of {len(answers)} names are not those of the largest logits",
            f"이름 {len(answers)}개 중 {wrong}개가 가장 큰 로짓의 클래스가 아닙니다",
        ),
    )


@points(5)
@hint(
    en="The name of the largest logit for each picture, scaled to [0, 1] as in training.",
    ko="그림을 학습할 때처럼 [0, 1] 범위로 바꾸고, 그림마다 가장 큰 로짓의 클래스 이름을 구합니다.",
)
def test_names(submission, reference, rng, device):
    model = known_model(submission, rng, device, 0.0)
    model.eval()
    for count in (30, 1, 203, 30):
        images, answers = judged_pictures(model, reference, rng, count)
        assert_names(submission, reference, submission.predict_names(model, images), answers)
    # The largest logit counts where all are below 0, where it is ahead by little, and where no pixel is bright.
    for output, bias, brightest in ((0.15, -20.0, 255), (0.01, 0.0, 255), (0.15, 0.0, 70)):
        weights = drawn_weights(rng, output=output)
        weights["output biases"] += bias
        load_if_fitting(submission, model, weights)
        images, answers = judged_pictures(model, reference, rng, 40, brightest)
        assert_names(submission, reference, submission.predict_names(model, images), answers)


@points(4)
@hint(
    en="Reading is not training: nothing is dropped, whatever mode the model is in when it is handed over.",
    ko="읽을 때는 학습할 때와 달리 아무것도 끄지 않습니다. 받은 모델이 어느 모드에 있든 마찬가지입니다.",
)
def test_names_without_dropout(submission, reference, rng, device):
    model = known_model(submission, rng, device, 0.6)
    model.eval()
    images, answers = judged_pictures(model, reference, rng, 60)
    model.train()
    for _ in range(2):
        assert_names(submission, reference, submission.predict_names(model, images), answers)


@points(2)
@pytest.mark.parametrize("training", [True, False])
@hint(
    en="Look at `model.training` before you change the mode, and set that mode again at the end.",
    ko="모드를 바꾸기 전에 `model.training`을 보아 두었다가 마지막에 그 모드로 되돌리십시오.",
)
def test_mode_restored(submission, rng, device, training):
    model = known_model(submission, rng, device, 0.5)
    images, _ = drawn_pictures(rng, 6)
    if training:
        model.train()
    else:
        model.eval()
    names_of(submission.predict_names(model, images), 6)
    before, after = ("train", "eval") if training else ("eval", "train")
    assert_true(
        model.training is training,
        Text(
            f"the model was in {before} mode and is in {after} mode after predict_names",
            f"{before} 모드였던 모델이 predict_names를 호출한 뒤 {after} 모드가 되었습니다",
        ),
    )
    logits = logits_of(model, torch.from_numpy(rng.random((1, 784)).astype(np.float32)).repeat(2, 1))
    assert_true(
        (float(np.abs(logits[0] - logits[1]).max()) > 1e-6) is training,
        Text("after predict_names dropout works otherwise than before", "predict_names를 호출한 뒤 드롭아웃의 작동이 달라졌습니다"),
    )


@points(2)
@hint(en="No pictures, no names: an empty list.", ko="그림이 없으면 이름도 없습니다. 빈 리스트여야 합니다.")
def test_no_pictures(submission, rng, device):
    model = known_model(submission, rng, device, 0.5)
    for training in (False, True):
        if training:
            model.train()
        else:
            model.eval()
        names_of(submission.predict_names(model, torch.zeros(0, 28, 28, dtype=torch.uint8)), 0)
        assert_true(
            model.training is training,
            Text(
                "the model is in another mode after predict_names of no pictures",
                "그림 없이 predict_names를 호출한 뒤 모델의 모드가 바뀌었습니다",
            ),
        )


@points(2)
@hint(en="Reading changes neither the pictures nor the model.", ko="읽는 일은 그림도 모델도 바꾸지 않습니다.")
def test_reading_only_reads(submission, rng, device):
    model = known_model(submission, rng, device, 0.5)
    images = torch.from_numpy(rng.integers(0, 256, (8, 28, 28)).astype(np.uint8))  # every shade, the faintest too
    before = parameters_of(model)
    seen = observe(submission.predict_names, model, images.clone())
    first = names_of(seen.value, 8)
    assert_same(seen.args[1], images, what=Text("images after the call", "호출한 뒤의 images"))
    for name, value in parameters_of(model).items():
        assert_same(value, before[name], what=Text("a parameter after predict_names", "predict_names를 호출한 뒤의 파라미터"))
    again = names_of(submission.predict_names(model, images), 8)
    assert_true(again == first, Text("a second reading gave other names", "다시 읽으니 다른 이름이 나왔습니다"))


# --- training ---


@points(1)
@pytest.mark.parametrize("epochs", [1, 3])
@hint(en="One number for each epoch, and the loss goes down.", ko="에포크마다 숫자 하나를 담으며, 손실은 줄어들어야 합니다.")
def test_history(submission, rng, device, epochs):
    images, labels = drawn_pictures(rng, 1)
    images, labels = images.repeat(20, 1, 1), labels.repeat(20)
    model = known_model(submission, rng, device, 0.2)
    history = losses(submission.train(model, images, labels, epochs=epochs, batch_size=10, seed=4), epochs)
    assert_true(epochs == 1 or history[-1] < history[0], Text("the loss does not go down in training", "학습해도 손실이 줄어들지 않습니다"))


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
        history = losses(submission.train(model, images, labels, epochs=1, batch_size=24, seed=0), 1)
        assert_epochs(history, reference.batch_losses(trusted, images, labels, 1, 24))


@points(4)
@depends("test_forward")
@hint(
    en="Adam with learning rate 0.001, all else as PyTorch has it, on the mean cross-entropy of the batch.",
    ko="배치의 평균 교차 엔트로피에 대해 학습률 0.001의 Adam을 쓰고, 나머지는 PyTorch의 기본값 그대로 둡니다.",
)
def test_one_step(submission, reference, rng, device):
    weights = drawn_weights(rng)
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 20)
    losses(submission.train(model, images, labels, epochs=1, batch_size=32, seed=1), 1)
    reference.batch_losses(trusted, images, labels, 1, 32)
    assert_weights(model, trusted, 1)
    assert_unlit_stay(model, weights, images)
    # A model that is sure and right: its gradients are so small that the epsilon in Adam's denominator shows.
    weights["output weights"].zero_()
    weights["output biases"].zero_()[4] = 14
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 1)[0].repeat(16, 1, 1), torch.full((16,), 4)
    losses(submission.train(model, images, labels, epochs=3, batch_size=16, seed=1), 3)
    reference.batch_losses(trusted, images, labels, 3, 16)
    what = Text("the output biases of a sure model", "확신하는 모델의 출력층 편향")
    assert_close(read(model)["output biases"], read(trusted)["output biases"].numpy(), what=what, atol=1e-4, rtol=0)


@points(4)
@depends("test_forward")
@hint(
    en="Each step uses the gradient of its own batch only, and one optimiser serves all epochs of a call.",
    ko="갱신할 때마다 그 배치의 기울기만 쓰고, 호출 한 번의 모든 에포크에서 같은 옵티마이저를 씁니다.",
)
def test_several_steps(submission, reference, rng, device):
    weights = drawn_weights(rng)
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 16)
    history = losses(submission.train(model, images, labels, epochs=4, batch_size=16, seed=2), 4)
    assert_epochs(history, reference.batch_losses(trusted, images, labels, 4, 16))
    assert_weights(model, trusted, 4)
    assert_unlit_stay(model, weights, images)
    # A model that is nearly as good as it can be: Adam's first steps lead past the best weights, and the loss rises.
    weights = drawn_weights(rng, hidden=0.3)
    weights["output weights"].zero_()
    weights["output biases"][:] = torch.tensor([-12.0, -12, -12, 2, -12, -12, -12, 2.05, -12, -12])
    model, trusted = pair(submission, reference, device, weights)
    images, labels = drawn_pictures(rng, 1)[0].repeat(1100, 1, 1), torch.tensor([3, 7]).repeat(550)
    history = losses(submission.train(model, images, labels, epochs=7, batch_size=1100, seed=2), 7)
    assert_epochs(history, reference.batch_losses(trusted, images, labels, 7, 1100))
    assert_weights(model, trusted, 7)


@points(4)
@depends("test_forward")
@hint(
    en="Nine pictures in batches of four are three steps; the last batch, of one picture, counts like the others.",
    ko="그림 9장을 4장씩 묶으면 세 번 갱신합니다. 그림이 한 장뿐인 마지막 배치도 빠지지 않습니다.",
)
def test_last_batch(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 1)
    images, labels = images.repeat(9, 1, 1), labels.repeat(9)  # nine times the same: the order cannot matter
    history = losses(submission.train(model, images, labels, epochs=2, batch_size=4, seed=5), 2)
    assert_epochs(history, reference.batch_losses(trusted, images, labels, 2, 4))
    assert_weights(model, trusted, 6)


@points(4)
@depends("test_forward")
@hint(
    en="An epoch takes every picture exactly once, together with its own label.",
    ko="한 에포크에는 모든 그림이 자기 레이블과 함께 정확히 한 번씩 쓰입니다.",
)
def test_every_picture_once(submission, reference, rng, device):
    """Five pictures in batches of four and one: five ways to choose the last, and the loss must be that of one of them."""
    weights = drawn_weights(rng)
    for _ in range(2):
        model, _ = pair(submission, reference, device, weights)
        images, labels = drawn_pictures(rng, 5)
        value = losses(submission.train(model, images, labels, epochs=1, batch_size=4, seed=int(rng.integers(1000))), 1)[0]
        possible = []
        for last in range(5):
            trusted = with_weights(reference, weights)
            order = [*(place for place in range(5) if place != last), last]
            (first, _), (second, _) = reference.batch_losses(trusted, images[order], labels[order], 1, 4)[0]
            possible += [(4 * first + second) / 5, (first + second) / 2]
        nearest = min(possible, key=lambda mean: abs(mean - value))
        assert_close(
            value,
            nearest,
            what=Text("the loss of an epoch of five different pictures", "서로 다른 그림 다섯 장의 에포크 손실"),
            atol=1e-5,
            rtol=2e-5,
        )


def with_weights(reference: Any, weights: dict[str, torch.Tensor]) -> Any:
    """The reference's model with those weights, in float64 and without dropout."""
    trusted = reference.build_model(0.0).double()
    trusted.load_state_dict({reference.NAMES[part]: value for part, value in weights.items()})
    return trusted


@points(2)
@depends("test_forward")
@hint(
    en="Without further arguments: 5 epochs, batches of 128, seed 0.",
    ko="인수를 더 주지 않으면 5에포크, 배치 크기 128, 시드 0입니다.",
)
def test_defaults(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    images, labels = drawn_pictures(rng, 1)
    images, labels = images.repeat(129, 1, 1), labels.repeat(129)
    history = losses(submission.train(model, images, labels), 5)
    assert_epochs(history, reference.batch_losses(trusted, images, labels, 5, 128))
    models = twins(submission, rng, device, 0.5)
    pictures = drawn_pictures(rng, 12)
    unsaid = losses(submission.train(models[0], *pictures, 2, 4), 2)
    zero = losses(submission.train(models[1], *pictures, 2, 4, 0), 2)
    assert_close(
        unsaid,
        zero,
        what=Text("the losses without a seed, beside those of seed 0", "시드를 주지 않았을 때의 손실(시드 0과 비교)"),
        atol=1e-6,
        rtol=1e-5,
    )


@points(1)
@depends("test_layers")
@hint(
    en="Every step drops other neurons: set the seed once, at the beginning of `train`.",
    ko="갱신할 때마다 다른 뉴런이 꺼져야 합니다. 시드는 `train`의 처음에 한 번만 정하십시오.",
)
def test_dropped_anew_in_every_step(submission, rng, device):
    """Ten steps with one picture each: a neuron that none of them lets learn was dropped ten times over, or always."""
    model, weights = build(submission, device, 0.5), drawn_weights(rng)
    weights["hidden weights"] = weights["hidden weights"].abs()  # every hidden neuron is at work
    weights["hidden biases"] = weights["hidden biases"].abs()
    load(submission, model, weights)
    images, labels = drawn_pictures(rng, 10)
    losses(submission.train(model, images, labels, 1, 1, 7), 1)
    idle = int((read(model)["output weights"] == weights["output weights"].double()).all(dim=0).sum())
    assert_true(
        idle < 64,  # of 256, where half are dropped each time: about 0; 128 where they are always the same
        Text(
            f"in ten steps {idle} of 256 hidden neurons were always dropped",
            f"열 번 갱신하는 동안 은닉 뉴런 256개 중 {idle}개가 늘 꺼져 있었습니다",
        ),
    )


def twins(submission: Any, rng: np.random.Generator, device: str, p: float) -> list[Any]:
    """Two models with the same weights, both built before anything is trained: a build in between could reset a global generator."""
    models, weights = [build(submission, device, p) for _ in range(2)], drawn_weights(rng)
    for model in models:
        load_if_fitting(submission, model, weights)
    return models


@points(4)
@hint(
    en="Everything random in `train`, the order and what is dropped, must come from the seed, whatever was drawn before.",
    ko="`train` 안의 난수는 순서이든 드롭아웃이든 모두 시드에서 나와야 합니다. 앞서 무엇을 뽑았든 같아야 합니다.",
)
def test_same_seed_same_result(submission, rng, device):
    images, labels = drawn_pictures(rng, 30)
    # All pictures at once, where only what is dropped is random; and in batches, where the order is too.
    for size in (30, 8):
        seed = int(rng.integers(1, 10_000))
        histories = []
        for number, model in enumerate(twins(submission, rng, device, 0.5)):
            beside(submission.train, torch.random.manual_seed)(1000 + number)
            histories.append(losses(submission.train(model, images, labels, 3, size, seed), 3))
        assert_close(
            histories[1],
            histories[0],
            what=Text("the losses of a second training with the same seed", "같은 시드로 다시 학습한 손실"),
            atol=1e-6,
            rtol=1e-5,
        )


@points(1)
@hint(en="Another seed drops other neurons.", ko="시드가 다르면 다른 뉴런이 꺼집니다.")
def test_seeds_differ(submission, rng, device):
    images, labels = drawn_pictures(rng, 30)
    seeds, weights = (0, 1, 2, 1026), drawn_weights(rng)
    models = [build(submission, device, 0.5) for _ in seeds]  # all of them before anything is trained
    for model in models:
        load_if_fitting(submission, model, weights)
    histories = [losses(submission.train(model, images, labels, 5, 30, seed), 5) for model, seed in zip(models, seeds, strict=True)]
    apart = min(
        max(abs(one - other) for one, other in zip(first, second, strict=True))
        for place, first in enumerate(histories)
        for second in histories[:place]
    )
    assert_true(
        apart > 1e-5,
        Text("two seeds gave the same losses, with dropout", "드롭아웃이 있는데도 두 시드의 손실이 같습니다"),
    )
    models[0].train()
    logits = logits_of(models[0], torch.from_numpy(rng.random((1, 784)).astype(np.float32)).repeat(6, 1))
    assert_true(
        float(np.ptp(logits, axis=0).max()) > 1e-6,
        Text("after `train` nothing is dropped any more in train mode", "`train`을 마친 뒤에는 train 모드에서도 아무것도 꺼지지 않습니다"),
    )


@points(3)
@depends("test_layers")
@hint(
    en="A model may come in eval mode, from reading pictures. `train` must switch to train mode, or nothing is dropped.",
    ko="그림을 읽은 뒤라 모델이 eval 모드일 수 있습니다. `train`은 train 모드로 바꾸어야 하며 그러지 않으면 아무것도 꺼지지 않습니다.",
)
def test_switches_to_train_mode(submission, reference, rng, device):
    images, labels = drawn_pictures(rng, 40)
    for epochs in (1, 2, 4):  # each time, the last loss is compared with that of the model before its last update, in eval mode
        weights, (model, before) = drawn_weights(rng), (build(submission, device, 0.5) for _ in range(2))
        load(submission, model, weights)
        load(submission, before, weights)
        for each in (model, before):
            each.eval()
        if epochs > 1:
            losses(submission.train(before, images, labels, epochs - 1, 40, 3), epochs - 1)
        calm = reference.batch_losses(with_weights(reference, read(before)), images, labels, 1, 40)[0][0][0]
        last = losses(submission.train(model, images, labels, epochs, 40, 3), epochs)[-1]
        assert_true(
            abs(last - calm) > 1e-4 * calm,
            Text("the loss is that of a model in which nothing is dropped", "손실이 아무것도 꺼지지 않은 모델의 손실과 같습니다"),
        )


@points(2)
@depends("test_forward")
@hint(
    en="`train` goes on from the weights the model has, and reading names beforehand must not hinder it.",
    ko="`train`은 모델이 가진 가중치에서 이어서 학습합니다. 그 전에 이름을 읽더라도 학습에 지장이 없어야 합니다.",
)
def test_training_goes_on(submission, reference, rng, device):
    model, trusted = pair(submission, reference, device, drawn_weights(rng))
    submission.predict_names(model, drawn_pictures(rng, 4)[0])
    for seed, count in enumerate((10, 14)):
        images, labels = drawn_pictures(rng, count)
        history = losses(submission.train(model, images, labels, epochs=2, batch_size=14, seed=seed), 2)
        assert_epochs(history, reference.batch_losses(trusted, images, labels, 2, 14))


@points(1)
@hint(en="Compute with new tensors instead of in place.", ko="받은 텐서를 고치지 말고 새 텐서로 계산하십시오.")
def test_arguments_unchanged(submission, rng, device):
    images, labels = drawn_pictures(rng, 30)[0], torch.arange(10).repeat(3)  # every label is there
    seen = observe(submission.train, known_model(submission, rng, device, 0.5), images.clone(), labels.clone(), 1, 30, 0)
    losses(seen.value, 1)
    assert_same(seen.args[1], images, what=Text("images after the call", "호출한 뒤의 images"))
    assert_same(seen.args[2], labels, what=Text("labels after the call", "호출한 뒤의 labels"))


# --- learning: graded against the reference under the same budget ---


@dataclass(frozen=True)
class HeldOut:
    """Pictures to learn from and pictures to read; kind is the true class of each label."""

    train_images: torch.Tensor
    train_labels: torch.Tensor
    test_images: torch.Tensor
    test_labels: torch.Tensor
    kind: np.ndarray


def moved(images: np.ndarray, rng: np.random.Generator) -> torch.Tensor:
    """Each picture by up to one pixel to any side, with a little noise: no table of known pictures finds it."""
    count = len(images)
    framed = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    down, right = rng.integers(0, 3, (2, count, 1)) + np.arange(28)
    shifted = framed[np.arange(count)[:, None, None], down[:, :, None], right[:, None, :]]
    noisy = shifted + rng.normal(0, 8, shifted.shape)
    return torch.from_numpy(noisy.clip(0, 255).astype(np.uint8))


def held_out(reference: Any, data: Dataset, rng: np.random.Generator) -> HeldOut:
    """Clothing as no one has seen it: drawn or moved, in a new order, and with the ten labels exchanged among themselves."""
    name = rng.permutation(10)
    if data.name == "fashion":
        train, test = rng.permutation(len(data.train_images))[:TRAIN_COUNT], rng.permutation(len(data.test_images))[:TEST_COUNT]
        kinds = data.train_labels[train], data.test_labels[test]
        pictures = moved(data.train_images[train], rng), moved(data.test_images[test], rng)
    else:
        kinds = rng.integers(0, 10, TRAIN_COUNT), rng.integers(0, 10, TEST_COUNT)
        pictures = torch.from_numpy(reference.clothing(kinds[0], rng)), torch.from_numpy(reference.clothing(kinds[1], rng))
    labels = [torch.from_numpy(name[each]) for each in kinds]
    return HeldOut(pictures[0], labels[0], pictures[1], labels[1], np.argsort(name))


def first_weights(reference: Any, seed: int) -> Any:
    """A new model of the reference's, the same for the same seed."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        return reference.build_model(0.5)


@dataclass(frozen=True)
class Run:
    """The reference's training, the same for all submissions."""

    pictures: HeldOut
    seed: int
    accuracy: float
    history: list[float]


def reference_run(reference: Any, data: Dataset, rng: np.random.Generator) -> Run:
    """Kept with the reference, which outlives the session."""
    seed = int(rng.integers(1, 10_000))
    runs: dict[tuple[int, str], Run] = vars(reference).setdefault("suite_runs", {})
    if (seed, data.name) not in runs:
        pictures = held_out(reference, data, rng)
        model = first_weights(reference, seed)
        history = reference.train(model, pictures.train_images, pictures.train_labels, EPOCHS, BATCH, seed)
        right = reference.read(model, pictures.test_images) == pictures.test_labels.numpy()
        runs[seed, data.name] = Run(pictures, seed, float(right.mean()), history)
    return runs[seed, data.name]


@points(10)
@costly
@hint(
    en="Your model should come to nearly the reference's accuracy in the same epochs. Check the loop before you tune anything.",
    ko="같은 에포크 안에 기준 모델과 거의 같은 정확도에 이르러야 합니다. 무엇을 조정하기 전에 반복문부터 확인하십시오.",
)
def test_reads_unseen_clothing(submission, reference, dataset, rng, device, award, evidence):
    run = reference_run(reference, dataset, rng)
    pictures = run.pictures
    model = build(submission, device, 0.5)
    load_if_fitting(submission, model, read(first_weights(reference, run.seed)))  # a lucky or unlucky start should not be graded
    history = submission.train(model, pictures.train_images, pictures.train_labels, EPOCHS, BATCH, run.seed)
    model.eval()
    answers = logits_of(model, reference.to_rows(pictures.test_images)).argmax(axis=1)
    mine = float((answers == pictures.test_labels.numpy()).mean())
    draw_losses(evidence, history, run.history)
    draw_answers(evidence, reference, pictures, answers)
    share = (mine / run.accuracy - NO_SHARE) / (FULL_SHARE - NO_SHARE)
    award(
        min(max(share, 0.0), 1.0),
        Text(
            f"your trained model names {mine:.1%} of unseen pictures rightly, the reference {run.accuracy:.1%}",
            f"학습한 모델이 처음 보는 그림의 {mine:.1%}를 바르게 알아보았습니다. 기준 모델은 {run.accuracy:.1%}입니다",
        ),
    )


def draw_losses(evidence: Any, history: Any, expected: list[float]) -> None:
    """For the report: the losses beside the reference's. Nothing is drawn where they are no list of losses: other tests say so."""
    try:
        got = losses(history, EPOCHS)
    except Mismatch:
        return
    epochs = list(range(1, EPOCHS + 1))
    evidence(
        "curve",
        title={"en": "Training with dropout", "ko": "드롭아웃을 쓴 학습 곡선"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "mean cross-entropy", "ko": "평균 교차 엔트로피"},
        series=[
            {"label": {"en": "yours", "ko": "제출한 모델"}, "x": epochs, "y": got},
            {"label": {"en": "reference", "ko": "기준 모델"}, "x": epochs, "y": expected},
        ],
    )


def draw_answers(evidence: Any, reference: Any, pictures: HeldOut, answers: np.ndarray) -> None:
    """For the report: what was named as what, and the first dozen named wrongly."""
    true, said = pictures.kind[pictures.test_labels.numpy()], pictures.kind[answers]
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (true, said), 1)
    names = reference.CLASSES
    evidence("confusion", labels=list(names), matrix=matrix.tolist())
    evidence(
        "pictures",
        title={"en": "Clothing your model misnamed", "ko": "잘못 알아본 의류"},
        width=28,
        height=28,
        items=[
            {
                "pixels": base64.b64encode(pictures.test_images[place].numpy().tobytes()).decode("ascii"),
                "caption": {"en": f"{names[true[place]]} named {names[said[place]]}", "ko": f"{names[true[place]]} → {names[said[place]]}"},
            }
            for place in np.flatnonzero(true != said)[:12].tolist()
        ],
    )
