# /// misconception
# en = "Your sigmoid falls where it should rise: the exponent is -z."
# ko = "시그모이드가 커져야 할 곳에서 작아집니다. 지수는 -z입니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
