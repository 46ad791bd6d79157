# wrong: overflow is replaced by 0
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    with np.errstate(all='ignore'):
        each = np.nan_to_num(np.log1p(np.exp(logits)) - targets * logits, posinf=0.0)
    return float(np.mean(np.sum(each, axis=1)))
