# /// misconception
# en = "Your models give a shape of (n,). Each probability should stand in its own row: (n, 1). See 'What to write'."
# ko = "모델의 출력 모양이 (n,)입니다. 확률마다 행 하나씩 (n, 1) 모양이어야 합니다. '작성할 내용'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid(), nn.Flatten(0))


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid(), nn.Flatten(0))


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.binary_cross_entropy(model(x), y[:, 0])
        steps.zero_grad()
        loss.backward()
        steps.step()
        history.append(loss.item())
    return history
