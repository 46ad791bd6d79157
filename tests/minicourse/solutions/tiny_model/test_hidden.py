"""The hidden suite of tiny_model: handles, tensors, states, a graded score."""

import copy

import torch

from gradekit.testing import Text, assert_close, assert_shape, assert_true, points


@points(20)
def test_shape(submission):
    assert_shape(submission.build()(torch.zeros(3, 1)), (3, 1), what="model(x)")


@points(40)
def test_losses(submission, reference, rng, evidence):
    x = torch.tensor(rng.normal(size=(8, 1)), dtype=torch.float32)
    y = 2 * x + 1
    model, own = submission.build(), reference.build()
    own.load_state_dict(copy.deepcopy(dict(zip(own.state_dict(), model.state_dict().values(), strict=True))))
    losses = submission.fit(model, x, y, 5)
    expected = reference.fit(own, x, y, 5)
    assert_close(losses, expected, what="fit(…)", rtol=1e-4)
    assert_close(model(x), own(x), what="model(x) after fit", rtol=1e-4)
    evidence(
        "curve",
        title={"en": "Loss", "ko": "손실"},
        x_label={"en": "step", "ko": "단계"},
        y_label={"en": "loss", "ko": "손실"},
        series=[{"label": {"en": "yours", "ko": "제출"}, "x": list(range(5)), "y": losses}],
    )


@points(40)
def test_it_learns(submission, rng, award):
    x = torch.tensor(rng.normal(size=(16, 1)), dtype=torch.float32)
    y = 2 * x + 1
    model = submission.build()
    submission.fit(model, x, y, 60)
    got = model(x)
    assert_shape(got, (16, 1), what="model(x)")
    assert_true(bool(torch.isfinite(got).all()), Text("not finite", "유한하지 않습니다"))
    near = float(((got - y).abs() < 0.2).float().mean())
    award(near, Text(f"{near:.0%} of the points are near the line", f"점의 {near:.0%}가 직선 가까이에 있습니다"))
