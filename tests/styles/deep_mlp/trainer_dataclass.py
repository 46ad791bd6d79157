"""A frozen dataclass of settings, meters that count, decorated functions; the file through pathlib and io."""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Sizes:
    widths: tuple[int, ...] = (784, 1024, 512, 512, 10)

    def pairs(self):
        return list(zip(self.widths[:-1], self.widths[1:]))


@dataclass
class Meter:
    values: list[float] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)

    def add(self, value: float, weight: int) -> None:
        self.values.append(value * weight)
        self.weights.append(weight)

    @property
    def mean(self) -> float:
        return sum(self.values) / sum(self.weights)


def announced(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        result = function(*args, **kwargs)
        print(function.__name__, "is done")
        return result

    return inner


def build_model() -> nn.Module:
    stack: list[nn.Module] = []
    for a, b in Sizes().pairs():
        stack += [nn.Linear(a, b), nn.ReLU()]
    return nn.Sequential(*stack[:-1])


@announced
def train(
    model: nn.Module, images: Tensor, labels: Tensor, epochs: int = 5, batch_size: int = 128, lr: float = 1e-4, seed: int = 0
) -> dict:
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, amsgrad=False)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        orders = [torch.randperm(len(images)) for _ in range(epochs)]
    history = []
    for order in orders:
        loss_meter, accuracy_meter = Meter(), Meter()
        for batch in order.split(batch_size):
            x, y = images[batch].reshape(len(batch), 784).float().mul_(1 / 255), labels[batch]
            logits = model(x)
            loss = nn.functional.cross_entropy(logits, y, reduction="sum").div(len(batch))
            for parameter in model.parameters():
                parameter.grad = None
            loss.backward()
            optimizer.step()
            loss_meter.add(loss.item(), len(batch))
            accuracy_meter.add((logits.argmax(-1) == y).float().mean().item(), len(batch))
        history.append((loss_meter.mean, min(1.0, accuracy_meter.mean)))
    return {"loss": [pair[0] for pair in history], "accuracy": [pair[1] for pair in history]}


def save(model: nn.Module, path: str) -> None:
    buffer = io.BytesIO()
    torch.save(model.state_dict(), buffer)
    Path(path).write_bytes(buffer.getvalue())


def load(path: str) -> nn.Module:
    model = build_model()
    model.load_state_dict(torch.load(io.BytesIO(Path(path).read_bytes()), weights_only=True))
    return model
