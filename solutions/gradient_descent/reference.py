"""The trusted reference for `gradient_descent`, in PyTorch float64, which differentiates by itself: numbers in, numbers out."""

import torch


def _loss(u: torch.Tensor, x: float, y: float) -> torch.Tensor:
    return (y - u * x).square()


def loss(u: float, x: float, y: float) -> float:
    """(y - u x)²."""
    return _loss(torch.tensor(u, dtype=torch.float64), x, y).item()


def grad(u: float, x: float, y: float) -> float:
    """The derivative of the loss with respect to u, by autograd."""
    weight = torch.tensor(u, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(_loss(weight, x, y), weight)
    return slope.item()


def descend(u: float, x: float, y: float, lr: float, steps: int) -> list[float]:
    """The start and the weight after each step: steps + 1 values."""
    values = [float(u)]
    for _ in range(steps):
        values.append(values[-1] - lr * grad(values[-1], x, y))
    return values


def diverges(x: float, lr: float) -> bool:
    """Whether |1 - 2 lr x²| > 1: a step multiplies the distance from the minimum by that factor."""
    factor = 1 - 2 * lr * torch.tensor(x, dtype=torch.float64).square()
    return bool(factor.abs() > 1)
