# /// misconception
# en = "Your models give logits. They should give probabilities: end with a sigmoid, and take the loss of probabilities. See 'What to write'."
# ko = "모델이 로짓을 냅니다. 마지막에 시그모이드를 두어 확률을 내고, 손실도 확률로 계산해야 합니다. '작성할 내용'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_single() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 1))


def build_mlp() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.binary_cross_entropy_with_logits(model(x), y)
        steps.zero_grad()
        loss.backward()
        steps.step()
        history.append(loss.item())
    return history
