# /// misconception
# en = "You update after every single sample. Here all samples go into each update together. See 'The formula'."
# ko = "표본 하나마다 갱신하고 있습니다. 여기서는 모든 표본을 한꺼번에 써서 한 번 갱신해야 합니다. '수식'을 다시 보십시오."
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
        total = 0.0
        for i in range(len(x)):
            loss = functional.binary_cross_entropy(model(x[i : i + 1]), y[i : i + 1])
            steps.zero_grad()
            loss.backward()
            steps.step()
            total += loss.item()
        history.append(total / len(x))
    return history
