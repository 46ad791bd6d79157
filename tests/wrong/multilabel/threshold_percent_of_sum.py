# wrong: probabilities are divided by their sum where it is above 2
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    p = sigmoid(logits)
    s = p.sum(axis=1, keepdims=True)
    return (np.where(s > 2, p / s * 2, p) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
