# wrong: only the first row is answered
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    out = np.zeros(logits.shape, dtype=int)
    out[:1] = sigmoid(logits[:1]) >= threshold
    return out


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
