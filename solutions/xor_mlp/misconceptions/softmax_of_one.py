# /// misconception
# en = "A softmax over a single output is always 1. For one probability a sigmoid is what you need. See 'The formula'."
# ko = "출력이 하나인 소프트맥스는 항상 1입니다. 확률 하나에는 시그모이드가 필요합니다. '수식'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1), nn.Softmax(dim=1))


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Softmax(dim=1))


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.binary_cross_entropy(model(x), y)
        steps.zero_grad()
        loss.backward()
        steps.step()
        history.append(loss.item())
    return history
