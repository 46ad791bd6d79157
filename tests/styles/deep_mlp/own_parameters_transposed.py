"""Weights kept as (inputs, outputs), output layer first, biases as rows; Adam by hand; NumPy's archive through a file object."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, nn


class Affine(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.b = nn.Parameter(torch.zeros(1, outputs))
        self.W = nn.Parameter(torch.randn(inputs, outputs) * math.sqrt(2 / inputs))

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.W + self.b


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.d = Affine(512, 10)
        self.c = Affine(512, 512)
        self.b = Affine(1024, 512)
        self.a = Affine(784, 1024)

    def forward(self, x: Tensor) -> Tensor:
        for part in (self.a, self.b, self.c):
            x = part(x).clamp(min=0)
        return self.d(x)


def build_model() -> nn.Module:
    return Net()


def train(model, images, labels, epochs=5, batch_size=128, lr=1e-4, seed=0) -> dict[str, list[float]]:
    rng = np.random.default_rng(seed)
    weights = list(model.parameters())
    m, v = [torch.zeros_like(w) for w in weights], [torch.zeros_like(w) for w in weights]
    x = images.flatten(1) / 255
    result: dict[str, list[float]] = {"accuracy": [], "loss": []}
    t = 0
    for _ in range(epochs):
        losses, hits = [], 0
        order = torch.from_numpy(rng.permutation(len(x)))
        for i in range(0, len(x), batch_size):
            at = order[i : i + batch_size]
            scores = model(x[at]).log_softmax(1)
            each = -scores[torch.arange(len(at)), labels[at]]
            gradients = torch.autograd.grad(each.mean(), weights)
            t += 1
            with torch.no_grad():
                for w, g, a, b in zip(weights, gradients, m, v):
                    a += 0.1 * (g - a)
                    b += 0.001 * (g * g - b)
                    w -= lr * (a / (1 - 0.9**t)) / ((b / (1 - 0.999**t)).sqrt() + 1e-8)
            losses += each.tolist()
            hits += int(scores.argmax(1).eq(labels[at]).sum())
        result["loss"].append(float(np.mean(losses)))
        result["accuracy"].append(hits / len(x))
    return result


def save(model: nn.Module, path: str) -> None:
    with open(path, "wb") as file:
        np.savez(file, **{name.replace(".", "_"): value.detach().cpu().numpy() for name, value in model.named_parameters()})


def load(path: str) -> nn.Module:
    model = Net()
    with np.load(path) as stored, torch.no_grad():
        for name, value in model.named_parameters():
            value.copy_(torch.from_numpy(stored[name.replace(".", "_")]))
    return model
