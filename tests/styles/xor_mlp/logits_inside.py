"""The model keeps its logits for the stable loss; float64 inside; Rprop."""

import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, body):
        super().__init__()
        self.body = body

    def logits(self, x):
        return self.body(x)

    def forward(self, x):
        return self.logits(x).sigmoid()


def build_single():
    return Classifier(nn.Linear(2, 1, bias=True))


def build_mlp():
    return Classifier(nn.Sequential(nn.Linear(2, 20), nn.Softplus(), nn.Linear(20, 20), nn.Tanh(), nn.Linear(20, 1)))


def train(model, x, y, lr, epochs):
    optimizer = torch.optim.Rprop(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        model.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model.logits(x).double(), y.double())
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
