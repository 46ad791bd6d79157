# wrong: pictures without animals are left out
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    keep = targets.any(axis=1)
    return float(np.mean(np.sum(each[keep], axis=1))) if keep.any() else 0.0
