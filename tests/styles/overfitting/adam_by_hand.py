"""Adam written out; every epoch's weights are kept; the history is one tensor."""

import torch
from torch import nn


def generalization_gap(train_accuracy, test_accuracy):
    return sum((train_accuracy, -test_accuracy))


def is_overfitting(history, patience=3):
    h = torch.tensor(history, dtype=torch.float64)
    if h.numel() <= patience:
        return False
    return bool((h[-patience:] >= h[: h.numel() - patience].min()).all())


def train_with_early_stopping(model, train_set, val_set, max_epochs, patience, lr, seed):
    torch.manual_seed(seed)
    weights = [w for w in model.parameters() if w.requires_grad]
    m, v = [torch.zeros_like(w) for w in weights], [torch.zeros_like(w) for w in weights]
    losses, kept = torch.empty(0), []
    for t in range(1, max_epochs + 1):
        model.train()
        loss = nn.functional.cross_entropy(model(train_set[0]), train_set[1], reduction="sum") / len(train_set[1])
        gradients = torch.autograd.grad(loss, weights)
        with torch.no_grad():
            for w, g, a, b in zip(weights, gradients, m, v):
                a.mul_(0.9).add_(g, alpha=0.1)
                b.mul_(0.999).addcmul_(g, g, value=0.001)
                w -= lr * (a / (1 - 0.9**t)) / ((b / (1 - 0.999**t)).sqrt() + 1e-8)
            model.eval()
            value = nn.functional.cross_entropy(model(val_set[0]), val_set[1])
        losses = torch.cat([losses, value.reshape(1).cpu()])
        kept.append([w.detach().clone() for w in weights])
        if t - 1 - int(losses.argmin()) >= patience:
            break
    best = int(losses.argmin())
    for w, value in zip(weights, kept[best]):
        w.data.copy_(value)
    return {"epochs_run": len(kept), "best_epoch": best, "val_loss": losses.tolist()}
