# /// misconception
# en = "Only classes that are there cost anything: the term (1 - t) ln (1 - p) is missing, and a false alarm is free."
# ko = "있는 클래스에만 손실이 있습니다. (1 - t) ln (1 - p) 항이 빠져서 잘못된 예에 손실이 없습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = targets * np.logaddexp(0, -logits)
    return float(np.mean(np.sum(each, axis=1)))
