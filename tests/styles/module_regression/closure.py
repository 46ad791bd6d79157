import torch
from torch import nn
import torch.nn.functional as F


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
    opt = torch.optim.SGD(params=list(model.parameters()), lr=lr, momentum=0, foreach=True)

    def closure():
        opt.zero_grad(set_to_none=True)
        loss = F.mse_loss(input=model(x), target=y)
        loss.backward()
        return loss

    return [opt.step(closure).item() for _ in range(epochs)]
