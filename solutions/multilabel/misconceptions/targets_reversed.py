# /// misconception
# en = "The two terms have changed places: where the target is 1 the loss should be -ln p."
# ko = "두 항이 서로 바뀌었습니다. 타깃이 1이면 손실은 -ln p여야 합니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * (1 - targets) + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
