"""nn.Module classes, Adam, the loss as a criterion object."""

import torch
import torch.nn.functional as F
from torch import nn


class Single(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc(x))


class MLP(nn.Module):
    def __init__(self, hidden=16):
        super().__init__()
        self.fc1 = nn.Linear(2, hidden)
        self.fc2 = nn.Linear(hidden, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(F.relu(self.fc1(x))))


def build_single():
    return Single()


def build_mlp():
    return MLP()


def train(model, x, y, lr, epochs):
    criterion, optimizer, losses = nn.BCELoss(), torch.optim.Adam(model.parameters(), lr=lr), []
    model.train()
    for epoch in range(epochs):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(float(loss))
        if epoch % 500 == 0:
            print(epoch, losses[-1])
    model.eval()
    return losses
