# /// misconception
# en = "You take the mean over all entries. The loss is summed over the classes; only the samples are averaged."
# ko = "모든 원소에 대한 평균을 구하고 있습니다. 클래스에 대해서는 더하고, 샘플에 대해서만 평균을 구합니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(each))
