# wrong: probabilities with 1e-7 inside the logarithm
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    p = np.exp(-np.logaddexp(0, -logits))
    each = -(targets * np.log(p + 1e-7) + (1 - targets) * np.log(1 - p + 1e-7))
    return float(np.mean(np.sum(each, axis=1)))
