"""The hidden suite of zip_reader.

Area averaging and bilinear interpolation each go by several recipes, and all of them count: split_digits has to agree with one, to within
rounding, on all pixels of a canvas. What is read from a canvas is compared with what the judge's own copy of the model reads from the
submission's own digits, or from those of any recipe, so a slip in the one function does not cost the others' points. The models are the
suite's own: made in the submission's worker from PyTorch's layers, with weights that the suite drew or trained. They stay on the CPU, as
the canvases do.
"""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from gradekit.datasets import Dataset
from gradekit.sandbox.answers import CallEnded
from gradekit.testing import (
    Text,
    assert_close,
    assert_same,
    assert_shape,
    assert_true,
    assert_unchanged,
    beside,
    hint,
    points,
)

OFF_BY = 1.02  # a resize that rounds on the way and again at the end
OWN_PICTURES, OWN_EPOCHS = 3000, 6  # by which a student's own mnist_mlp is trained
GOOD_ENOUGH = 0.85  # of the digits of the test set, for it to be read by
SURE = 1e-4  # how far a confidence may be from the judge's: float32 against float64


# --- models, here and in the worker ---

At = Callable[[Any], Any]  # a class, as it is on one side or the other


@dataclass(frozen=True)
class Reader:
    """A model as what makes it and its weights."""

    make: Callable[[At], Any]
    weights: dict[str, torch.Tensor]

    def here(self) -> nn.Module:
        """The judge's copy, in float64."""
        model: nn.Module = self.make(lambda thing: thing).double()
        model.load_state_dict(self.weights)
        return model

    def there(self, submission: Any, training: bool = False) -> Any:
        """The submission's, in its worker."""
        model = self.make(lambda thing: beside(submission.read_zip, thing))
        model.load_state_dict({name: value.float() for name, value in self.weights.items()})
        if training:
            model.train()
        else:
            model.eval()
        return model


def reader(make: Callable[[At], Any], rng: np.random.Generator, scale: float) -> Reader:
    state = make(lambda thing: thing).state_dict()
    drawn = {name: torch.from_numpy(rng.normal(0, scale, tuple(value.shape)).astype(np.float32)).double() for name, value in state.items()}
    return Reader(make, drawn)


def linear(at: At) -> Any:
    return at(nn.Sequential)(at(nn.Linear)(784, 10))


def shade_reader() -> Reader:
    """Takes the mean brightness of a picture for its digit, from 0 for black to 9 for white, however it was resized."""
    shade = torch.arange(10, dtype=torch.float64) / 9  # the factor 80: no logit's exponential leaves float32
    weights = {"0.weight": (160 * shade / 784)[:, None].repeat(1, 784), "0.bias": -80 * shade**2}
    return Reader(linear, {name: value.float().double() for name, value in weights.items()})


def stubborn_reader(biases: list[float]) -> Reader:
    """Sees nothing, and gives the same ten logits for every picture."""
    weights = {"0.weight": torch.zeros(10, 784, dtype=torch.float64), "0.bias": torch.tensor(biases).double()}
    return Reader(linear, weights)


def plain_reader(rng: np.random.Generator) -> Reader:
    """Linear, of random weights: what it reads changes with the order and the scale of the pixels."""
    return reader(linear, rng, 0.12)


def bent_reader(rng: np.random.Generator) -> Reader:
    return reader(lambda at: at(nn.Sequential)(at(nn.Linear)(784, 24), at(nn.Tanh)(), at(nn.Linear)(24, 10)), rng, 0.25)


def dropping_reader(rng: np.random.Generator) -> Reader:
    """Drops nine in ten of its inputs in train mode, and is then as good as blind. The dropout lies two levels deep."""
    return reader(lambda at: at(nn.Sequential)(at(nn.Sequential)(at(nn.Dropout)(0.9)), at(nn.Linear)(784, 10)), rng, 0.12)


def counting_reader(rng: np.random.Generator) -> Reader:
    """With batch normalisation: in train mode, every picture that it is shown changes what it knows of pictures."""
    drawn = reader(lambda at: at(nn.Sequential)(at(nn.Sequential)(at(nn.BatchNorm1d)(784)), at(nn.Linear)(784, 10)), rng, 0.12)
    variances = {"0.0.running_var": torch.ones(784, dtype=torch.float64), "0.0.num_batches_tracked": torch.tensor(3.0).double()}
    return Reader(drawn.make, drawn.weights | variances)


# --- canvases ---


def noise(rng: np.random.Generator) -> np.ndarray:
    return rng.integers(0, 256, (200, 520, 3)).astype(np.uint8)


def shades(digits: list[int]) -> np.ndarray:
    """Five boxes of one shade each; what shade_reader sees in them is digits."""
    canvas = np.full((200, 520, 3), 255, dtype=np.uint8)
    for place, digit in enumerate(digits):
        canvas[50:150, 10 + 100 * place : 110 + 100 * place] = 255 - round(255 * digit / 9)
    return canvas


def blots(reference: Any, rng: np.random.Generator) -> np.ndarray:
    """Smooth ink, which all recipes of resizing leave much the same."""
    y, x = np.mgrid[0:98, 0:98] / 97
    ink = np.zeros((5, 98, 98))
    for picture in ink:
        for _ in range(5):
            at, wide = rng.uniform(0.1, 0.9, 2), rng.uniform(0.08, 0.25)
            picture += rng.uniform(0.4, 1) * np.exp(-((y - at[0]) ** 2 + (x - at[1]) ** 2) / (2 * wide**2))
    return np.asarray(reference.canvas_of(ink.clip(0, 1), rng))


# --- what counts as right ---


def assert_resized(digits: Any, canvas: np.ndarray, reference: Any) -> None:
    """All five pictures follow one recipe."""
    assert_shape(digits, (5, 28, 28), what="split_digits(canvas)")
    got = np.asarray(digits, dtype=np.float64)
    wrong = {kind: int((np.abs(got - exact) > OFF_BY).sum()) for kind, exact in reference.resized(canvas).items()}
    least = min(wrong.values())
    assert_true(
        least == 0,
        Text(
            f"{least} of {got.size} pixels differ from the boxes of the canvas, inverted and resized by area averaging or bilinear",
            f"픽셀 {got.size}개 중 {least}개가 캔버스의 칸을 반전하여 면적 평균이나 쌍선형으로 줄인 값과 다릅니다",
        ),
    )


def judged(submission: Any, reference: Any, canvas: np.ndarray, model: nn.Module) -> list[np.ndarray]:
    """The probabilities (5, 10) that model gives each version of the digits which a submission may have read."""
    versions = []
    with contextlib.suppress(CallEnded):  # what is wrong with split_digits, other tests say
        own = submission.split_digits(canvas)
        if isinstance(own, np.ndarray) and own.shape == (5, 28, 28) and own.dtype.kind in "uif":
            versions.append(own.astype(np.float64))
    for exact in reference.resized(canvas).values():
        versions += [exact, exact.round(), np.floor(exact), 255 - np.floor(255 - exact)]
    return [reference.probabilities(each, model) for each in versions]


def assert_code(code: Any) -> str:
    assert_true(
        isinstance(code, str) and len(code) == 5 and all(character in "0123456789" for character in code),
        Text(
            f"read_zip should return text of five digits, but returned {str(code)[:40]!r}",
            f"read_zip은 숫자 다섯 개로 된 문자열을 돌려주어야 하는데 {str(code)[:40]!r}을(를) 돌려주었습니다",
        ),
    )
    return str(code)


def assert_read(submission: Any, reference: Any, canvas: np.ndarray, shown: Reader, model: Any) -> None:
    code = assert_code(submission.read_zip(canvas, model))
    possible = {"".join(map(str, each.argmax(axis=1))) for each in judged(submission, reference, canvas, shown.here())}
    assert_true(
        code in possible,
        Text(
            f"read_zip gave {code} where the model reads {sorted(possible)[0]} in these digits",
            f"모델은 이 숫자들을 {sorted(possible)[0]}(으)로 읽는데 read_zip의 값은 {code}입니다",
        ),
    )


def assert_confident(submission: Any, reference: Any, canvas: np.ndarray, shown: Reader, model: Any) -> None:
    values = submission.confidence(canvas, model)
    assert_shape(values, (5,), what="confidence(canvas, model)")
    got = np.asarray(values, dtype=np.float64)
    expected = [each.max(axis=1) for each in judged(submission, reference, canvas, shown.here())]
    nearest = min(expected, key=lambda each: float(np.abs(each - got).max()))
    assert_close(got, nearest, what="confidence(canvas, model)", atol=SURE, rtol=0)


# --- split_digits ---


@points(6)
@hint(
    en="Five pictures of 28 by 28 pixels, as a NumPy array of uint8.",
    ko="28×28 픽셀 그림 다섯 장이며 uint8의 NumPy 배열입니다.",
)
def test_shape_and_dtype(submission, rng):
    digits = submission.split_digits(noise(rng))
    assert_shape(digits, (5, 28, 28), what="split_digits(canvas)")
    kind = f"{type(digits).__name__} of {getattr(digits, 'dtype', 'numbers')}"
    assert_true(
        isinstance(digits, np.ndarray) and digits.dtype == np.uint8,
        Text(
            f"split_digits should return an array of uint8, but returned a {kind}",
            f"split_digits의 결과는 uint8 배열이어야 하는데 {kind}입니다",
        ),
    )


@points(6)
@pytest.mark.parametrize("kind", ["noise", "ink"])
@hint(
    en="Take box i from rows 51 to 148 and columns 11+100i to 108+100i, invert it and resize it. Every pixel of the box takes part in"
    " area averaging; bilinear looks halfway between pixels, not at corners.",
    ko="i번째 칸은 51번부터 148번 행, 11+100i번부터 108+100i번 열입니다. 반전한 다음 줄이십시오. 면적 평균에는 칸의 모든 픽셀이 쓰이고,"
    " 쌍선형은 모서리가 아니라 픽셀의 중심을 기준으로 합니다.",
)
def test_pixels(submission, reference, rng, kind):
    for _ in range(2):
        canvas = noise(rng) if kind == "noise" else blots(reference, rng)
        assert_resized(submission.split_digits(canvas), canvas, reference)


@points(8)
@hint(
    en="The frames of the boxes lie just outside rows 51 to 148 and columns 11+100i to 108+100i: nothing of them may show.",
    ko="칸의 테두리는 51번부터 148번 행, 11+100i번부터 108+100i번 열의 바로 바깥에 있습니다. 테두리가 조금도 들어오면 안 됩니다.",
)
def test_frames_stay_outside(submission, reference):
    canvas = np.zeros((200, 520, 3), dtype=np.uint8)  # all ink but for the boxes
    for place in range(5):
        canvas[51:149, 11 + 100 * place : 109 + 100 * place] = 255
    assert_resized(submission.split_digits(canvas), canvas, reference)
    framed = 255 - canvas  # and paper but for the boxes, which hold a frame of their own at their edge
    for place in range(5):
        framed[53:147, 13 + 100 * place : 107 + 100 * place] = 255
    assert_resized(submission.split_digits(framed), framed, reference)


@points(6)
@hint(
    en="The boxes come from left to right, and each fills its own picture.",
    ko="칸은 왼쪽에서 오른쪽 순서이며, 칸마다 자기 그림이 됩니다.",
)
def test_order(submission, rng):
    digits = rng.permutation(10)[:5].tolist()
    pictures = submission.split_digits(shades(digits))
    assert_shape(pictures, (5, 28, 28), what="split_digits(canvas)")
    for place, digit in enumerate(digits):
        expected = np.full((28, 28), round(255 * digit / 9))
        assert_close(pictures[place], expected, what=Text(f"the picture of box {place}", f"{place}번 칸의 그림"), atol=OFF_BY, rtol=0)


@points(6)
@hint(en="Only channel 0 of the canvas counts, not the mean of the three.", ko="세 채널의 평균이 아니라 캔버스의 0번 채널만 씁니다.")
def test_first_channel(submission, reference, rng):
    canvas = blots(reference, rng)
    canvas[..., 1:] = rng.integers(0, 256, (200, 520, 2))
    assert_resized(submission.split_digits(canvas), canvas, reference)


@points(4)
@hint(en="Paper becomes black, 0, and ink bright, up to 255.", ko="종이는 검은색(0)이 되고 잉크는 255까지 밝아집니다.")
def test_ink_is_bright(submission):
    paper, ink = (
        Text("split_digits of white paper", "흰 종이의 split_digits"),
        Text("split_digits of black boxes", "검은 칸의 split_digits"),
    )
    for digit, what in ((0, paper), (9, ink)):
        expected = np.full((5, 28, 28), round(255 * digit / 9))
        assert_close(submission.split_digits(shades([digit] * 5)), expected, what=what, atol=OFF_BY, rtol=0)


@points(4)
@hint(
    en="Work on a copy of the canvas; another canvas gives other digits.",
    ko="캔버스의 복사본으로 계산하십시오. 캔버스가 다르면 결과도 다릅니다.",
)
def test_canvas_unchanged(submission, reference, rng):
    for canvas in (noise(rng), noise(rng)):
        assert_resized(assert_unchanged(submission.split_digits, canvas), canvas, reference)


# --- read_zip ---


@points(6)
@hint(
    en="A postcode is text: five digits, of which the first may be 0.",
    ko="우편번호는 숫자 다섯 개로 된 문자열이며 첫 숫자가 0일 수도 있습니다.",
)
def test_text_of_five_digits(submission, rng):
    model = shade_reader().there(submission)
    narrow = stubborn_reader([0, 0, 0, 5, 0, 0, 0, 5.001, 0, 0]).there(submission)  # 7 is ahead of 3 by little, but it is ahead
    cases = [(digits, model) for digits in ([0, 3, 1, 8, 7], [0, 0, 0, 0, 0], [9, 0, 4, 4, 2], rng.integers(0, 10, 5).tolist())]
    for digits, asked in [*cases, ([7, 7, 7, 7, 7], narrow)]:
        code = assert_code(submission.read_zip(shades(digits), asked))
        expected = "".join(map(str, digits))
        assert_true(
            code == expected,
            Text(
                f"read_zip gave {code!r} for boxes that the model reads as {expected!r}",
                f"모델이 {expected!r}(으)로 읽는 칸에 대해 read_zip의 값이 {code!r}입니다",
            ),
        )


@points(4)
@pytest.mark.parametrize("make", [plain_reader, bent_reader])
@hint(
    en="The model wants rows of 784 numbers in [0, 1], float32, and each row's largest logit is its digit.",
    ko="모델에는 [0, 1] 범위의 float32 숫자 784개로 된 행을 넣고, 행마다 가장 큰 로짓의 위치가 숫자입니다.",
)
def test_reads_what_the_model_reads(submission, reference, rng, make: Callable[[np.random.Generator], Reader]):
    for _ in range(4):
        shown = make(rng)
        assert_read(submission, reference, blots(reference, rng), shown, shown.there(submission))


@points(6)
@hint(
    en="A model may come in train mode, where dropout works. Switch it to eval mode before you read.",
    ko="모델이 드롭아웃이 작동하는 train 모드로 올 수 있습니다. 읽기 전에 eval 모드로 바꾸십시오.",
)
def test_reads_without_dropout(submission, reference, rng):
    for _ in range(3):
        shown = dropping_reader(rng)
        assert_read(submission, reference, blots(reference, rng), shown, shown.there(submission, training=True))


def assert_mode(model: Any, training: bool, function: str) -> None:
    before, after = ("train", "eval") if training else ("eval", "train")
    assert_true(
        model.training is training,
        Text(
            f"the model was in {before} mode and is in {after} mode after {function}",
            f"{before} 모드였던 모델이 {function}을(를) 호출한 뒤 {after} 모드가 되었습니다",
        ),
    )
    logits = torch.as_tensor(model(torch.ones(2, 784))).detach().double()
    assert_true(
        (float((logits[0] - logits[1]).abs().max()) > 1e-6) is training,
        Text(
            f"after {function} the model's dropout is in another mode", f"{function}을(를) 호출한 뒤 모델의 드롭아웃이 다른 모드에 있습니다"
        ),
    )


@points(2)
@pytest.mark.parametrize("training", [True, False])
@hint(
    en="Look at `model.training` before you change the mode, and set that mode again at the end.",
    ko="모드를 바꾸기 전에 `model.training`을 보아 두었다가 마지막에 그 모드로 되돌리십시오.",
)
def test_read_zip_restores_mode(submission, reference, rng, training):
    model = dropping_reader(rng).there(submission, training)
    assert_code(submission.read_zip(blots(reference, rng), model))
    assert_mode(model, training, "read_zip")


def assert_weights(model: Any, shown: Reader, function: str) -> None:
    """Neither the weights nor what batch normalisation counts have changed."""
    for name, value in model.state_dict().items():
        what = Text(f"the model's {name} after {function}", f"{function}을(를) 호출한 뒤 모델의 {name}")
        assert_same(value.double(), shown.weights[name], what=what)


@points(2)
@hint(
    en="Reading changes neither the canvas nor the model, and a second reading gives the same.",
    ko="읽는 일은 캔버스도 모델도 바꾸지 않으며, 다시 읽어도 결과가 같습니다.",
)
def test_reading_only_reads(submission, reference, rng):
    canvas = blots(reference, rng)
    for shown, training in ((bent_reader(rng), False), (counting_reader(rng), True)):
        model = shown.there(submission, training)
        codes = {assert_code(assert_unchanged(submission.read_zip, canvas.copy(), model)) for _ in range(2)}
        assert_true(len(codes) == 1, Text("a second reading gave another postcode", "다시 읽으니 다른 우편번호가 나왔습니다"))
        assert_weights(model, shown, "read_zip")


# --- confidence ---


@points(6)
@hint(
    en="Softmax over the ten logits of a digit, and of these probabilities the one of the digit that is read: the largest.",
    ko="숫자마다 로짓 열 개에 소프트맥스를 적용하고, 그 확률 가운데 읽은 숫자의 것, 곧 가장 큰 값을 구합니다.",
)
def test_confidence(submission, reference, rng):
    for make in (plain_reader, bent_reader, plain_reader):
        shown = make(rng)
        assert_confident(submission, reference, blots(reference, rng), shown, shown.there(submission))


@points(4)
@hint(
    en="One value for each digit, in their order, from 0.1 for no idea to 1.",
    ko="숫자마다 값 하나를 순서대로 담습니다. 전혀 모를 때는 0.1이고 확실하면 1입니다.",
)
def test_confidence_from_unsure_to_sure(submission, reference, rng):
    values = submission.confidence(noise(rng), stubborn_reader([0.0] * 10).there(submission))
    what = Text("the confidence of a model that knows nothing", "아무것도 모르는 모델의 confidence")
    assert_close(values, np.full(5, 0.1), what=what, atol=SURE)
    sharp = Reader(linear, {name: 0.375 * value for name, value in shade_reader().weights.items()})
    assert_confident(submission, reference, shades([0, 4, 9, 2, 7]), sharp, sharp.there(submission))
    assert_confident(submission, reference, shades([7, 2, 0, 4, 9]), sharp, sharp.there(submission))


@points(4)
@hint(
    en="Confidence too is asked of the model in eval mode.",
    ko="확신의 정도도 eval 모드의 모델로 구합니다.",
)
def test_confidence_without_dropout(submission, reference, rng):
    for _ in range(2):
        shown = dropping_reader(rng)
        assert_confident(submission, reference, blots(reference, rng), shown, shown.there(submission, training=True))


@points(1)
@pytest.mark.parametrize("training", [True, False])
@hint(
    en="Look at `model.training` before you change the mode, and set that mode again at the end.",
    ko="모드를 바꾸기 전에 `model.training`을 보아 두었다가 마지막에 그 모드로 되돌리십시오.",
)
def test_confidence_restores_mode(submission, reference, rng, training):
    model = dropping_reader(rng).there(submission, training)
    assert_shape(submission.confidence(blots(reference, rng), model), (5,), what="confidence(canvas, model)")
    assert_mode(model, training, "confidence")


@points(2)
@hint(
    en="Measuring changes neither the canvas nor the model, and a second measurement gives the same.",
    ko="재는 일은 캔버스도 모델도 바꾸지 않으며, 다시 재도 결과가 같습니다.",
)
def test_confidence_only_measures(submission, reference, rng):
    canvas = blots(reference, rng)
    for shown, training in ((bent_reader(rng), False), (counting_reader(rng), True)):
        model = shown.there(submission, training)
        first, second = (assert_unchanged(submission.confidence, canvas.copy(), model) for _ in range(2))
        assert_shape(first, (5,), what="confidence(canvas, model)")
        assert_close(second, first, what=Text("a second confidence(canvas, model)", "두 번째 confidence(canvas, model)"), atol=1e-6)
        assert_weights(model, shown, "confidence")


# --- real postcodes ---


def trained_reader(reference: Any, data: Dataset) -> Reader:
    """A small network that has learnt the digits at hand; kept with the reference, which outlives the session."""
    kept: dict[str, Reader] = vars(reference).setdefault("suite_readers", {})
    if data.name not in kept:

        def make(at: At) -> Any:
            return at(nn.Sequential)(at(nn.Linear)(784, 48), at(nn.ReLU)(), at(nn.Dropout)(0.5), at(nn.Linear)(48, 10))

        with torch.random.fork_rng(devices=[]):
            torch.default_generator.manual_seed(5)
            model = make(lambda thing: thing)
            rows = torch.tensor(data.train_images[:3000] / np.float32(255)).flatten(1)
            labels = torch.tensor(data.train_labels[:3000])
            steps = torch.optim.Adam(model.parameters(), lr=0.003)
            for _ in range(12):
                for batch in torch.randperm(len(rows)).split(64):
                    loss = nn.functional.cross_entropy(model(rows[batch]), labels[batch])
                    steps.zero_grad()
                    loss.backward()
                    steps.step()
        kept[data.name] = Reader(make, {name: value.detach().double() for name, value in model.state_dict().items()})
    return kept[data.name]


def own_reader(work: Any, data: Dataset) -> Reader:
    """The network of the student's own mnist_mlp, trained by its own train(). Raises ValueError where it is not good enough to read by."""
    model = work.build_model()
    rows = torch.tensor(data.train_images[:OWN_PICTURES])
    work.train(model, rows, torch.tensor(data.train_labels[:OWN_PICTURES]), "adam", OWN_EPOCHS)

    def make(at: At) -> Any:
        return at(nn.Sequential)(at(nn.Linear)(784, 512), at(nn.Tanh)(), at(nn.Linear)(512, 10))

    weights = [value.double() for value in model.state_dict().values()]
    names = ("0.weight", "0.bias", "2.weight", "2.bias")
    shown = Reader(make, dict(zip(names, weights, strict=True)))
    here = shown.here().eval()
    pictures = torch.tensor(data.test_images / np.float32(255)).flatten(1)
    with torch.no_grad():
        logits = here(pictures.double())
        same = torch.allclose(model(pictures[:20]).double(), logits[:20], atol=1e-3)
    right = float((logits.argmax(dim=1).numpy() == data.test_labels).mean())
    if not same or not right >= GOOD_ENOUGH:
        raise ValueError(f"reads {right:.0%} of the digits")
    return shown


def postcode(reference: Any, data: Dataset, rng: np.random.Generator, model: nn.Module) -> tuple[np.ndarray, str]:
    """A canvas with five digits of the test set, enlarged, which model reads rightly however it is resized; and the postcode.

    Raises ValueError where it reads none of 200.
    """
    enlarge = reference.RESIZERS["bilinear with antialiasing"].T * reference.STEP
    for _ in range(200):
        chosen = rng.integers(0, len(data.test_labels), 5)
        ink = (enlarge @ (data.test_images[chosen] / 255.0) @ enlarge.T).clip(0, 1)
        canvas, code = reference.canvas_of(ink, rng), data.test_labels[chosen]
        read = [reference.probabilities(each, model) for each in reference.resized(canvas).values()]
        if all((each.argmax(axis=1) == code).all() and each.max(axis=1).min() > 0.6 for each in read):
            return canvas, "".join(map(str, code))
    raise ValueError("the model reads no postcode")


@points(10)
@hint(
    en="A trained network reads handwritten postcodes from your digits: they must lie, shine and be scaled as those it has learnt from.",
    ko="학습된 신경망이 제출한 함수로 나눈 숫자에서 우편번호를 읽습니다. 숫자의 위치와 밝기와 값의 범위가 학습할 때와 같아야 합니다.",
)
def test_reads_postcodes(submission, reference, dataset, rng, evidence, earlier, award):
    def by_own(work):
        shown = own_reader(work, dataset)
        return shown, [postcode(reference, dataset, rng, shown.here()) for _ in range(6)]

    by = earlier("mnist_mlp", by_own)
    if by is None:
        shown = trained_reader(reference, dataset)
        by = shown, [postcode(reference, dataset, rng, shown.here()) for _ in range(6)]
    else:
        award(1.0, Text("read by the network of your own mnist_mlp", "직접 만든 mnist_mlp 신경망으로 읽었습니다"))
    shown, canvases = by
    model = shown.there(submission, training=True)
    wrong = []
    for number, (canvas, code) in enumerate(canvases):
        got = assert_code(submission.read_zip(canvas, model))
        if number == 0:
            draw_digits(evidence, reference.split_digits(canvas), code, got)
        if got != code:
            wrong.append(f"{code} → {got}")
    assert_true(
        not wrong,
        Text(
            f"{len(wrong)} of 6 postcodes were misread: {', '.join(wrong)}",
            f"우편번호 6개 중 {len(wrong)}개를 잘못 읽었습니다: {', '.join(wrong)}",
        ),
    )


def draw_digits(evidence: Any, digits: np.ndarray, code: str, got: str) -> None:
    """For the report: the digits of one postcode as they should be cut out, and what was read."""
    evidence(
        "pictures",
        title={"en": f"The postcode {code}, read as {got}", "ko": f"우편번호 {code}, 읽은 결과 {got}"},
        width=28,
        height=28,
        items=[
            {
                "pixels": base64.b64encode(picture.tobytes()).decode("ascii"),
                "caption": {"en": f"{true} read as {said}", "ko": f"{true} → {said}"},
            }
            for picture, true, said in zip(digits, code, got, strict=True)
        ],
    )
