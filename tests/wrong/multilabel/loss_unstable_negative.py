# wrong: ln (1 + exp(-z)) overflows for very negative logits
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.log1p(np.exp(-logits)) + (1 - targets) * logits
    return float(np.mean(np.sum(each, axis=1)))
