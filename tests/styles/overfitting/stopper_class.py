"""An EarlyStopping class as a dataclass, weights written back one by one, results as tensors and NumPy integers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn


@dataclass
class EarlyStopping:
    patience: int
    losses: list[Tensor] = field(default_factory=list)
    best: int = 0
    kept: list[Tensor] = field(default_factory=list)

    def see(self, loss: Tensor, model: nn.Module) -> bool:
        self.losses.append(loss.detach())
        if not self.kept or loss < self.losses[self.best]:
            self.best = len(self.losses) - 1
            self.kept = [p.detach().clone() for p in model.parameters()]
        return len(self.losses) - 1 - self.best >= self.patience

    def restore(self, model: nn.Module) -> None:
        with torch.no_grad():
            for parameter, value in zip(model.parameters(), self.kept):
                parameter.copy_(value)


def generalization_gap(train_accuracy: float, test_accuracy: float) -> float:
    return -(test_accuracy - train_accuracy)


def is_overfitting(history: list[float], patience: int = 3) -> bool:
    best = None
    since = 0
    for loss in history:
        if best is None or loss < best:
            best, since = loss, 0
        else:
            since += 1
    return since >= patience and len(history) > patience


def train_with_early_stopping(model, train_set, val_set, max_epochs, patience, lr, seed):
    torch.random.manual_seed(seed)
    criterion = nn.CrossEntropyLoss()
    opt = torch.optim.Adam(list(model.parameters()), lr)
    stopper = EarlyStopping(patience)
    for _ in range(max_epochs):
        model.train(True)
        loss = criterion(model(train_set[0]), train_set[1])
        model.zero_grad()
        loss.backward()
        opt.step()
        model.train(False)
        with torch.inference_mode():
            value = criterion(model(val_set[0]), val_set[1])
        if stopper.see(value.clone(), model):
            break
    stopper.restore(model)
    return {"epochs_run": np.int64(len(stopper.losses)), "best_epoch": np.int64(stopper.best), "val_loss": stopper.losses}
