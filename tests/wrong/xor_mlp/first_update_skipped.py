# wrong: the first epoch brings no update.
import torch
from torch import nn
from torch.nn import functional as F


def build_single():
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


def build_mlp():
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())


def train(model, x, y, lr, epochs):
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = F.binary_cross_entropy(model(x), y)
        steps.zero_grad()
        loss.backward()
        if _ > 0:
            steps.step()
        history.append(loss.item())
    return history
