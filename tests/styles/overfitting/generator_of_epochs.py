"""Epochs as a generator; state kept in bytes by torch.save; a loss written out by hand."""

import io

import torch


def generalization_gap(train_accuracy, test_accuracy):
    return float(train_accuracy) - float(test_accuracy)


def is_overfitting(history, patience=3):
    cut = len(history) - patience
    return cut > 0 and not any(late < min(history[:cut]) for late in history[cut:])


def cross_entropy(logits, labels):
    return -torch.log_softmax(logits, dim=-1).gather(1, labels.unsqueeze(1)).mean()


def epochs(model, train_set, val_set, lr):
    optimizer = torch.optim.Adam([{"params": model.parameters()}], lr=lr)
    while True:
        for module in model.modules():
            module.training = True
        loss = cross_entropy(model(train_set[0]), train_set[1])
        optimizer.zero_grad(set_to_none=False)
        loss.backward()
        optimizer.step()
        model.eval()
        yield float(cross_entropy(model(val_set[0]), val_set[1]).detach())


def packed(model):
    buffer = io.BytesIO()
    torch.save(model.state_dict(), buffer)
    return buffer.getvalue()


def train_with_early_stopping(model, train_set, val_set, max_epochs, patience, lr, seed):
    torch.manual_seed(seed)
    history, best, state = [], 0, b""
    for epoch, loss in zip(range(max_epochs), epochs(model, train_set, val_set, lr)):
        history.append(loss)
        if history.index(min(history)) == epoch:
            best, state = epoch, packed(model)
        if epoch - best >= patience:
            break
    model.load_state_dict(torch.load(io.BytesIO(state)))
    return dict(epochs_run=len(history), best_epoch=best, val_loss=history)
