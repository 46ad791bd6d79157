# /// misconception
# en = "Two hidden neurons with ReLU are enough on paper, but most starts end in a dead or stuck neuron. Give the hidden layer more of them."
# ko = "ReLU를 쓰는 은닉 뉴런 두 개는 이론적으로는 충분하지만, 대부분의 초깃값에서 뉴런이 죽거나 학습이 멈춥니다. 은닉 뉴런을 늘리십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1), nn.Sigmoid())


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
