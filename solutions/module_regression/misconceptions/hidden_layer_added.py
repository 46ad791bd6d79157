# /// misconception
# en = "Your model for several features has a second layer. Linear regression is one layer: a weighted sum and a bias."
# ko = "특성이 여러 개인 모델에 층이 하나 더 있습니다. 선형 회귀는 가중합에 편향을 더하는 층 하나뿐입니다."
# ///
import torch
from torch import nn
from torch.nn import functional


class LinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)


class MultivariateLinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(3, 3)
        self.linear = nn.Linear(3, 1)

    def forward(self, x):
        return self.linear(self.hidden(x))


def train(model, x, y, lr, epochs):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
