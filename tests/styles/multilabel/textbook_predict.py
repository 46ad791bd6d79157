"""predict as the formula stands (overflow may warn), the loss from the logits; results are uint8 and a 0-d array."""

import numpy as np

sigmoid = lambda z: 1.0 / (1.0 + np.exp(-z))  # noqa: E731


def predict(logits, threshold=0.5):
    p = sigmoid(logits.astype(float))
    p[p >= threshold] = 1
    p[p < threshold] = 0
    return p.astype(np.uint8)


def log_sigmoid(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def multilabel_loss(logits, targets):
    n = logits.shape[0]
    return np.asarray(-(np.vdot(targets, log_sigmoid(logits)) + np.vdot(1 - targets, log_sigmoid(-logits))) / n)
