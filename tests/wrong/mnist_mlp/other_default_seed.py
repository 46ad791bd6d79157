# wrong: the seed is 1 where none is given

import torch
from torch import nn
from torch.nn import functional


def to_rows(images: torch.Tensor) -> torch.Tensor:
    """(n, 28, 28) uint8 → a new (n, 784) float32 in [0, 1]."""
    return images.reshape(len(images), 784).float() / 255


def build_model() -> nn.Module:
    return nn.Sequential(nn.Linear(784, 512), nn.Tanh(), nn.Linear(512, 10))


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    optimizer: str = "adam",
    epochs: int = 5,
    batch_size: int = 128,
    seed: int = 1,
) -> list[float]:
    steps: torch.optim.Optimizer
    if optimizer == "sgd":
        steps = torch.optim.SGD(model.parameters(), lr=0.01)
    elif optimizer == "adam":
        steps = torch.optim.Adam(model.parameters(), lr=0.001)
    else:
        raise ValueError(f"optimizer should be 'sgd' or 'adam', but is {optimizer!r}")
    rows = to_rows(images)
    order = torch.Generator().manual_seed(seed)  # a generator of its own: what was drawn elsewhere cannot change the order
    model.train()
    history = []
    for _ in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(rows), generator=order).split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            total += loss.item() * len(batch)
        history.append(total / len(rows))
    return history


def accuracy(model: nn.Module, images: torch.Tensor, labels: torch.Tensor) -> float:
    mode = model.training
    model.eval()
    try:
        with torch.no_grad():
            read = model(to_rows(images)).argmax(dim=1)
    finally:
        model.train(mode)
    return (read == labels).sum().item() / len(labels)
