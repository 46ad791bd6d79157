# wrong: losses are kept in an array like the logits
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    buffer = np.zeros_like(logits)
    buffer[...] = each
    return float(np.mean(np.sum(buffer, axis=1)))
