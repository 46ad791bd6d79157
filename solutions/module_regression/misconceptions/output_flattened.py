# /// misconception
# en = "Your models drop the last axis and give (n,) instead of (n, 1). With targets of shape (n, 1) the loss then pairs every prediction with every target."
# ko = "모델이 마지막 축을 없애서 (n, 1)이 아니라 (n,)을 냅니다. 그러면 모양이 (n, 1)인 타깃과 함께 쓸 때 모든 예측값이 모든 타깃과 짝지어집니다."
# ///
import torch
from torch import nn
from torch.nn import functional


class LinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x).squeeze(-1)


class MultivariateLinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def forward(self, x):
        return self.linear(x).squeeze(-1)


def train(model, x, y, lr, epochs):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y.squeeze(-1))
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
