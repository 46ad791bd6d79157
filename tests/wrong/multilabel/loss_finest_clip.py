# wrong: probabilities are clipped at 1e-300 and 1 - 1e-16
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    p = np.exp(-np.logaddexp(0, -logits))
    each = -(targets * np.log(np.maximum(p, 1e-300)) + (1 - targets) * np.log(np.maximum(1 - p, 1e-300)))
    return float(np.mean(np.sum(each, axis=1)))
