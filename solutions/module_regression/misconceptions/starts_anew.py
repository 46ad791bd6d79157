# /// misconception
# en = "You reset the model before training. train goes on from the weights that the model has."
# ko = "학습하기 전에 모델을 초기화하고 있습니다. train은 모델이 가진 가중치에서 이어서 학습합니다."
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
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
