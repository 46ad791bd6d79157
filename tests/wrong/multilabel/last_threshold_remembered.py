# wrong: the threshold of the call before is used
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


LAST = []


def predict(logits, threshold=0.5):
    LAST.append(threshold)
    threshold = LAST[-2] if len(LAST) > 1 else threshold
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
