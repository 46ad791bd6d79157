"""Everything, right."""

import torch
from torch import nn
from torch.nn import functional


def rows_of(images):
    return images.reshape(len(images), 784).float() / 255


def build_model():
    return nn.Sequential(nn.Linear(784, 512), nn.Tanh(), nn.Linear(512, 10))


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    if optimizer == "sgd":
        stepper = torch.optim.SGD(model.parameters(), lr=0.01)
    elif optimizer == "adam":
        stepper = torch.optim.Adam(model.parameters(), lr=0.001)
    else:
        raise ValueError("optimizer must be 'sgd' or 'adam'")
    rows, draws, history = rows_of(images), torch.Generator().manual_seed(seed), []
    model.train()
    for _ in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(rows), generator=draws).split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            stepper.zero_grad()
            loss.backward()
            stepper.step()
            total += loss.item() * len(batch)
        history.append(total / len(rows))
    return history


def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        read = model(rows_of(images)).argmax(dim=1)
    model.train(mode)
    return (read == labels).float().mean().item()
