"""The trusted reference of deep_mlp. A model in float64 (`build_model().double()`) is computed in float64 throughout."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

__all__ = ["Epoch", "accuracy", "build_model", "epochs_of", "load", "save", "to_rows", "train"]


@dataclass(frozen=True)
class Epoch:
    """What one epoch showed: (mean loss before the update, pictures) of each batch; shares read right on the way and at its end."""

    losses: list[tuple[float, int]]
    running: float
    end: float


def to_rows(images: torch.Tensor, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    """(n, 28, 28) uint8 → (n, 784) of dtype, in [0, 1]."""
    return images.reshape(len(images), 784).to(dtype) / 255


def build_model() -> nn.Sequential:
    """784 → 1024 → 512 → 512 → 10 with ReLU, outputs logits: 1,596,426 parameters."""
    return nn.Sequential(
        nn.Linear(784, 1024), nn.ReLU(), nn.Linear(1024, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10)
    )


def epochs_of(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    lr: float = 1e-4,
    order: torch.Generator | None = None,
) -> list[Epoch]:
    """Train model in place. The pictures go in the given order where order is None, else in a new random one each epoch."""
    steps = torch.optim.Adam(model.parameters(), lr=lr)
    rows = to_rows(images, next(model.parameters()).dtype)
    count = len(rows)
    seen = []
    for _ in range(epochs):
        places = torch.arange(count) if order is None else torch.randperm(count, generator=order)
        losses, right = [], 0
        for batch in places.split(batch_size):
            logits = model(rows[batch])
            loss = functional.cross_entropy(logits, labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            losses.append((loss.item(), len(batch)))
            right += int((logits.argmax(dim=1) == labels[batch]).sum())
        seen.append(Epoch(losses, right / count, accuracy(model, images, labels)))
    return seen


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    lr: float = 1e-4,
    seed: int = 0,
) -> dict[str, list[float]]:
    """Train model in place; each epoch's mean loss over its pictures and the share read right on the way."""
    seen = epochs_of(model, images, labels, epochs, batch_size, lr, torch.Generator().manual_seed(seed))
    return {
        "loss": [sum(loss * count for loss, count in epoch.losses) / len(images) for epoch in seen],
        "accuracy": [epoch.running for epoch in seen],
    }


@torch.no_grad()
def accuracy(model: nn.Module, images: torch.Tensor, labels: torch.Tensor) -> float:
    """The share of pictures that model reads right, in [0, 1]."""
    read = model(to_rows(images, next(model.parameters()).dtype)).argmax(dim=1)
    return float((read == labels).double().mean())


def save(model: nn.Module, path: str) -> None:
    """The state dict, in PyTorch's form."""
    torch.save(model.state_dict(), path)


def load(path: str) -> nn.Module:
    """A new model with the state dict at path."""
    model = build_model()
    model.load_state_dict(torch.load(path, weights_only=True))
    return model
