from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn, optim


class _Regression(nn.Module):
    features: int

    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(self.features, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x)


class LinearRegressionModel(_Regression):
    features = 1


class MultivariateLinearRegressionModel(_Regression):
    features = 3


@dataclass
class Trainer:
    model: nn.Module
    lr: float

    def __post_init__(self) -> None:
        self.optimiser = optim.SGD([{"params": self.model.parameters()}], lr=self.lr)
        self.criterion = nn.MSELoss()

    def epochs(self, x: Tensor, y: Tensor, count: int) -> Iterator[Tensor]:
        self.model.train()
        for _ in range(count):
            def closure() -> Tensor:
                self.optimiser.zero_grad(set_to_none=False)
                loss = self.criterion(self.model(x), y)
                loss.backward()
                return loss

            yield self.optimiser.step(closure)


def train(model: nn.Module, x: Tensor, y: Tensor, lr: float, epochs: int) -> list[float]:
    return [loss.detach() for loss in Trainer(model, lr).epochs(x, y, epochs)]
