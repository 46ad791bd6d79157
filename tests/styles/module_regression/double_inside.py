"""Calculates in float64 and stores float32."""
import copy

import torch
from torch import nn


class LinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return torch.einsum("nd,od->no", x, self.linear.weight) + self.linear.bias


class MultivariateLinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def forward(self, x):
        return self.linear(x)


def train(model, x, y, lr, epochs):
    twin = copy.deepcopy(model).double()
    optimizer = torch.optim.SGD(twin.parameters(), lr=lr, foreach=False)
    out = []
    while len(out) < epochs:
        optimizer.zero_grad()
        loss = nn.MSELoss(reduction="sum")(twin(x.double()), y.double()) / len(x)
        loss.backward()
        optimizer.step()
        out.append(loss.item())
    model.load_state_dict(twin.state_dict())
    return out
