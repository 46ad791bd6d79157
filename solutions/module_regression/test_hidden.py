"""The hidden suite of module_regression.

The suite loads weights of its own into every model, lets the submission train, and reads the weights back; what it expects is
calculated in float64. The values of these tests are below 10, where float32 keeps 1e-6 of them: 2e-5 absolute plus 1e-4 relative has
room for any order of the sums and for none of the mistakes.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pytest
import torch

from gradekit.testing import Text, assert_close, assert_same, assert_shape, assert_true, hint, observe, points

FEATURES = {"LinearRegressionModel": 1, "MultivariateLinearRegressionModel": 3}
X, Y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[2.0], [4.0], [6.0]])
QUIZZES = torch.tensor([[73.0, 80.0, 75.0], [93.0, 88.0, 93.0], [89.0, 91.0, 80.0], [96.0, 98.0, 100.0], [73.0, 66.0, 70.0]])
FINALS = torch.tensor([[152.0], [185.0], [180.0], [196.0], [142.0]])


def compare(actual, expected, what, atol=2e-5, rtol=1e-4):
    assert_close(actual, expected, what=what, atol=atol, rtol=rtol)


# --- models: the weights go in and come out by their shapes, so that `train` is judged whatever the layer is called ---


def build(submission: Any, name: str, device: str) -> Any:
    model = getattr(submission, name)()
    assert_true(
        callable(model), Text(f"{name}() should make an nn.Module that can be called", f"{name}()은 호출할 수 있는 nn.Module이어야 합니다")
    )
    if device != "cpu":
        model.to(device)
    return model


def state_of(model: Any) -> dict[str, torch.Tensor]:
    state = model.state_dict()
    items = state.items() if isinstance(state, dict) else ()
    return {key: value for key, value in items if isinstance(key, str) and isinstance(value, torch.Tensor)}


# Looked up once for each class of a submission: a new model's random weights are its own affair.
_names: WeakKeyDictionary[Any, dict[str, tuple[str, str]]] = WeakKeyDictionary()


def names_of(submission: Any, name: str, model: Any) -> tuple[str, str]:
    """Under which names a model of that class keeps its weight and its bias."""
    known = _names.setdefault(submission, {})
    if name not in known:
        state = state_of(model)
        weights = [key for key, value in state.items() if tuple(value.shape) == (1, FEATURES[name])]
        biases = [key for key, value in state.items() if tuple(value.shape) == (1,)]
        assert_true(
            len(weights) == len(biases) == 1 and len(state) == 2,
            Text(
                f"{name}() should hold one weight of shape (1, {FEATURES[name]}) and one bias of shape (1,), nothing else",
                f"{name}()에는 모양이 (1, {FEATURES[name]})인 가중치 하나와 모양이 (1,)인 편향 하나만 있어야 합니다",
            ),
        )
        known[name] = weights[0], biases[0]
    return known[name]


def load(submission: Any, name: str, model: Any, weight: torch.Tensor, bias: torch.Tensor) -> None:
    for_weight, for_bias = names_of(submission, name, model)
    model.load_state_dict({for_weight: weight.clone(), for_bias: bias.clone()})


def loaded(submission: Any, reference: Any, name: str, device: str, weight: torch.Tensor, bias: torch.Tensor) -> tuple[Any, Any]:
    """A model of the submission's and one of the reference's, in float64, both with that weight and bias."""
    model, trusted = build(submission, name, device), getattr(reference, name)().double()
    load(submission, name, model, weight, bias)
    trusted.load_state_dict({"linear.weight": weight, "linear.bias": bias})
    return model, trusted


def drawn_weights(rng: np.random.Generator, name: str) -> tuple[torch.Tensor, torch.Tensor]:
    """A weight and a bias of either sign, none near 0."""
    values = rng.uniform(0.5, 2.0, FEATURES[name] + 1) * rng.choice([-1.0, 1.0], FEATURES[name] + 1)
    tensor = torch.from_numpy(values.astype(np.float32))
    return tensor[None, :-1], tensor[-1:]


def drawn(rng: np.random.Generator, name: str, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    x, y = rng.uniform(-2.0, 2.0, (count, FEATURES[name])), rng.uniform(-4.0, 4.0, (count, 1))
    return torch.from_numpy(x.astype(np.float32)), torch.from_numpy(y.astype(np.float32))


def compare_weights(submission: Any, name: str, model: Any, trusted: Any, atol: float = 2e-5, rtol: float = 1e-4) -> None:
    for_weight, for_bias = names_of(submission, name, model)
    state = state_of(model)
    compare(state.get(for_weight), trusted.linear.weight.detach(), "model.linear.weight", atol, rtol)
    compare(state.get(for_bias), trusted.linear.bias.detach(), "model.linear.bias", atol, rtol)


def train_both(submission, reference, name, model, trusted, x, y, lr, epochs):
    """One call of train for each, then losses and weights compared."""
    got = submission.train(model, x, y, lr, epochs)
    compare(got, reference.train(trusted, x.double(), y.double(), lr, epochs), "train(model, x, y, lr, epochs)")
    compare_weights(submission, name, model, trusted)


# --- the models ---


@points(6)
@hint(
    en="self.linear = nn.Linear(features, 1), assigned in __init__ after super().__init__(). See 'What to write'.",
    ko="__init__에서 super().__init__()을 호출한 다음 self.linear = nn.Linear(특성의 개수, 1)을 대입합니다. '작성할 내용'을 보십시오.",
)
@pytest.mark.parametrize("name", FEATURES)
def test_the_layer(submission, rng, device, name):
    model = build(submission, name, device)
    linear = model.get_submodule("linear")  # model.linear can be called, and would come as a function only
    assert_same(linear.in_features, FEATURES[name], what="model.linear.in_features")
    assert_same(linear.out_features, 1, what="model.linear.out_features")
    weight, bias = drawn_weights(rng, name)
    load(submission, name, model, weight, bias)
    assert_same(linear.weight, weight, what="model.linear.weight")
    assert_same(linear.bias, bias, what="model.linear.bias")


@points(3)
@hint(
    en="One weight for each feature and one bias. A layer is found if it is assigned to an attribute in __init__.",
    ko="특성마다 가중치가 하나씩 있고 편향이 하나 있습니다. 층은 __init__에서 속성에 대입해야 등록됩니다.",
)
@pytest.mark.parametrize("name", FEATURES)
def test_number_of_parameters(submission, device, name):
    values = list(build(submission, name, device).parameters())
    count = sum(value.numel() for value in values if isinstance(value, torch.Tensor))
    assert_same(count, FEATURES[name] + 1, what="sum(p.numel())")


@points(6)
@hint(
    en="The output is that of the layer: no activation, no change of shape.",
    ko="출력은 층의 출력 그대로입니다. 활성화 함수도 쓰지 않고 모양도 바꾸지 않습니다.",
)
@pytest.mark.parametrize("name", FEATURES)
def test_forward(submission, reference, rng, device, name):
    model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
    for count, size in ((6, 3), (3, 3), (2, 3), (150, 1), (5, 5000)):
        x, _ = drawn(rng, name, count)
        compare(model(size * x), trusted(size * x.double()).detach(), "model(x)", atol=2e-5 * size)
    model.eval()
    compare(model(x), trusted(x.double()).detach(), "model.eval()(x)")


@points(3)
@hint(
    en="A batch may hold a single row, or none: (1, d) gives (1, 1), and (0, d) gives (0, 1).",
    ko="배치에 행이 하나뿐이거나 하나도 없을 수 있습니다. (1, d)에서 (1, 1)이, (0, d)에서 (0, 1)이 나옵니다.",
)
@pytest.mark.parametrize("name", FEATURES)
def test_small_batches(submission, reference, rng, device, name):
    model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
    x, _ = drawn(rng, name, 1)
    compare(model(x), trusted(x.double()).detach(), "model(x)")
    assert_shape(model(x[:0]), (0, 1), what="model(x[:0])")


@points(2)
@hint(
    en="Every call of the class makes a model with a layer of its own.",
    ko="클래스를 호출할 때마다 자신의 층을 가진 새 모델이 만들어져야 합니다.",
)
@pytest.mark.parametrize("name", FEATURES)
def test_models_share_nothing(submission, rng, device, name):
    first, second = build(submission, name, device), build(submission, name, device)
    weight, bias = drawn_weights(rng, name)
    load(submission, name, second, weight, bias)
    load(submission, name, first, -weight, -bias)
    values = sorted(torch.cat([value.flatten() for value in state_of(second).values()]).tolist())
    assert_same(values, sorted(torch.cat([weight.flatten(), bias]).tolist()), what="second_model.state_dict()")


# --- training ---


@points(6)
@hint(
    en="The mean squared error of the predictions before anything has moved: F.mse_loss(model(x), y).",
    ko="아직 아무것도 움직이지 않았을 때 예측값의 평균 제곱 오차, 즉 F.mse_loss(model(x), y)입니다.",
)
def test_first_loss(submission, reference, rng, device):
    for name, count in (("LinearRegressionModel", 5), ("MultivariateLinearRegressionModel", 7)):
        model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
        x, y = drawn(rng, name, count)
        compare(
            submission.train(model, x, y, 0.05, 1),
            reference.train(trusted, x.double(), y.double(), 0.05, 1),
            "train(model, x, y, lr, epochs)",
        )


@points(4)
@hint(
    en="Old gradients cleared, loss.backward(), then each parameter minus lr times its gradient. See 'A worked example'.",
    ko="이전 기울기를 지우고 loss.backward()를 호출한 다음, 각 파라미터에서 기울기에 lr을 곱한 값을 뺍니다. '풀이 예제'를 보십시오.",
)
@pytest.mark.parametrize("name", FEATURES)
def test_one_step(submission, reference, rng, device, name):
    model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
    for count in (6, 2, 3, 300):
        train_both(submission, reference, name, model, trusted, *drawn(rng, name, count), 0.0713, 1)


@points(5)
@hint(
    en="Each step uses the gradient of its own epoch only: what backward adds up has to be cleared in between.",
    ko="갱신할 때마다 그 에포크의 기울기만 씁니다. backward가 더해 놓은 값을 그 사이에 지워야 합니다.",
)
@pytest.mark.parametrize("name", FEATURES)
def test_several_steps(submission, reference, rng, device, name):
    model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
    for count, epochs in ((9, int(rng.integers(8, 15))), (300, 3)):
        train_both(submission, reference, name, model, trusted, *drawn(rng, name, count), 0.0437, epochs)


@points(3)
@hint(en="With one sample the mean is its own squared error.", ko="샘플이 하나이면 평균은 그 샘플의 오차 제곱입니다.")
def test_one_sample(submission, reference, rng, device):
    for name in FEATURES:
        model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
        train_both(submission, reference, name, model, trusted, *drawn(rng, name, 1), 0.03, 4)


@points(8)
@hint(
    en="train starts from the weights that the model has and changes that very model, so a second call goes on from the first.",
    ko="train은 모델이 가진 가중치에서 시작하고 받은 모델 자체를 학습시키므로, 두 번째 호출은 첫 번째 호출에서 이어집니다.",
)
def test_training_goes_on(submission, reference, rng, device):
    name = "MultivariateLinearRegressionModel"
    model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
    for count, lr, epochs in ((5, 0.05, 3), (8, 0.02, 4), (5, 0.05, 2)):
        train_both(submission, reference, name, model, trusted, *drawn(rng, name, count), lr, epochs)
    model.eval()  # a linear layer knows no modes, and learns in either
    load(submission, name, model, *(weights := drawn_weights(rng, name)))
    trusted.load_state_dict({"linear.weight": weights[0], "linear.bias": weights[1]})
    train_both(submission, reference, name, model, trusted, *drawn(rng, name, 6), 0.05, 3)


@points(2)
@hint(
    en="The parameters are called model, x, y, lr and epochs.",
    ko="매개변수의 이름은 model, x, y, lr, epochs입니다.",
)
def test_arguments_by_name(submission, reference, rng, device):
    name = "LinearRegressionModel"
    model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
    x, y = drawn(rng, name, 4)
    got = submission.train(model=model, x=x, y=y, epochs=2, lr=0.06)
    compare(got, reference.train(trusted, x.double(), y.double(), 0.06, 2), "train(model, x, y, lr, epochs)")


@points(3)
@hint(
    en="One loss for each epoch, as numbers that are not rounded, however small they are; every epoch is run.",
    ko="에포크마다 손실 하나를 숫자로 담으며, 아무리 작아도 반올림하지 않습니다. 에포크는 모두 실행합니다.",
)
def test_the_history(submission, reference, rng, device):
    name = "LinearRegressionModel"
    model, trusted = loaded(submission, reference, name, device, *drawn_weights(rng, name))
    x, noise = drawn(rng, name, 5)
    y = (trusted(x.double()).detach() + 0.03 * noise).float()  # small errors: losses near 0.005
    for epochs in (1, 2, 60):
        got = submission.train(model, x, y, 0.01, epochs)
        compare(got, reference.train(trusted, x.double(), y.double(), 0.01, epochs), "train(model, x, y, lr, epochs)", atol=2e-6)


@points(5)
@hint(
    en="From zero the first losses are 18.6667 and 14.7710. The limit is a weight of 2 and a bias of 0. See 'A worked example'.",
    ko="0에서 시작하면 처음 두 손실은 18.6667과 14.7710입니다. 극한에서 가중치는 2, 편향은 0입니다. '풀이 예제'를 보십시오.",
)
def test_one_feature_of_the_worked_example(submission, reference, device, evidence):
    name = "LinearRegressionModel"
    model, trusted = loaded(submission, reference, name, device, torch.zeros(1, 1), torch.zeros(1))
    compare(submission.train(model, X, Y, 0.01, 2), [18.666667, 14.770963], "train(model, x, y, lr, epochs)")
    reference.train(trusted, X.double(), Y.double(), 0.01, 2)
    compare_weights(submission, name, model, trusted)
    got = submission.train(model, X, Y, 0.17, 510)
    expected = reference.train(trusted, X.double(), Y.double(), 0.17, 510)
    draw_losses(evidence, got, expected)
    compare(got, expected, "train(model, x, y, lr, epochs)")
    state = state_of(model)
    for key, limit in zip(names_of(submission, name, model), ([[2.0]], [0.0]), strict=True):
        compare(state[key], limit, key, atol=1e-3)


def draw_losses(evidence, got, expected):
    """For the report: the first losses beside the reference's. Nothing where they are no list of losses: the test says so."""
    try:
        losses = np.asarray([float(each) for each in got])
    except (TypeError, ValueError):
        return
    if losses.shape != (len(expected),) or not np.isfinite(losses).all():
        return
    shown = list(range(20))
    evidence(
        "curve",
        title={"en": "The loss of a line on its way to y = 2x", "ko": "y = 2x를 향해 가는 직선의 손실"},
        x_label={"en": "epoch", "ko": "에포크"},
        y_label={"en": "mean squared error", "ko": "평균 제곱 오차"},
        series=[
            {"label": {"en": "your loss", "ko": "제출한 함수의 손실"}, "x": shown, "y": losses[:20].tolist()},
            {"label": {"en": "reference", "ko": "기준"}, "x": shown, "y": expected[:20]},
        ],
    )


@points(5)
@hint(
    en="From zero, with a learning rate of 1e-5, the 21st loss is 5.957. Features near 100 are used as they are.",
    ko="0에서 학습률 1e-5로 시작하면 21번째 손실은 5.957입니다. 특성이 100에 가까워도 그대로 사용합니다.",
)
def test_three_features_of_the_worked_example(submission, reference, device):
    name = "MultivariateLinearRegressionModel"
    model, trusted = loaded(submission, reference, name, device, torch.zeros(1, 3), torch.zeros(1))
    got = submission.train(model, QUIZZES, FINALS, 1e-5, 21)
    expected = reference.train(trusted, QUIZZES.double(), FINALS.double(), 1e-5, 21)
    # Predictions near 150 keep 1e-5 of themselves in float32, and the loss is made of small differences from them.
    compare(got, expected, "train(model, x, y, lr, epochs)", atol=2e-3, rtol=1e-3)
    compare_weights(submission, name, model, trusted)


@points(4)
@hint(
    en="Where the model fits the data already the gradient is 0, and nothing may move: no weight decay.",
    ko="모델이 데이터에 이미 맞으면 기울기가 0이므로 아무것도 움직이지 않아야 합니다. 가중치 감쇠를 쓰지 마십시오.",
)
def test_a_model_that_fits_already(submission, reference, rng, device):
    name = "MultivariateLinearRegressionModel"
    weight, bias = torch.tensor([[6.0, -5.0, 4.0]]), torch.tensor([8.0])
    model, trusted = loaded(submission, reference, name, device, weight, bias)
    x = torch.from_numpy(rng.integers(-4, 5, (6, 3)).astype(np.float32))  # whole numbers, exact in float32
    got = submission.train(model, x, x @ weight.T + bias, 0.05, 5)
    compare(got, [0.0] * 5, "train(model, x, y, lr, epochs)", atol=1e-8)
    compare_weights(submission, name, model, trusted, atol=0.0, rtol=1e-6)  # all sums are exact, in any order


@points(3)
@hint(
    en="A learning rate that is too large makes the loss grow. train follows it as it is: no limit, no early stop.",
    ko="학습률이 너무 크면 손실이 커집니다. 막거나 일찍 멈추지 말고 그대로 따라가십시오.",
)
def test_too_large_a_rate(submission, reference, device):
    name = "LinearRegressionModel"
    model, trusted = loaded(submission, reference, name, device, torch.tensor([[1.0]]), torch.tensor([-1.0]))
    train_both(submission, reference, name, model, trusted, X, Y, 0.3, 5)


@points(3)
@hint(en="Compute with new tensors instead of in place.", ko="받은 텐서를 고치지 말고 새 텐서로 계산하십시오.")
def test_arguments_are_not_changed(submission, reference, rng, device):
    for name in FEATURES:
        model, _ = loaded(submission, reference, name, device, *drawn_weights(rng, name))
        x, y = drawn(rng, name, 5)
        seen = observe(submission.train, model, x.clone(), y.clone(), 0.05, 3)
        assert_shape(seen.value, (3,), what="train(model, x, y, lr, epochs)")
        assert_same(seen.args[1], x, what="x")
        assert_same(seen.args[2], y, what="y")
