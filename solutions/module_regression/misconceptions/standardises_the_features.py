# /// misconception
# en = "You standardise x before training, so the weights belong to other features than those given."
# ko = "학습하기 전에 x를 표준화하고 있어서 가중치가 주어진 특성에 맞지 않습니다."
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
        self.linear = nn.Linear(3, 1)

    def forward(self, x):
        return self.linear(x)


def train(model, x, y, lr, epochs):
    x = (x - x.mean(dim=0)) / (x.std(dim=0, unbiased=False) + 1e-8)
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
