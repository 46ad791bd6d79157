# /// misconception
# en = "Your loss has the term for label 1 only. Samples with label 0 count as well, with log(1 - p). See 'The formula'."
# ko = "손실에 레이블이 1인 항만 있습니다. 레이블이 0인 표본도 log(1 - p)로 함께 세어야 합니다. '수식'을 다시 보십시오."
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
        loss = -(y * torch.log(model(x))).mean()
        steps.zero_grad()
        loss.backward()
        steps.step()
        history.append(loss.item())
    return history
