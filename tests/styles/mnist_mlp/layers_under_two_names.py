"""Layers held in a ModuleList and again in a Sequential, orthogonal weights, NumPy's generator for the order, one-hot targets."""

import numpy as np
import torch
from torch import nn


class MLP(nn.Module):
    sizes = (784, 512, 10)

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(self.sizes[:-1], self.sizes[1:]))
        for layer in self.layers:
            nn.init.orthogonal_(layer.weight)
        self.net = nn.Sequential(self.layers[0], nn.Tanh(), self.layers[1])

    def forward(self, x):
        return self.net(x)


def build_model():
    return MLP()


def _scaled(images):
    return torch.from_numpy((images.numpy().reshape(images.shape[0], 784) / np.float32(255)).astype(np.float32))


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    draw = np.random.default_rng(seed)
    x, targets = _scaled(images), nn.functional.one_hot(labels, 10).float()
    cls = getattr(torch.optim, {"sgd": "SGD", "adam": "Adam"}[optimizer])
    opt = cls(model.parameters(), lr={"sgd": 0.01, "adam": 0.001}[optimizer])
    out = []
    for _ in range(epochs):
        permutation = draw.permutation(x.shape[0])
        total = torch.zeros(())
        for batch in np.split(permutation, range(batch_size, len(permutation), batch_size)):
            logits = model(x[batch])
            loss = -(targets[batch] * logits.log_softmax(1)).sum(1).mean()
            opt.zero_grad(set_to_none=True)
            loss.backward()
            opt.step()
            total += loss.detach() * len(batch)
        out.append(total / x.shape[0])
    return out


def accuracy(model, images, labels):
    training = model.training
    model.eval()
    predictions = model(_scaled(images)).detach().numpy().argmax(axis=1)
    model.train(training)
    return np.mean(predictions == labels.numpy())
