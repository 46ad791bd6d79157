# wrong: at most two ones a row
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    out = (sigmoid(logits) >= threshold).astype(int)
    for i in range(len(out)):
        out[i, np.argsort(-logits[i])[2:]] = 0
    return out


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
