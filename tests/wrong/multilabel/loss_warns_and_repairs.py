# wrong: overflow warns and is repaired
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.log1p(np.exp(logits)) - targets * logits
    each = np.where(np.isfinite(each), each, logits * (1 - targets))
    return float(np.mean(np.sum(each, axis=1)))
