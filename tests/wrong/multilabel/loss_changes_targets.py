# wrong: targets become ±1 in place
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    if targets.dtype.kind == 'f':
        targets *= 2
        targets -= 1
        logits, targets = logits, (targets + 1) / 2
        return _loss(logits, targets)
    return _loss(logits, targets)


def _loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
