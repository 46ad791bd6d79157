"""A whole copy of the model is kept; decorated functions; the mode is put back; extra entries in the result."""

import copy
import functools

import torch
from torch.nn import functional as F


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return inner


@logged
def generalization_gap(train_accuracy, test_accuracy):
    return torch.tensor(train_accuracy, dtype=torch.float64) - test_accuracy


@logged
def is_overfitting(history, patience=3):
    if not history:
        return False
    return len(history) > patience and history.index(min(history)) < len(history) - patience


@logged
def train_with_early_stopping(model, train_set, val_set, max_epochs, patience, lr, seed):
    generator_state = torch.get_rng_state()
    torch.manual_seed(seed)
    mode = model.training
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, foreach=False)
    val_loss, best = [], copy.deepcopy(model)
    best_epoch = None
    epoch = 0
    while epoch < max_epochs and (best_epoch is None or epoch - 1 - best_epoch < patience):
        model.train()
        grads = torch.autograd.grad(F.cross_entropy(model(train_set[0]), train_set[1]), list(model.parameters()))
        for parameter, grad in zip(model.parameters(), grads):
            parameter.grad = grad
        optimizer.step()
        model.eval()
        with torch.no_grad():
            val_loss.append(F.nll_loss(model(val_set[0]).log_softmax(1), val_set[1]).item())
        if best_epoch is None or val_loss[-1] < val_loss[best_epoch]:
            best, best_epoch = copy.deepcopy(model), epoch
        epoch += 1
    model.load_state_dict(best.state_dict())
    model.train(mode)
    torch.set_rng_state(generator_state)
    return {"val_loss": tuple(val_loss), "best_epoch": best_epoch, "epochs_run": epoch, "stopped": epoch < max_epochs}
