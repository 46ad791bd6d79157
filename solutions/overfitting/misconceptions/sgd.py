# /// misconception
# en = "You train with plain SGD. The exercise asks for Adam. See 'What to write'."
# ko = "SGD로 학습시키고 있습니다. 이 과제에서는 Adam을 써야 합니다. '작성할 내용'을 다시 보십시오."
# ///
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
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    val_loss: list[float] = []
    best_epoch, best_weights = 0, {}
    for epoch in range(max_epochs):
        model.train()
        loss = functional.cross_entropy(model(train_set[0]), train_set[1])
        steps.zero_grad()
        loss.backward()
        steps.step()
        model.eval()
        with torch.no_grad():
            val_loss.append(functional.cross_entropy(model(val_set[0]), val_set[1]).item())
        if epoch == 0 or val_loss[epoch] < val_loss[best_epoch]:
            best_epoch, best_weights = epoch, copy.deepcopy(model.state_dict())
        if epoch - best_epoch >= patience:
            break
    model.load_state_dict(best_weights)
    return {"epochs_run": len(val_loss), "best_epoch": best_epoch, "val_loss": val_loss}
