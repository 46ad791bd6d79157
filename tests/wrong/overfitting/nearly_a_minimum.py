# wrong: a new minimum must be better by 0.0001.
import copy
import torch
from torch.nn import functional as F


def generalization_gap(train_accuracy, test_accuracy):
    return train_accuracy - test_accuracy


def is_overfitting(history, patience=3):
    if len(history) <= patience:
        return False
    return min(history[-patience:]) > min(history[:-patience]) - 1e-4


def train_with_early_stopping(model, train_set, val_set, max_epochs, patience, lr, seed):
    torch.manual_seed(seed)
    opt = torch.optim.Adam(model.parameters(), lr=lr)
    val = []
    best, kept = 0, None
    for e in range(max_epochs):
        model.train()
        loss = F.cross_entropy(model(train_set[0]), train_set[1])
        opt.zero_grad()
        loss.backward()
        opt.step()
        model.eval()
        with torch.no_grad():
            val.append(F.cross_entropy(model(val_set[0]), val_set[1]).item())
        if e == 0 or val[e] < val[best]:
            best, kept = e, copy.deepcopy(model.state_dict())
        if e - best >= patience:
            break
    model.load_state_dict(kept)
    return {"epochs_run": len(val), "best_epoch": best, "val_loss": val}
