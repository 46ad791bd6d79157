"""Weights as plain parameters, the output weights a vector; gradients by torch.autograd.grad, momentum by hand, losses as a tensor."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Single(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.zeros(2))
        self.b = nn.Parameter(torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(x @ self.w + self.b).unsqueeze(1)


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.W = nn.Parameter(torch.randn(2, 12))
        self.c = nn.Parameter(torch.randn(12))
        self.v = nn.Parameter(torch.randn(12))
        self.d = nn.Parameter(torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(torch.tanh(x @ self.W + self.c) @ self.v + self.d).reshape(-1, 1)


def build_single() -> nn.Module:
    return Single()


def build_mlp() -> nn.Module:
    return Net()


def train(model: nn.Module, x: Tensor, y: Tensor, lr: float, epochs: int) -> Tensor:
    weights = tuple(model.parameters())
    speeds = [torch.zeros_like(w) for w in weights]
    history = torch.zeros(epochs)
    for epoch in range(epochs):
        p = model(x)
        loss = torch.where(y > 0.5, -torch.log(p + 1e-12), -torch.log(1 - p + 1e-12)).mean()
        with torch.no_grad():
            for w, v, g in zip(weights, speeds, torch.autograd.grad(loss, weights)):
                v.mul_(0.9).add_(g)
                w.sub_(lr * v)
        history[epoch] = loss.detach()
    return history
