# wrong: the threshold is called t
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, t=0.5):
    return (sigmoid(logits) >= t).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
