"""A counter of bad epochs, cloned tensors, numpy for the history; prints as it goes."""

import numpy as np
import torch
import torch.nn.functional as F


def generalization_gap(train_accuracy, test_accuracy):
    return np.subtract(train_accuracy, test_accuracy)


def is_overfitting(history, patience=3):
    losses = np.asarray(history, dtype=float)
    if losses.size <= patience:
        return np.bool_(False)
    return ~np.any(losses[-patience:] < losses[:-patience].min())


def train_with_early_stopping(model, train_set, val_set, max_epochs, patience, lr, seed):
    torch.manual_seed(seed)
    (x, y), (vx, vy) = train_set, val_set
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    best_loss, best_epoch, best_state, bad = float("inf"), -1, None, 0
    losses = []
    for epoch in range(max_epochs):
        model.train()
        optimizer.zero_grad()
        F.cross_entropy(model(x), y).backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            current = F.cross_entropy(model(vx), vy).item()
        losses.append(current)
        print(f"epoch {epoch}: {current:.4f}")
        if current < best_loss:
            best_loss, best_epoch, bad = current, epoch, 0
            best_state = {k: v.clone() for k, v in model.state_dict().items()}
        else:
            bad += 1
            if bad >= patience:
                break
    model.load_state_dict(best_state)
    return {"epochs_run": len(losses), "best_epoch": best_epoch, "val_loss": losses}
