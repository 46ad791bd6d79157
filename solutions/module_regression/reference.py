"""The trusted reference of module_regression. A model in float64 (`LinearRegressionModel().double()`) is trained in float64."""

import torch
from torch import nn
from torch.nn import functional

__all__ = ["LinearRegressionModel", "MultivariateLinearRegressionModel", "train"]


class LinearRegressionModel(nn.Module):
    """(n, 1) → (n, 1)."""

    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(x)


class MultivariateLinearRegressionModel(nn.Module):
    """(n, 3) → (n, 1)."""

    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(x)


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    """Full-batch SGD on the mean squared error; trains model in place and gives the loss before each update."""
    parameters = list(model.parameters())
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for parameter, gradient in zip(parameters, gradients, strict=True):
                parameter -= lr * gradient
        history.append(loss.item())
    return history
