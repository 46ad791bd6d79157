# /// misconception
# en = "All weights of your MLP start at zero, so its hidden neurons get the same gradients and stay alike forever. Start from random weights."
# ko = "MLP의 가중치가 모두 0에서 시작해 은닉 뉴런의 기울기가 같고 값도 계속 같습니다. 무작위 값에서 시작하십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


def build_mlp() -> nn.Module:
    model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
    for value in model.parameters():
        nn.init.zeros_(value)
    return model


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
