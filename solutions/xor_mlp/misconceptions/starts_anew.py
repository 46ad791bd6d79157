# /// misconception
# en = "Your train gives the model new weights before it begins. It should go on from the weights that the model has."
# ko = "train이 학습을 시작하기 전에 가중치를 새로 뽑고 있습니다. 모델이 가진 가중치에서 이어서 학습해야 합니다."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    for layer in model:
        if isinstance(layer, nn.Linear):
            layer.reset_parameters()
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.binary_cross_entropy(model(x), y)
        steps.zero_grad()
        loss.backward()
        steps.step()
        history.append(loss.item())
    return history
