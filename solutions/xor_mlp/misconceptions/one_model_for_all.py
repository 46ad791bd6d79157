# /// misconception
# en = "Every call gives the same model, so a second one is already trained. Build a new network inside the function."
# ko = "호출할 때마다 같은 모델을 돌려주므로 두 번째 모델은 이미 학습된 상태입니다. 함수 안에서 새 신경망을 만드십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


SINGLE = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
DEEP = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())


def build_single() -> nn.Module:
    return SINGLE


def build_mlp() -> nn.Module:
    return DEEP


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
