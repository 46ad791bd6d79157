# /// misconception
# en = "Your models put a ReLU behind the layer, so they can never predict anything below 0. A regression gives the output of the layer as it is."
# ko = "층 뒤에 ReLU를 두어서 0보다 작은 값을 예측할 수 없습니다. 회귀에서는 층의 출력을 그대로 냅니다."
# ///
import torch
from torch import nn
from torch.nn import functional


class LinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return torch.relu(self.linear(x))


class MultivariateLinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def forward(self, x):
        return torch.relu(self.linear(x))


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
