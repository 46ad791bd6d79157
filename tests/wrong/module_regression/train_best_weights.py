# wrong: puts the best weights back
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
    history, best = [], None
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        if history[-1] <= min(history):
            best = [p.detach().clone() for p in model.parameters()]
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    if functional.mse_loss(model(x), y).item() > min(history):
        with torch.no_grad():
            for p, value in zip(model.parameters(), best):
                p.copy_(value)
    return history
