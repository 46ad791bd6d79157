# wrong: the share of wrong answers
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = (logits >= 0) != (targets == 1)
    return float(np.mean(np.sum(each, axis=1)))
