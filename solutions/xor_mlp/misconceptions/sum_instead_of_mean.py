# /// misconception
# en = "You sum the losses of the samples. The loss is their mean. See 'The formula'."
# ko = "표본들의 손실을 더하고 있습니다. 손실은 그 평균이어야 합니다. '수식'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.binary_cross_entropy(model(x), y, reduction="sum")
        steps.zero_grad()
        loss.backward()
        steps.step()
        history.append(loss.item())
    return history
