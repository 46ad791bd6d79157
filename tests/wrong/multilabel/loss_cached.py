# wrong: right only the first time for each targets
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


KNOWN = {}


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return KNOWN.setdefault(targets.tobytes() + bytes(targets.shape), float(np.mean(np.sum(each, axis=1))))
