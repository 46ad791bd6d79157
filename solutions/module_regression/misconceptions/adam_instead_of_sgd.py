# /// misconception
# en = "You use Adam. The exercise asks for plain SGD, whose step is the learning rate times the gradient."
# ko = "Adam을 쓰고 있습니다. 이 과제에서는 학습률에 기울기를 곱한 만큼 움직이는 기본 SGD를 씁니다."
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
    optimiser = torch.optim.Adam(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
