# wrong: ln (1 + exp(-|z|)) is left out: a hinge
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets
    return float(np.mean(np.sum(each, axis=1)))
