"""The trusted reference of xor_mlp."""

import torch
from torch import nn
from torch.nn import functional

__all__ = ["XOR", "X", "build_mlp", "build_single", "loss", "train"]

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = torch.tensor([[0.0], [1.0], [1.0], [0.0]])


def build_single() -> nn.Sequential:
    """2 → 1, sigmoid."""
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


def build_mlp() -> nn.Sequential:
    """2 → 8 tanh → 1, sigmoid."""
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())


def loss(p: torch.Tensor, y: torch.Tensor) -> float:
    """The mean binary cross-entropy of probabilities p (n, 1) for labels y (n, 1), in float64."""
    return float(functional.binary_cross_entropy(p.double(), y.double()))


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    """Full-batch gradient descent; the loss before each update."""
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        value = functional.binary_cross_entropy(model(x), y)
        steps.zero_grad()
        value.backward()
        steps.step()
        history.append(value.item())
    return history
