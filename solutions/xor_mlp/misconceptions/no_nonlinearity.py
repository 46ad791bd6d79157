# /// misconception
# en = "Your MLP has two layers but no non-linearity between them: together they are a single layer again. See 'The idea'."
# ko = "MLP의 두 층 사이에 비선형 함수가 없습니다. 그러면 두 층을 합쳐도 단층 신경망과 같습니다. '핵심 아이디어'를 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 1), nn.Sigmoid())


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
