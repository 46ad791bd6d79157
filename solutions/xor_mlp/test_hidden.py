"""The hidden suite of xor_mlp.

How a model is built and which optimiser trains it is the submission's affair, so nothing here compares weights: a loss is judged by the
probabilities the model itself gives at that moment, and learning by its answers to the four points. Models are built from known states
of PyTorch's global generator, the seeds 0 to 9 where the catalogue says "9 of 10".
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from gradekit.sandbox.answers import SubmissionError
from gradekit.testing import (
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

KINDS = ["build_single", "build_mlp"]
SETTINGS = [(0.1, 1000), (1.0, 500), (0.01, 2000)]
SEEDS, ENOUGH = 10, 9


def build(submission: Any, kind: str, device: str, seed: int) -> Any:
    beside(submission.train, torch.random.manual_seed)(seed)
    model = getattr(submission, kind)()
    assert_true(callable(model), Text(f"{kind}() should return an nn.Module", f"{kind}()은 nn.Module을 돌려주어야 합니다"))
    if device != "cpu":
        model.to(device)
    return model


def probabilities(model: Any, x: torch.Tensor) -> torch.Tensor:
    value = model(x)
    assert_shape(value, (len(x), 1), what="model(x)")
    p = torch.as_tensor(value).detach().cpu()
    assert_true(
        bool(((p >= 0) & (p <= 1)).all()),
        Text("model(x) should be probabilities, from 0 to 1", "model(x)는 0과 1 사이의 확률이어야 합니다"),
    )
    return p


def samples(rng: np.random.Generator, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Points of the plane with labels of both kinds (of one kind where count is 1)."""
    x = torch.from_numpy(rng.normal(0, 1, (count, 2)).astype(np.float32))
    labels = rng.permutation(np.arange(count) % 2).astype(np.float32)
    return x, torch.from_numpy(labels).reshape(count, 1)


def losses(history: Any, epochs: int) -> list[float]:
    assert_shape(history, (epochs,), what=Text("the history of losses", "손실의 기록"))
    values = [float(value) for value in history]
    assert_true(np.isfinite(values).all(), Text("a loss is not finite", "유한하지 않은 손실이 있습니다"))
    return values


def assert_loss_of(got: float, p: torch.Tensor, y: torch.Tensor, expected: float, what: Text) -> None:
    """got is the loss of the probabilities p, as nearly as float32 holds them: an error in p counts 1/p times in its logarithm."""
    told = torch.where(y > 0.5, p, 1 - p).double().clamp(min=1e-7)
    assert_close(got, expected, what=what, atol=3e-6 + 5e-7 * float((1 / told).mean()), rtol=1e-5)


def parameters_of(model: Any) -> list[torch.Tensor]:
    return [value for value in model.parameters() if isinstance(value, torch.Tensor)]


def trained_on_xor(submission: Any, reference: Any, model: Any, lr: float, epochs: int) -> tuple[int, list[float]]:
    """How many of the four points model gets right after training, and its losses.

    What went wrong is no more than wrong answers here, infinite losses too: at another learning rate it may go well.
    """
    history = submission.train(model, reference.X, reference.XOR, lr, epochs)
    assert_shape(history, (epochs,), what=Text("the history of losses", "손실의 기록"))
    model.eval()
    p = model(reference.X)
    assert_shape(p, (4, 1), what="model(x)")
    read, wanted = torch.as_tensor(p).detach().cpu() > 0.5, reference.XOR > 0.5
    return int((read == wanted).sum()), [float(value) for value in history]


# --- the models ---


@points(5)
@pytest.mark.parametrize("kind", KINDS)
@hint(
    en="Each row of two numbers gets one probability, in a column. A sigmoid at the end keeps it between 0 and 1 whatever the inputs are.",
    ko="숫자 두 개로 된 행마다 확률 하나가 열로 나와야 합니다. 입력이 아무리 커도 마지막의 시그모이드가 값을 0과 1 사이에 둡니다.",
)
def test_probabilities(submission, rng, device, kind):
    for seed, count in enumerate((1, 4, 9, 0)):
        model = build(submission, kind, device, seed)
        for scale in (1, 100):
            x, _ = samples(rng, count)
            probabilities(model, scale * x)


@points(2)
@pytest.mark.parametrize("kind", KINDS)
@hint(en="The probability of a row depends on that row alone.", ko="한 행의 확률은 그 행에만 달려 있습니다.")
def test_each_row_on_its_own(submission, rng, device, kind):
    model = build(submission, kind, device, 3)
    model.eval()
    x, _ = samples(rng, 5)
    together = probabilities(model, x)
    alone = torch.cat([probabilities(model, row[None]) for row in x])
    assert_close(alone, together, what=Text("model(x) of one row after another", "한 행씩 넣은 model(x)"), atol=1e-5, rtol=1e-4)


@points(6)
@hint(
    en="A single layer goes straight from the two inputs to the output: one row of weights and nothing in between.",
    ko="단층 신경망은 두 입력에서 출력으로 바로 갑니다. 가중치 한 행이 있을 뿐 그 사이에는 아무것도 없습니다.",
)
def test_single_is_one_layer(submission, device):
    matrices = [value for value in parameters_of(build(submission, "build_single", device, 0)) if value.ndim > 1]
    assert_true(
        len(matrices) <= 1,
        Text(
            f"build_single() has {len(matrices)} weight matrices, so it is no single layer",
            f"build_single()에 가중치 행렬이 {len(matrices)}개 있으므로 단층 신경망이 아닙니다",
        ),
    )


@points(6)
@hint(
    en="A hidden layer stands between the inputs and the output: the model has weights into it and weights out of it.",
    ko="은닉층은 입력과 출력 사이에 있습니다. 모델에는 은닉층으로 들어가는 가중치와 은닉층에서 나가는 가중치가 있어야 합니다.",
)
def test_mlp_has_a_hidden_layer(submission, device):
    parameters = parameters_of(build(submission, "build_mlp", device, 0))
    matrices = [value for value in parameters if value.ndim > 1]
    assert_true(
        len(parameters) > 2 or len(matrices) > 1,
        Text("build_mlp() has the parameters of one layer only", "build_mlp()에 층 하나의 파라미터만 있습니다"),
    )


@points(3)
@pytest.mark.parametrize("kind", KINDS)
@hint(en="Every call builds a new network.", ko="호출할 때마다 새 신경망을 만들어야 합니다.")
def test_models_are_separate(submission, rng, device, kind):
    first, second = build(submission, kind, device, 1), build(submission, kind, device, 2)
    x, y = samples(rng, 6)
    before, untrained = probabilities(second, x), probabilities(first, x)
    losses(submission.train(first, x, y, 0.1, 1), 1)
    assert_close(
        probabilities(second, x),
        before,
        what=Text("model(x) of a second model, after the first was trained", "첫 모델을 학습시킨 뒤 두 번째 모델의 model(x)"),
    )
    assert_true(
        float((probabilities(first, x) - untrained).abs().max()) > 1e-6,
        Text("training for one epoch did not change the model", "한 에포크를 학습해도 모델이 바뀌지 않았습니다"),
    )


# --- train ---


@points(3)
@pytest.mark.parametrize("epochs", [1, 7])
@hint(en="One loss for each epoch, as plain numbers.", ko="에포크마다 손실 하나를 숫자로 담아야 합니다.")
def test_history(submission, rng, device, epochs):
    x, y = samples(rng, 4)
    model = build(submission, "build_mlp", device, 4)
    losses(submission.train(model, x, y, lr=0.05, epochs=epochs), epochs)


@points(6)
@pytest.mark.parametrize("kind", KINDS)
@hint(
    en="The first loss is the mean binary cross-entropy of what the model says before anything is updated. See 'The formula'.",
    ko="첫 손실은 아무것도 갱신하기 전에 모델이 내는 확률의 이진 교차 엔트로피 평균입니다. '수식'을 보십시오.",
)
def test_first_loss(submission, reference, rng, device, kind):
    for seed, count in enumerate((4, 1, 11)):
        model = build(submission, kind, device, 20 + seed)
        x, y = samples(rng, count)
        model.train()
        p = probabilities(model, x)
        history = losses(submission.train(model, x, y, 0.1, 2), 2)
        assert_loss_of(history[0], p, y, reference.loss(p, y), Text("the loss of epoch 0", "에포크 0의 손실"))


@points(6)
@depends("test_first_loss")
@hint(
    en="A second call goes on where the first one stopped: it begins with the model's present weights.",
    ko="두 번째 호출은 첫 번째 호출이 멈춘 곳에서 이어집니다. 모델의 현재 가중치에서 시작해야 합니다.",
)
def test_training_goes_on(submission, reference, rng, device):
    model = build(submission, "build_mlp", device, 5)
    model.train()
    x, y = samples(rng, 6)
    for epochs in (1, 1, 5, 1):
        p = probabilities(model, x)
        history = losses(submission.train(model, x, y, 0.02, epochs), epochs)
        assert_loss_of(history[0], p, y, reference.loss(p, y), Text("the first loss of a further training", "이어서 한 학습의 첫 손실"))


@points(6)
@hint(
    en="A single layer learns OR: the loss falls towards 0, and the last one is nearly the loss of the model that you leave behind.",
    ko="단층 신경망은 OR를 배웁니다. 손실은 0 쪽으로 줄어들고, 마지막 손실은 학습을 마친 모델의 손실과 거의 같습니다.",
)
def test_single_learns_or(submission, reference, device):
    labels = torch.tensor([[0.0], [1.0], [1.0], [1.0]])
    model = build(submission, "build_single", device, 6)
    history = losses(submission.train(model, reference.X, labels, 0.1, 400), 400)
    left = reference.loss(probabilities(model, reference.X), labels)
    assert_true(
        history[-1] < 0.9 * history[0],
        Text(
            f"the loss of OR went from {history[0]:.3f} to {history[-1]:.3f} only",
            f"OR의 손실이 {history[0]:.3f}에서 {history[-1]:.3f}까지밖에 바뀌지 않았습니다",
        ),
    )
    assert_close(
        history[-1],
        left,
        what=Text("the last loss, beside that of the trained model", "마지막 손실(학습을 마친 모델의 손실과 비교)"),
        atol=0.02,
        rtol=0.05,
    )


@points(1)
@hint(
    en="Each of the two inputs has a weight of its own.",
    ko="두 입력에는 저마다 자기 가중치가 있습니다.",
)
@pytest.mark.parametrize("column", [0, 1])
def test_single_weighs_each_input(submission, reference, device, column):
    model = build(submission, "build_single", device, 6)
    losses(submission.train(model, reference.X, reference.X[:, column : column + 1], 0.1, 400), 400)
    p = probabilities(model, torch.eye(2))
    assert_true(
        float(p[column] - p[1 - column]) > 0.2,
        Text(
            f"the single layer did not learn to follow input {column + 1}",
            f"단층 신경망이 {column + 1}번 입력을 따르도록 배우지 못했습니다",
        ),
    )


@points(4)
@hint(en="The learning rate is an argument: the optimiser takes steps of that size.", ko="학습률은 인수로 받아 옵티마이저에 넘겨야 합니다.")
def test_learning_rate_counts(submission, rng, device):
    first, second = twins(submission, device, 7)
    x, y = samples(rng, 6)
    for model, lr in ((first, 0.1), (second, 0.01)):
        losses(submission.train(model, x, y, lr, 2), 2)
    assert_apart(first, second, x)
    first, second = twins(submission, device, 17)  # later trainings of the same model have learning rates of their own
    losses(submission.train(second, x, y, 0.01, 1), 1)
    first.load_state_dict(second.state_dict())
    for model, lr in ((first, 0.01), (second, 0.001)):
        losses(submission.train(model, x, y, lr, 1), 1)
    assert_apart(first, second, x)


def assert_apart(first: Any, second: Any, x: torch.Tensor) -> None:
    apart = float((probabilities(first, x) - probabilities(second, x)).abs().max())
    assert_true(apart > 1e-6, Text("the learning rate made no difference", "학습률을 바꾸어도 결과가 같습니다"))


def twins(submission: Any, device: str, seed: int) -> tuple[Any, Any]:
    """Two MLPs with the same weights."""
    first, second = build(submission, "build_mlp", device, seed), build(submission, "build_mlp", device, seed + 1)
    second.load_state_dict(first.state_dict())
    return first, second


@points(2)
@hint(
    en="Nothing random belongs in `train`: the same weights and samples give the same losses.",
    ko="`train`에는 무작위인 것이 없어야 합니다. 가중치와 표본이 같으면 손실도 같습니다.",
)
def test_nothing_random(submission, rng, device):
    first, second = twins(submission, device, 9)
    x, y = samples(rng, 8)
    histories = [losses(submission.train(model, x, y, 0.05, 20), 20) for model in (first, second)]
    assert_close(histories[1], histories[0], what=Text("the losses of a second training", "두 번째 학습의 손실"), atol=1e-5, rtol=1e-4)
    assert_close(
        probabilities(second, x),
        probabilities(first, x),
        what=Text("model(x) after a second training", "두 번째 학습 뒤의 model(x)"),
        atol=1e-5,
        rtol=1e-4,
    )


@points(1)
@hint(
    en="What an earlier training left behind, such as old gradients, has no part in the next one.",
    ko="이전 학습이 남긴 것, 예를 들어 예전 기울기는 다음 학습에 쓰이지 않아야 합니다.",
)
def test_present_weights_are_all(submission, rng, device):
    first, second = twins(submission, device, 15)
    x, y = samples(rng, 8)
    weights = {name: value.clone() for name, value in first.state_dict().items()}
    losses(submission.train(first, x, 1 - y, 0.1, 10), 10)
    first.load_state_dict(weights)
    histories = [losses(submission.train(model, x, y, 0.05, 5), 5) for model in (first, second)]
    what = Text("the losses of a model brought back to its old weights", "예전 가중치로 되돌린 모델의 손실")
    assert_close(histories[0], histories[1], what=what, atol=1e-5, rtol=1e-4)


@points(1)
@hint(
    en="Full batch: all samples make one mean loss and one update, so neither their order nor giving each of them twice matters.",
    ko="전체 배치에서는 모든 표본이 평균 손실 하나와 갱신 한 번을 만듭니다. 그래서 순서를 바꾸거나 표본을 두 번씩 주어도 결과가 같습니다.",
)
def test_full_batch(submission, rng, device):
    first, second = twins(submission, device, 13)
    x, y = samples(rng, 8)
    order = torch.from_numpy(rng.permutation(16) % 8)
    losses(submission.train(first, x, y, 0.1, 3), 3)
    losses(submission.train(second, x[order], y[order], 0.1, 3), 3)
    what = Text("model(x) trained on each sample twice, in another order", "표본을 두 번씩 다른 순서로 주어 학습시킨 모델의 model(x)")
    assert_close(probabilities(second, x), probabilities(first, x), what=what, atol=1e-4, rtol=0)


@points(2)
@hint(en="Leave x and y as they are.", ko="x와 y의 내용은 바꾸지 마십시오.")
def test_arguments_unchanged(submission, rng, device):
    x, y = samples(rng, 4)
    seen = observe(submission.train, build(submission, "build_mlp", device, 8), x.clone(), y.clone(), 0.1, 3)
    losses(seen.value, 3)
    assert_same(seen.args[1], x, what=Text("x after the call", "호출 뒤의 x"))
    assert_same(seen.args[2], y, what=Text("y after the call", "호출 뒤의 y"))


# --- XOR ---


@points(18)
@costly
@hint(
    en="Every one of the three settings has been tried. Two hidden neurons often get stuck; more of them, a non-linearity and a sigmoid at"
    " the end seldom do.",
    ko="세 가지 설정을 모두 시험했습니다. 은닉 뉴런이 두 개이면 학습이 자주 멈춥니다. 은닉 뉴런을 늘리고 비선형 함수와"
    " 마지막의 시그모이드를 갖추면 그런 일이 드뭅니다.",
)
def test_mlp_learns_xor(submission, reference, device, award, evidence):
    best, history, fault = 0, [], None
    for lr, epochs in SETTINGS:
        learnt = failed = 0
        for seed in range(SEEDS):
            model, right = build(submission, "build_mlp", device, seed), 0
            try:
                right, history = trained_on_xor(submission, reference, model, lr, epochs)
            except SubmissionError as raised:  # as a loss of impossible probabilities is; see trained_on_xor
                fault = raised
            if right == 4:
                learnt += 1
            else:
                failed += 1
            if failed > SEEDS - ENOUGH:
                break  # too many for this setting
        best = max(best, learnt)
        if learnt >= ENOUGH:
            break
    if fault is not None and not best:
        raise fault
    draw_losses(evidence, history, {"en": "MLP", "ko": "다층 퍼셉트론"}, lr)
    award(
        1.0 if best >= ENOUGH else 0.5 * best / ENOUGH,
        Text(
            f"XOR was learnt for {best} of the 10 seeds in the best setting, before too many had failed; 9 are needed",
            f"가장 나은 설정에서 시드 10개 중 {best}개만 XOR를 배운 뒤 실패가 너무 많아졌습니다. 9개가 필요합니다",
        ),
    )


@points(8)
@costly
@hint(
    en="The single layer's answers change along one direction of the plane only; XOR asks for more. See 'The idea'.",
    ko="단층 신경망의 답은 평면의 한 방향으로만 바뀝니다. XOR는 그것으로 부족합니다. '핵심 아이디어'를 보십시오.",
)
def test_single_never_learns_xor(submission, reference, device, evidence):
    history, fault = [], None
    for seed, (lr, epochs) in enumerate([*SETTINGS, *SETTINGS[:2]]):
        model = build(submission, "build_single", device, seed)
        try:
            right, history = trained_on_xor(submission, reference, model, lr, epochs)
        except SubmissionError as raised:
            fault = raised
            continue
        assert_true(right < 4, Text("the single layer learnt XOR, which none can", "단층 신경망이 배울 수 없는 XOR를 배웠습니다"))
    if fault is not None and not history:
        raise fault
    draw_losses(evidence, history, {"en": "single layer", "ko": "단층 신경망"}, lr)


def draw_losses(evidence: Any, history: list[float], label: dict[str, str], lr: float) -> None:
    every = max(1, len(history) // 100)
    evidence(
        "curve",
        title={"en": f"XOR, learning rate {lr}", "ko": f"XOR, 학습률 {lr}"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "binary cross-entropy", "ko": "이진 교차 엔트로피"},
        series=[{"label": label, "x": list(range(0, len(history), every)), "y": history[::every]}],
    )
