"""The model answer: a copy of the weights at each new minimum, put back at the end."""

import copy

import torch
from torch import nn
from torch.nn import functional

Samples = tuple[torch.Tensor, torch.Tensor]


def generalization_gap(train_accuracy: float, test_accuracy: float) -> float:
    return train_accuracy - test_accuracy


def is_overfitting(history: list[float], patience: int = 3) -> bool:
    if len(history) <= patience:
        return False
    return min(history[-patience:]) >= min(history[:-patience])


def train_with_early_stopping(
    model: nn.Module, train_set: Samples, val_set: Samples, max_epochs: int, patience: int, lr: float, seed: int
) -> dict:
    torch.manual_seed(seed)  # for layers that draw, such as dropout
    steps = torch.optim.Adam(model.parameters(), lr=lr)
    val_loss: list[float] = []
    for epoch in range(max_epochs):
        model.train()
        loss = functional.cross_entropy(model(train_set[0]), train_set[1])
        steps.zero_grad()
        loss.backward()
        steps.step()
        model.eval()
        with torch.no_grad():
            val_loss.append(functional.cross_entropy(model(val_set[0]), val_set[1]).item())
        best_epoch = val_loss.index(min(val_loss))  # of equal losses the first: a tie is no new minimum
        if best_epoch == epoch:
            best_weights = copy.deepcopy(model.state_dict())
        if epoch - best_epoch >= patience:
            break
    model.load_state_dict(best_weights)
    return {"epochs_run": len(val_loss), "best_epoch": best_epoch, "val_loss": val_loss}
