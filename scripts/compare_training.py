"""Repeat the course's comparison of training: SGD against Adam on 784-512-10, and the deep network 784-1024-512-512-10.

    python scripts/compare_training.py [--data mnist|digits] [--epochs 50] [--out curves.svg]

On MNIST where it was fetched, else on the digits that come with gradekit. The course trained on MNIST for 50 epochs, 23,450 updates. In
as many epochs the digits make 600, so their accuracies are not the course's; that Adam is far ahead of SGD shows on both. One thread and a
fixed seed: the same machine gives the same figures again.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from drawing import Canvas, Panel
from torch import nn
from torch.nn import functional

from gradekit import datasets
from gradekit.errors import GradekitError

SEED: Final = 0
BATCH: Final = 128

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def mse_on_softmax(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """(n, 10) logits, (n,) int64 labels → the mean over samples and classes, as the course's loss takes it."""
    return functional.mse_loss(functional.softmax(logits, dim=1), functional.one_hot(labels, 10).float())


@dataclass(frozen=True)
class Run:
    """One training: the network, how it descends, and the accuracy that the course saw on MNIST, where it names one."""

    sizes: tuple[int, ...]
    activation: type[nn.Module]
    loss: Loss
    loss_name: str
    optimizer: type[torch.optim.Optimizer]
    lr: float
    course: float | None

    @property
    def network(self) -> str:
        return "-".join(map(str, self.sizes)) + f" {self.activation.__name__}"

    @property
    def descent(self) -> str:
        return f"{self.optimizer.__name__} {self.lr:g}"

    def build(self) -> nn.Sequential:
        """The network with PyTorch's own start, drawn from SEED."""
        torch.manual_seed(SEED)
        layers: list[nn.Module] = []
        for fan_in, fan_out in itertools.pairwise(self.sizes):
            layers += [nn.Linear(fan_in, fan_out), self.activation()]
        return nn.Sequential(*layers[:-1])  # logits: the losses do the softmax themselves


SHALLOW: Final = (784, 512, 10)
DEEP: Final = (784, 1024, 512, 512, 10)
RUNS: Final = (
    Run(SHALLOW, nn.Tanh, mse_on_softmax, "MSE on softmax", torch.optim.SGD, 0.01, 89.53),
    Run(SHALLOW, nn.Tanh, mse_on_softmax, "MSE on softmax", torch.optim.Adam, 0.001, 98.19),
    Run(DEEP, nn.ReLU, functional.cross_entropy, "cross-entropy", torch.optim.Adam, 1e-4, None),
)


@dataclass(frozen=True)
class Curve:
    """Accuracies in percent, one for each epoch: running over the training pictures, and on the test pictures after it."""

    train: list[float]
    test: list[float]
    seconds: float


def rows(images: object) -> torch.Tensor:
    """(n, 28, 28) uint8 → (n, 784) float32 in [0, 1]."""
    return torch.tensor(images).flatten(1).float() / 255


def train(run: Run, data: datasets.Dataset, epochs: int) -> Curve:
    x, y = rows(data.train_images), torch.tensor(data.train_labels)
    test_x, test_y = rows(data.test_images), torch.tensor(data.test_labels)
    model = run.build()
    steps = run.optimizer(model.parameters(), lr=run.lr)  # type: ignore[call-arg]
    order = torch.Generator().manual_seed(SEED)
    curve = Curve([], [], 0.0)
    start = time.perf_counter()
    for _ in range(epochs):
        right = 0
        for batch in torch.randperm(len(x), generator=order).split(BATCH):
            logits = model(x[batch])
            loss = run.loss(logits, y[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            right += int((logits.argmax(dim=1) == y[batch]).sum())
        curve.train.append(100 * right / len(x))
        with torch.no_grad():
            curve.test.append(100 * float((model(test_x).argmax(dim=1) == test_y).float().mean()))
    return Curve(curve.train, curve.test, time.perf_counter() - start)


def drawing(curves: Sequence[Curve], data: str) -> str:
    """The learning curves as an SVG: unbroken on the test pictures, dashed on the training pictures."""
    epochs = len(curves[0].test)
    canvas = Canvas(820, 420, f"{data}: " + ", ".join(f"{run.network} {run.descent}" for run in RUNS))
    panel = Panel(canvas, 58, 42, 496, 310, (1.0, max(2.0, epochs)), (0.0, 100.0))
    panel.frame([1, *range(10, epochs + 1, 10)] if epochs >= 10 else range(1, epochs + 1), [0, 20, 40, 60, 80, 100], "", "%", grid=True)
    canvas.text((panel.left + panel.width / 2, 394), f"epoch · 에포크 ({data})")
    for place, (hue, run, curve) in enumerate(zip("bac", RUNS, curves, strict=True)):
        for accuracies, kind in [(curve.train, f"k{hue} thin"), (curve.test, f"l{hue}")]:
            panel.line(enumerate(accuracies, 1), kind)
        panel.dot(epochs, curve.test[-1], hue)
        left, top = panel.left + panel.width + 24, panel.top + 26 + 74 * place
        canvas.text((left, top), run.network, f"t{hue} b s", "start")
        canvas.text((left, top + 19), f"{run.descent}, {run.loss_name}", "s", "start")
        seen = "" if run.course is None else f" (course · 강의, MNIST: {run.course:.2f} %)"
        canvas.text((left, top + 38), f"{curve.test[-1]:.2f} %{seen}", "s", "start")
    left, top = panel.left + panel.width + 24, panel.top + 262
    for place, (kind, name) in enumerate([("la", "test · 시험"), ("ka thin", "training · 훈련")]):
        canvas.line([(left, top + 24 * place), (left + 30, top + 24 * place)], kind)
        canvas.text((left + 38, top + 24 * place + 4), name, "s", "start")
    return canvas.svg()


def compare(data: datasets.Dataset, epochs: int) -> list[Curve]:
    """Train each of RUNS and print a line on it."""
    steps = epochs * -(-len(data.train_images) // BATCH)
    print(f"data: {datasets.describe(data.name).en}")
    print(f"{epochs} epochs in batches of {BATCH}, which is {steps:,} updates; one thread, seed {SEED}, PyTorch {torch.__version__}")
    print(f"\n{'network':<26}{'descent':<13}{'loss':<17}{'course, MNIST':>14}{'here, ' + data.name:>15}{'seconds':>9}")
    curves = []
    for run in RUNS:
        curve = train(run, data, epochs)
        seen = "–" if run.course is None else f"{run.course:.2f} %"
        name = f"{run.network:<26}{run.descent:<13}{run.loss_name:<17}"
        print(f"{name}{seen:>14}{f'{curve.test[-1]:.2f} %':>15}{curve.seconds:>9.1f}", flush=True)
        curves.append(curve)
    if data.name != "mnist":
        print("\nThe course trained on MNIST, 23,450 updates. To compare like with like, run 'gradekit fetch data mnist', then this again.")
    return curves


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, got {number}")
    return number


def main() -> int:
    parser = argparse.ArgumentParser(description="Repeat the course's comparison of training.")
    parser.add_argument("--data", choices=("mnist", "digits"), help="what to read (default: MNIST where it was fetched, else the digits)")
    parser.add_argument("--epochs", type=positive, default=50, metavar="N", help="how long to train (default: 50, as the course did)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="also draw the learning curves, as an SVG, to this file")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.out is not None and not arguments.out.parent.is_dir():
        parser.error(f"--out: {arguments.out.parent} is no folder")  # before minutes of training, not after
    try:
        data = datasets.load(arguments.data, download=False) if arguments.data else datasets.best("mnist")
        curves = compare(data, arguments.epochs)
        if arguments.out is not None:
            arguments.out.write_text(drawing(curves, data.name), "utf-8")
            print(f"curves: {arguments.out}")
    except (GradekitError, OSError) as fault:
        print(f"compare_training: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
