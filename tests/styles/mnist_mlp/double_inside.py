"""Trains a float64 copy of the model and writes its weights back; per-picture losses; Dataset class of its own."""

import copy

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Digits(Dataset):
    def __init__(self, images, labels):
        self.images, self.labels = images, labels

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.images[index].double().ravel() / 255, self.labels[index]


class Hidden(nn.Linear):
    def forward(self, x):
        return torch.tanh(super().forward(x))


class Reader(nn.Module):
    """784 -> 512 -> 10."""

    def __init__(self):
        super().__init__()
        self.add_module("out", nn.Linear(512, 10))
        self.add_module("in", Hidden(784, 512))
        nn.init.kaiming_normal_(self.out.weight)

    def forward(self, x):
        return self.out(getattr(self, "in")(x))


def build_model():
    return Reader()


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    torch.manual_seed(seed)
    twin = copy.deepcopy(model).double().train()
    loader = DataLoader(Digits(images, labels), batch_size, shuffle=True)
    opt = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[optimizer](twin.parameters(), {"sgd": 1e-2, "adam": 1e-3}[optimizer])
    history = []
    for _ in range(epochs):
        every = []
        for x, y in loader:
            each = nn.functional.cross_entropy(twin(x), y, reduction="none")
            opt.zero_grad()
            each.mean().backward()
            opt.step()
            every += each.tolist()
        history.append(sum(every) / len(every))
    model.load_state_dict(twin.state_dict())
    return history


def accuracy(model, images, labels):
    mode, total = model.training, 0
    model.eval()
    with torch.no_grad():
        for x, y in DataLoader(Digits(images, labels), batch_size=64):
            total += (model(x.float()).argmax(-1) == y).sum().item()
    model.train(mode)
    return total / len(labels)
