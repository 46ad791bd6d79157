# /// misconception
# en = "build_single has a hidden layer too. It should go from the two inputs straight to the output, so that XOR is beyond it."
# ko = "build_single에도 은닉층이 있습니다. 두 입력에서 출력으로 바로 가야 하며, 그래서 XOR를 배울 수 없어야 합니다."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())


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
