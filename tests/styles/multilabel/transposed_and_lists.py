import numpy as np


def _decide(threshold):
    def decide(z):
        return 1 if 0.5 + 0.5 * np.tanh(z / 2) >= threshold else 0

    return decide


def predict(logits, threshold=0.5):
    if logits.size == 0:
        return np.empty(logits.shape, dtype=bool)
    return [list(map(_decide(threshold), row)) for row in logits]


def _softplus(z):
    big = z > 30
    return np.where(big, z, np.log1p(np.exp(np.where(big, 0, z))))


def multilabel_loss(logits, targets):
    by_class = [np.average(_softplus(z) - t * z) for z, t in zip(logits.T, targets.T)]
    return sum(by_class)
