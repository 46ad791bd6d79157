"""Closures and itertools; a DataLoader with one batch of everything; float64 validation."""

import copy
from itertools import accumulate

import torch
from torch.nn import CrossEntropyLoss
from torch.utils.data import DataLoader, TensorDataset

def generalization_gap(train_accuracy, test_accuracy):
    gap = train_accuracy
    gap -= test_accuracy
    return gap


def is_overfitting(history, patience=3):
    best_so_far = list(accumulate(history, min))
    return len(history) > patience and best_so_far[-1] == best_so_far[-1 - patience]


def train_with_early_stopping(model, train_set, val_set, max_epochs, patience, lr, seed):
    torch.manual_seed(seed)
    loader = DataLoader(TensorDataset(*train_set), batch_size=len(train_set[1]), generator=torch.Generator().manual_seed(seed))
    criterion = CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)

    def learn():
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()

    def validate():
        model.eval()
        with torch.no_grad():
            return criterion(model(val_set[0]).double(), val_set[1]).item()

    record = {"epochs_run": 0, "best_epoch": 0, "val_loss": []}
    best = None
    for epoch in range(max_epochs):
        learn()
        record["val_loss"].append(validate())
        record["epochs_run"] += 1
        if best is None or record["val_loss"][-1] < best[0]:
            best = record["val_loss"][-1], copy.deepcopy(model.state_dict())
            record["best_epoch"] = epoch
        elif epoch - record["best_epoch"] >= patience:
            break
    model.load_state_dict(best[1])
    return record
