# /// misconception
# en = "Your loss is negative: the minus before the logarithms is missing."
# ko = "손실이 음수입니다. 로그 앞의 음의 부호가 빠졌습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return -float(np.mean(np.sum(each, axis=1)))
