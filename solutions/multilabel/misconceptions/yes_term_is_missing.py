# /// misconception
# en = "Only classes that are not there cost anything: the term t ln p is missing."
# ko = "없는 클래스에만 손실이 있습니다. t ln p 항이 빠졌습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = (1 - targets) * np.logaddexp(0, logits)
    return float(np.mean(np.sum(each, axis=1)))
