"""The hidden suite of overfitting.

The models are the suite's own: made in the submission's worker from PyTorch's layers, with weights the suite drew, and made here once
more in float64 for the reference. Sets of samples are drawn again until the reference's curve of losses shows what a test is about, and
no two losses that decide something lie so close that rounding could decide otherwise.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from gradekit.testing import (
    Mismatch,
    Text,
    assert_close,
    assert_same,
    assert_scalar,
    assert_shape,
    assert_true,
    assert_unchanged,
    beside,
    depends,
    hint,
    observe,
    points,
)

INPUTS, CLASSES = 12, 3
CLEAR = 1e-4  # losses further apart than this are told apart in float32 too
DRAWS = 400


# --- models, here and in the worker ---


Layers = list[tuple[type[nn.Module], tuple[Any, ...]]]


def layers(kind: str) -> Layers:
    """The layers of a model as classes and arguments."""
    hidden: Layers = [(nn.Linear, (INPUTS, 16)), (nn.Tanh, ()), (nn.Linear, (16, CLASSES))]
    return {
        "linear": [(nn.Linear, (INPUTS, CLASSES))],
        "mlp": hidden,
        "dropout": [*hidden[:2], (nn.Dropout, (0.5,)), hidden[2]],
        "no bias": [(nn.Linear, (INPUTS, CLASSES, False))],
    }[kind]


def local_model(kind: str, weights: dict[str, torch.Tensor]) -> nn.Module:
    model = nn.Sequential(*(make(*arguments) for make, arguments in layers(kind))).double()
    model.load_state_dict(weights)
    return model


def worker_model(
    submission: Any, made_of: list[tuple[type[nn.Module], tuple[Any, ...]]], weights: dict[str, torch.Tensor], device: str
) -> Any:
    there = submission.train_with_early_stopping
    model = beside(there, nn.Sequential)(*(beside(there, make)(*arguments) for make, arguments in made_of))
    model.load_state_dict({name: value.float() for name, value in weights.items()})
    if device != "cpu":
        model.to(device)
    return model


def drawn_weights(rng: np.random.Generator, kind: str) -> dict[str, torch.Tensor]:
    state = nn.Sequential(*(make(*arguments) for make, arguments in layers(kind))).state_dict()
    return {name: torch.from_numpy(rng.normal(0, 0.4, tuple(value.shape)).astype(np.float32)).double() for name, value in state.items()}


def weights_of(model: Any) -> dict[str, torch.Tensor]:
    return {name: value.detach().cpu().double() for name, value in model.state_dict().items()}


# --- samples on which the reference shows what a test is about ---


@dataclass(frozen=True)
class Scene:
    """Weights to start from, samples, settings, and what the reference makes of them."""

    kind: str
    weights: dict[str, torch.Tensor]
    train_set: tuple[torch.Tensor, torch.Tensor]
    val_set: tuple[torch.Tensor, torch.Tensor]
    max_epochs: int
    patience: int
    lr: float
    expected: dict[str, Any]

    @property
    def losses(self) -> list[float]:
        return list(self.expected["val_loss"])

    @property
    def settings(self) -> tuple[Any, ...]:
        return self.train_set, self.val_set, self.max_epochs, self.patience, self.lr


def samples(rng: np.random.Generator, teacher: np.ndarray, count: int, noise: float = 1.0) -> tuple[torch.Tensor, torch.Tensor]:
    """Labels follow a rule, but not always: who learns them by heart learns the exceptions too."""
    x = rng.normal(0, 1, (count, INPUTS)).astype(np.float32)
    y = (x @ teacher + rng.normal(0, noise, (count, CLASSES))).argmax(axis=1)
    return torch.from_numpy(x), torch.from_numpy(y)


def clear(losses: list[float]) -> bool:
    """Whether every loss is clearly below or above the smallest before it."""
    best = math.inf
    for loss in losses:
        if abs(loss - best) < CLEAR:
            return False
        best = min(best, loss)
    return True


def shows(about: str, found: Scene) -> bool:
    losses, best, run = found.losses, found.expected["best_epoch"], found.expected["epochs_run"]
    if not clear(losses):
        return False
    if about == "stops":
        return bool(best >= 2 and run < found.max_epochs and losses[-1] > losses[best] + 20 * CLEAR)
    if about == "swings":  # more epochs without a new minimum than patience, but not in a row; and a fall in the last wait
        waits = [epoch for epoch in range(1, best) if losses[epoch] > min(losses[:epoch])]
        falls = any(losses[epoch] < losses[epoch - 1] - CLEAR for epoch in range(best + 1, run))
        return bool(run < found.max_epochs and len(waits) > found.patience and falls)
    if about == "does not stop":
        waited = run - 1 - best
        return bool(run == found.max_epochs and 2 <= waited < found.patience and losses[-1] > losses[best] + 20 * CLEAR)
    return True


@functools.cache
def scene(reference: ModuleType, seed: int, about: str, kind: str, max_epochs: int, patience: int, lr: float) -> Scene:
    """Kept for the next submission: the draws are the same for all."""
    rng = np.random.default_rng(seed)
    for _ in range(DRAWS):
        teacher, weights = rng.normal(0, 1, (INPUTS, CLASSES)), drawn_weights(rng, kind)
        if about == "swings":  # labels near chance put the optimum near 0, which a large learning rate passes again and again
            train_set = val_set = samples(rng, teacher, 60, noise=4.0)
        else:
            train_set, val_set = samples(rng, teacher, 20), samples(rng, teacher, 60)
        result = reference.train_with_early_stopping(local_model(kind, weights), train_set, val_set, max_epochs, patience, lr, 0)
        found = Scene(kind, weights, train_set, val_set, max_epochs, patience, lr, result)
        if shows(about, found):
            return found
    raise RuntimeError(f"no samples in {DRAWS} draws show {about!r}")


def trained(submission: Any, shown: Scene, device: str, seed: int = 3) -> tuple[Any, dict[str, Any]]:
    model = worker_model(submission, layers(shown.kind), shown.weights, device)
    return model, checked(submission.train_with_early_stopping(model, *shown.settings, seed))


def checked(result: Any) -> dict[str, Any]:
    """result with its three entries as numbers; Mismatch where one is missing or something else."""
    names = ("epochs_run", "best_epoch", "val_loss")
    assert_true(
        isinstance(result, dict) and all(name in result for name in names),
        Text(
            "the result should be a dict with epochs_run, best_epoch and val_loss",
            "결과는 epochs_run, best_epoch, val_loss가 있는 dict여야 합니다",
        ),
    )
    assert_shape(result["val_loss"], (len(result["val_loss"]),), what="val_loss")
    run, best = (assert_scalar(result[name], what=name) for name in names[:2])
    return {"epochs_run": run, "best_epoch": best, "val_loss": [float(loss) for loss in result["val_loss"]]}


def assert_result(result: dict[str, Any], expected: dict[str, Any]) -> None:
    """The losses first, as far as there are any: what is wrong with them explains the rest."""
    both = min(len(result["val_loss"]), len(expected["val_loss"]))
    assert_losses(result["val_loss"][:both], expected["val_loss"][:both])
    assert_same(result["epochs_run"], expected["epochs_run"], what="epochs_run")
    assert_same(result["best_epoch"], expected["best_epoch"], what="best_epoch")
    assert_shape(result["val_loss"], (expected["epochs_run"],), what="val_loss")


def assert_losses(losses: list[float], expected: list[float]) -> None:
    assert_close(losses, expected, what="val_loss", atol=2e-5, rtol=1e-4)


def assert_weights(model: Any, expected: dict[str, torch.Tensor], epoch: int) -> None:
    got = weights_of(model)
    apart = max(float((got[name] - value).abs().max()) for name, value in expected.items())
    assert_true(
        apart < 1e-3,
        Text(
            f"the model's weights differ from those after epoch {epoch}, the best, by up to {apart:.3g}",
            f"모델의 가중치가 가장 좋았던 {epoch}번 에포크의 가중치와 최대 {apart:.3g}만큼 다릅니다",
        ),
    )


# --- generalization_gap ---


@points(4)
@hint(en="Training accuracy minus test accuracy.", ko="훈련 정확도에서 시험 정확도를 뺍니다.")
def test_gap(submission, rng):
    for train, test in ((0.99, 0.87), (1.0, 0.5), (0.75, 0.0), *np.sort(rng.random((6, 2)), axis=1)[:, ::-1].tolist()):
        value = assert_scalar(submission.generalization_gap(train, test), what="generalization_gap")
        assert_close(value, train - test, what=f"generalization_gap({train:.4g}, {test:.4g})")


@points(4)
@hint(
    en="A model may do better on the test samples; the gap is then below 0, and it is 0 where both are equal.",
    ko="시험 표본에서 더 나을 수도 있습니다. 그러면 격차는 0보다 작고, 둘이 같으면 0입니다.",
)
def test_gap_below_zero(submission, rng):
    for train, test in ((0.5, 0.75), (0.0, 1.0), (0.25, 0.25), (0.0, 0.0), *np.sort(rng.random((4, 2)), axis=1).tolist()):
        value = assert_scalar(submission.generalization_gap(train, test), what="generalization_gap")
        assert_close(value, train - test, what=f"generalization_gap({train:.4g}, {test:.4g})")


# --- is_overfitting ---


def ask(submission: Any, history: list[float], expected: bool, *patience: int, **named: int) -> None:
    value = submission.is_overfitting(history, *patience, **named)
    given = ", ".join([str([round(loss, 3) for loss in history]), *map(str, patience), *(f"{key}={each}" for key, each in named.items())])
    assert_same(value, expected, what=f"is_overfitting({given})")


@points(4)
@hint(
    en="Three losses without a new minimum after the 0.6. See 'A worked example'.",
    ko="0.6 뒤로 손실 세 개가 나오는 동안 새로운 최솟값이 없습니다. '풀이 예제'를 보십시오.",
)
def test_documented_history(submission):
    history = [0.9, 0.7, 0.6, 0.65, 0.7, 0.8]
    ask(submission, history, True)
    ask(submission, history[:5], False)
    ask(submission, [*history, 0.5], False)
    ask(submission, history, False, 4)
    ask(submission, history, True, 2)


@points(5)
@hint(
    en="With at most `patience` losses there is nothing to compare the last ones with.",
    ko="손실이 `patience`개 이하이면 마지막 손실들과 비교할 것이 없습니다.",
)
def test_short_histories(submission):
    for history, patience in (([], 3), ([0.4], 1), ([0.4, 0.5], 3), ([0.4, 0.5, 0.6], 3), ([0.1, 0.2, 0.3, 0.4, 0.5], 5), ([1.0], 9)):
        ask(submission, history, False, patience)
    ask(submission, [0.4, 0.5, 0.6, 0.7], True, 3)
    ask(submission, [0.4, 0.5], True, 1)


@points(6)
@hint(
    en="To reach the old minimum again is no progress: a new minimum lies below it.",
    ko="이전 최솟값에 다시 이른 것은 나아진 것이 아닙니다. 새로운 최솟값은 그보다 작아야 합니다.",
)
def test_ties(submission):
    ask(submission, [0.5, 0.5, 0.5, 0.5], True, 3)
    ask(submission, [0.75, 0.5, 0.625, 0.5, 0.75], True, 3)
    ask(submission, [0.5, 0.5], True, 1)
    ask(submission, [0.75, 0.5, 0.5], False, 2)
    ask(submission, [0.5, 0.25, 0.25, 0.25], False, 3)
    ask(submission, [0.5, 0.25, 0.25, 0.25, 0.25], True, 3)


@points(2)
@hint(
    en="The last `patience` values are exactly that many; a minimum just before them is an old one.",
    ko="마지막 `patience`개는 정확히 그 개수입니다. 바로 앞에 있는 최솟값은 이미 지난 것입니다.",
)
@pytest.mark.parametrize("patience", [1, 4])
def test_edge_of_the_window(submission, rng, patience):
    for length in (patience + 1, patience + 3):
        rising = np.sort(rng.uniform(0.5, 1.0, length)).tolist()
        for place in range(length):
            history = rising.copy()
            history[place] = 0.25
            ask(submission, history, place < length - patience, patience)


@points(4)
@hint(
    en="A loss that falls again is no new minimum while it stays above the smallest one so far.",
    ko="손실이 다시 줄어들더라도 지금까지의 가장 작은 값보다 크면 새로운 최솟값이 아닙니다.",
)
def test_falls_without_a_minimum(submission):
    ask(submission, [0.1, 0.9, 0.8, 0.7], True, 3)
    ask(submission, [0.1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4], True, 3)
    ask(submission, [0.9, 0.8, 0.95, 0.85, 0.79, 0.9], False, 3)
    ask(submission, [3e6, 2e6, 2.5e6, 2.25e6, 2.75e6], True, 3)
    ask(submission, [5e6, 4e6, 3e6, 2e6], False, 3)
    ask(submission, [0.5, 0.5 - 2.0**-40, 0.5, 0.5], False, 3)  # however little, it is below
    ask(submission, [0.5 - 2.0**-40, 0.5, 0.5, 0.5], True, 3)
    ask(submission, [-1.0, -2.0, -1.5], False, 2)  # a loss such as a negative logarithm of a density may be below 0
    ask(submission, [-2.0, -1.0, -1.5], True, 2)
    ask(submission, [5.0, 3.0, 40.0, 2.0, 30.0], False, 2)
    ask(submission, [5.0, 3.0, 40.0, 2.0, 30.0], True, 1)


@points(3)
@hint(en="`patience` is 3 unless it is given.", ko="`patience`를 주지 않으면 3입니다.")
def test_default_patience(submission):
    ask(submission, [0.9, 0.5, 0.6, 0.7], False)
    ask(submission, [0.5, 0.9, 0.6, 0.7], True)
    ask(submission, [0.9, 0.5, 0.6, 0.7], True, patience=2)
    ask(submission, [0.5, 0.9, 0.6, 0.7], False, patience=4)


@points(4)
@hint(
    en="Compare the smallest of the last values with the smallest of all before them.",
    ko="마지막 값들의 최솟값을 그 앞 모든 값의 최솟값과 비교하십시오.",
)
def test_random_histories(submission, reference, rng):
    for _ in range(12):
        history = (rng.random(int(rng.integers(3, 40)))).tolist()
        patience = int(rng.integers(1, 20))
        value = assert_unchanged(submission.is_overfitting, history, patience)
        assert_same(
            value,
            reference.is_overfitting(history, patience),
            what=Text("is_overfitting of a random history", "무작위 기록에 대한 is_overfitting"),
        )


# --- train_with_early_stopping ---


@points(5)
@pytest.mark.parametrize("kind", ["linear", "mlp"])
@hint(
    en="Each epoch: one step of Adam on the cross-entropy of all training samples, and then the validation loss of the new weights.",
    ko="에포크마다 모든 훈련 표본의 교차 엔트로피로 Adam을 한 번 갱신한 다음, 새 가중치로 검증 손실을 잽니다.",
)
def test_losses(submission, reference, seed, device, kind):
    shown = scene(reference, seed, "anything", kind, 25, 25, 0.03)
    _, result = trained(submission, shown, device)
    assert_result(result, shown.expected)


@points(4)
@pytest.mark.parametrize("patience", [1, 3, 6])
@hint(
    en="Stop after the first epoch e with e - best_epoch >= patience. Epochs count from 0, and epochs_run is how many there were.",
    ko="e - best_epoch >= patience가 되는 첫 에포크 e를 마치고 멈춥니다. 에포크는 0부터 세고 epochs_run은 실행한 에포크의 수입니다.",
)
def test_stops(submission, reference, seed, device, patience):
    shown = scene(reference, seed, "stops", "mlp", 80, patience, 0.05)
    _, result = trained(submission, shown, device)
    assert_result(result, shown.expected)


@points(6)
@hint(
    en="The waiting starts anew at every new minimum, and a loss that falls without being one does not end it.",
    ko="새로운 최솟값이 나올 때마다 기다림을 처음부터 다시 시작합니다. 손실이 줄어도 최솟값이 아니면 기다림은 계속됩니다.",
)
def test_waits_anew(submission, reference, seed, device):
    shown = scene(reference, seed, "swings", "linear", 80, 6, 0.8)
    _, result = trained(submission, shown, device)
    assert_result(result, shown.expected)


@points(6)
@hint(
    en="Losses that are all equal bring no new minimum after the first: epoch 0 is the best, and its weights are those to keep.",
    ko="손실이 모두 같으면 첫 값 뒤로 새로운 최솟값이 없습니다. 0번 에포크가 가장 좋으며 그 가중치를 남겨야 합니다.",
)
def test_a_tie_is_no_minimum(submission, reference, rng, device):
    weights = drawn_weights(rng, "no bias")
    train_set = samples(rng, rng.normal(0, 1, (INPUTS, CLASSES)), 14)
    val_set = torch.zeros(5, INPUTS), torch.from_numpy(rng.integers(0, CLASSES, 5))  # logits of 0 whatever the weights
    expected = reference.train_with_early_stopping(local_model("no bias", weights), train_set, val_set, 40, 4, 0.05, 0)
    model = worker_model(submission, layers("no bias"), weights, device)
    result = checked(submission.train_with_early_stopping(model, train_set, val_set, 40, 4, 0.05, 1))
    assert_result(result, expected)
    assert_weights(model, expected["weights"][0], 0)
    result = checked(submission.train_with_early_stopping(model, train_set, val_set, 150, 110, 0.05, 1))
    assert_same(result["epochs_run"], 111, what="epochs_run")


@points(5)
@pytest.mark.parametrize("about", ["stops", "does not stop"])
@depends("test_losses")
@hint(
    en="At each new minimum keep a copy of the weights, not the weights themselves, which go on changing. Put it back at the end, always.",
    ko="새로운 최솟값마다 가중치의 복사본을 남기십시오. 가중치 자체는 계속 바뀝니다. 어떻게 끝나든 마지막에 복사본을 되돌립니다.",
)
def test_best_weights(submission, reference, seed, device, about):
    for max_epochs, patience in ((60, 5), (80, 1)) if about == "stops" else ((30, 25),):
        shown = scene(reference, seed, about, "mlp", max_epochs, patience, 0.05)
        model, _ = trained(submission, shown, device)
        best = shown.expected["best_epoch"]
        assert_weights(model, shown.expected["weights"][best], best)


@points(2)
@hint(en="The last epoch may be the best, and the only one.", ko="마지막 에포크가 가장 좋을 수도 있고, 에포크가 하나뿐일 수도 있습니다.")
def test_last_epoch_best(submission, reference, rng, device):
    weights, teacher = drawn_weights(rng, "linear"), rng.normal(0, 1, (INPUTS, CLASSES))
    large = {name: 100 * value for name, value in weights.items()}  # and a loss far above those of other tests
    for start, max_epochs, patience, fall in (
        (weights, 1, 3, None),
        (weights, 1, 1, None),
        (large, 1, 2, None),
        (weights, 6, 2, None),
        (weights, 4, 1, 2e-5),
    ):
        both, lr = samples(rng, teacher, 30), 0.02  # validated by what it learns from, the model gets better all the time
        if fall is not None:  # each epoch by about so much, which is little, but more than rounding
            lr = 1e-5
            first, second = reference.train_with_early_stopping(local_model("linear", start), both, both, 2, 2, lr, 0)["val_loss"]
            lr *= fall / (first - second)
        expected = reference.train_with_early_stopping(local_model("linear", start), both, both, max_epochs, patience, lr, 0)
        model = worker_model(submission, layers("linear"), start, device)
        result = checked(submission.train_with_early_stopping(model, both, both, max_epochs, patience, lr, 1))
        assert_result(result, expected)
        assert_weights(model, expected["weights"][-1], max_epochs - 1)


@points(5)
@hint(
    en="The validation loss is measured in eval mode, where dropout does nothing: the best weights, measured again, give the same loss.",
    ko="검증 손실은 드롭아웃이 작동하지 않는 eval 모드에서 잽니다. 가장 좋은 가중치로 다시 재면 같은 값이 나와야 합니다.",
)
def test_validation_in_eval_mode(submission, reference, rng, seed, device):
    shown = scene(reference, seed, "anything", "mlp", 12, 12, 0.02)
    weights = {name.replace("2.", "3."): value for name, value in shown.weights.items()}
    model = worker_model(submission, layers("dropout"), weights, device)
    model.train()
    result = checked(submission.train_with_early_stopping(model, *shown.settings, 5))
    assert_same(result["epochs_run"], 12, what="epochs_run")
    best = int(np.argmin(result["val_loss"]))
    assert_same(result["best_epoch"], best, what="best_epoch")
    ended = reference.validation_loss(local_model("dropout", weights_of(model)), shown.val_set)
    assert_close(
        result["val_loss"][best],
        ended,
        what=Text("the smallest val_loss, beside that of the model as it ends", "가장 작은 val_loss(학습을 마친 모델의 손실과 비교)"),
        atol=2e-5,
        rtol=1e-4,
    )

    # Normalisation has two modes as well: in eval mode a sample's answer does not depend on the others.
    made_of: Layers = [(nn.BatchNorm1d, (INPUTS,)), (nn.Linear, (INPUTS, CLASSES))]
    normalised = nn.Sequential(*(make(*arguments) for make, arguments in made_of))
    for value in normalised.parameters():
        value.data = torch.from_numpy(rng.normal(0, 0.4, tuple(value.shape)).astype(np.float32))
    start = normalised.state_dict()
    model = worker_model(submission, made_of, {name: value.clone() for name, value in start.items()}, device)
    expected = reference.train_with_early_stopping(normalised.double(), *shown.settings, 0)
    assert_losses(checked(submission.train_with_early_stopping(model, *shown.settings, 5))["val_loss"], expected["val_loss"])


@points(4)
@hint(
    en="Measuring puts the model in eval mode; the next epoch must put it in train mode again, or dropout stays off.",
    ko="검증할 때 eval 모드로 바꾸었으므로 다음 에포크에서 train 모드로 되돌려야 합니다. 그러지 않으면 드롭아웃이 꺼진 채로 남습니다.",
)
def test_every_epoch_in_train_mode(submission, device):
    """One sample of ones: in an epoch in which its input is dropped, a weight's gradient is 0, so weights tell when theirs were."""
    inputs, epochs = 48, 8
    weights = {"1.weight": torch.zeros(2, inputs), "1.bias": torch.zeros(2)}
    model = worker_model(submission, [(nn.Dropout, (0.5,)), (nn.Linear, (inputs, 2))], weights, device)
    model.train()
    sample = torch.ones(1, inputs), torch.tensor([0])
    checked(submission.train_with_early_stopping(model, sample, sample, epochs, epochs, 0.005, 2))
    different = len({round(value, 6) for value in weights_of(model)["1.weight"][0].tolist()})
    assert_true(
        different > 12,  # 2 where dropout works in the first epoch alone, about 43 where it works in all eight
        Text(
            "dropout should be at work in every epoch's update, but was not",
            "에포크마다 갱신할 때 드롭아웃이 작동해야 하는데 그렇지 않았습니다",
        ),
    )


@points(4)
@hint(
    en="The seed settles what dropout drops, whatever was drawn before: set PyTorch's generator at the beginning.",
    ko="앞서 어떤 난수를 뽑았든 드롭아웃이 끄는 뉴런은 시드로 정해져야 합니다. 시작할 때 PyTorch의 생성기에 시드를 정하십시오.",
)
def test_seed(submission, reference, seed, device):
    shown = scene(reference, seed, "anything", "mlp", 10, 10, 0.02)
    weights = {name.replace("2.", "3."): value for name, value in shown.weights.items()}
    models = [worker_model(submission, layers("dropout"), weights, device) for _ in range(3)]
    losses = []
    for number, (model, chosen) in enumerate(zip(models, (11, 11, 12), strict=True)):
        beside(submission.train_with_early_stopping, torch.random.manual_seed)(100 + number)
        losses.append(checked(submission.train_with_early_stopping(model, *shown.settings, chosen))["val_loss"])
    assert_close(
        losses[1],
        losses[0],
        what=Text("val_loss of a second training with the same seed", "같은 시드로 한 두 번째 학습의 val_loss"),
        atol=1e-6,
        rtol=1e-5,
    )
    try:
        assert_close(losses[2], losses[0], what="val_loss", atol=1e-6, rtol=1e-5)
    except Mismatch:
        return
    raise Mismatch(Text("two seeds gave the same losses, with dropout", "드롭아웃이 있는데도 두 시드의 손실이 같습니다"))


@points(2)
@depends("test_losses")
@hint(
    en="Every call starts from the weights the model has, with an optimiser of its own.",
    ko="호출할 때마다 모델이 가진 가중치에서 시작하며 옵티마이저도 새로 만듭니다.",
)
def test_second_training(submission, reference, seed, device):
    shown = scene(reference, seed, "anything", "mlp", 6, 6, 0.03)
    model, _ = trained(submission, shown, device)
    between = weights_of(model)
    result = checked(submission.train_with_early_stopping(model, *shown.settings, 4))
    expected = reference.train_with_early_stopping(local_model("mlp", between), *shown.settings, 0)
    assert_losses(result["val_loss"], expected["val_loss"])


@points(1)
@hint(en="Leave the samples as they are.", ko="받은 표본의 내용은 바꾸지 마십시오.")
def test_samples_unchanged(submission, reference, seed, device):
    shown = scene(reference, seed, "anything", "linear", 4, 4, 0.03)
    model = worker_model(submission, layers("linear"), shown.weights, device)
    given = [tuple(part.clone() for part in each) for each in (shown.train_set, shown.val_set)]
    seen = observe(submission.train_with_early_stopping, model, *given, 4, 4, 0.03, 1)
    checked(seen.value)
    for place, name in ((1, "train_set"), (2, "val_set")):
        for part, before in zip(seen.args[place], given[place - 1], strict=True):
            assert_same(part, before, what=Text(f"{name} after the call", f"호출 뒤의 {name}"))
