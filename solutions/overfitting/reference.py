"""The trusted reference of overfitting. A model in float64 is computed in float64 throughout."""

from typing import Any

import torch
from torch import nn
from torch.nn import functional

__all__ = ["generalization_gap", "is_overfitting", "train_with_early_stopping", "validation_loss"]

Samples = tuple[torch.Tensor, torch.Tensor]
Weights = dict[str, torch.Tensor]


def generalization_gap(train_accuracy: float, test_accuracy: float) -> float:
    """Training accuracy minus test accuracy."""
    return train_accuracy - test_accuracy


def is_overfitting(history: list[float], patience: int = 3) -> bool:
    """Whether a smallest value of history came before its last patience values."""
    losses = torch.tensor(history, dtype=torch.float64)
    return len(losses) > patience and bool(losses[:-patience].min() == losses.min())


def validation_loss(model: nn.Module, samples: Samples) -> float:
    """The mean cross-entropy of model's logits on samples, in eval mode and in model's own precision."""
    model.eval()
    with torch.no_grad():
        return float(functional.cross_entropy(model(samples[0].to(next(model.parameters()).dtype)), samples[1]))


def train_with_early_stopping(
    model: nn.Module, train_set: Samples, val_set: Samples, max_epochs: int, patience: int, lr: float, seed: int
) -> dict[str, Any]:
    """What the exercise asks for, with the weights after every epoch besides, under "weights"."""
    torch.default_generator.manual_seed(seed)
    steps = torch.optim.Adam(model.parameters(), lr=lr)
    x, y = train_set[0].to(next(model.parameters()).dtype), train_set[1]
    losses: list[float] = []
    weights: list[Weights] = []
    best_epoch = 0
    for epoch in range(max_epochs):
        model.train()
        steps.zero_grad()
        functional.cross_entropy(model(x), y).backward()
        steps.step()
        losses.append(validation_loss(model, val_set))
        weights.append({name: value.clone() for name, value in model.state_dict().items()})
        best_epoch = min(range(epoch + 1), key=losses.__getitem__)
        if epoch - best_epoch >= patience:
            break
    model.load_state_dict(weights[best_epoch])
    return {"epochs_run": len(losses), "best_epoch": best_epoch, "val_loss": losses, "weights": weights}
