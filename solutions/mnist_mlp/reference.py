"""The trusted reference of mnist_mlp. A model in float64 (`build_model().double()`) is computed in float64 throughout."""

from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional

__all__ = ["NAMES", "accuracy", "batch_losses", "build_model", "to_rows", "train"]

LEARNING_RATES = {"sgd": 0.01, "adam": 0.001}
NAMES = {  # what the suite calls the parameters → their names in build_model()
    "hidden weights": "hidden.weight",
    "hidden biases": "hidden.bias",
    "output weights": "output.weight",
    "output biases": "output.bias",
}


def to_rows(images: torch.Tensor, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    """(n, 28, 28) uint8 → (n, 784) of dtype, in [0, 1]."""
    return images.reshape(len(images), 784).to(dtype) / 255


def build_model() -> nn.Sequential:
    """784 → 512 tanh → 10, outputs logits: 407,050 parameters."""
    return nn.Sequential(OrderedDict(hidden=nn.Linear(784, 512), bend=nn.Tanh(), output=nn.Linear(512, 10)))


def batch_losses(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    optimizer: str = "adam",
    epochs: int = 5,
    batch_size: int = 128,
    order: torch.Generator | None = None,
) -> list[list[tuple[float, int]]]:
    """Train model in place; for each epoch, (mean loss before the update, pictures) of each batch.

    The pictures go in the given order where order is None, else in a new random one each epoch.
    """
    kind = torch.optim.SGD if optimizer == "sgd" else torch.optim.Adam
    steps = kind(model.parameters(), lr=LEARNING_RATES[optimizer])
    rows = to_rows(images, next(model.parameters()).dtype)
    count = len(rows)
    model.train()
    epochs_seen = []
    for _ in range(epochs):
        places = torch.arange(count) if order is None else torch.randperm(count, generator=order)
        seen = []
        for batch in places.split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            seen.append((loss.item(), len(batch)))
        epochs_seen.append(seen)
    return epochs_seen


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    optimizer: str = "adam",
    epochs: int = 5,
    batch_size: int = 128,
    seed: int = 0,
) -> list[float]:
    """Train model in place; the mean loss of each epoch, over its pictures."""
    order = torch.Generator().manual_seed(seed)
    seen = batch_losses(model, images, labels, optimizer, epochs, batch_size, order)
    return [sum(loss * count for loss, count in epoch) / len(images) for epoch in seen]


@torch.no_grad()
def accuracy(model: nn.Module, images: torch.Tensor, labels: torch.Tensor) -> float:
    """The share of pictures that model reads right, in [0, 1]."""
    read = model(to_rows(images, next(model.parameters()).dtype)).argmax(dim=1)
    return float((read == labels).double().mean())
