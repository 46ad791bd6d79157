# wrong: the gradients are cleared before the loop only
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
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    optimiser.zero_grad()
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        loss.backward()
        optimiser.step()
    return history
