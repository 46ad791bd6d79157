# /// misconception
# en = "You return one loss for each sample. The mean over the samples is missing."
# ko = "샘플마다 손실을 하나씩 반환하고 있습니다. 샘플에 대한 평균을 구하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return np.sum(each, axis=1)
