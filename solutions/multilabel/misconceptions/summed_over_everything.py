# /// misconception
# en = "You sum over the samples too. Over the samples the loss is a mean: divide by n."
# ko = "샘플에 대해서도 더하고 있습니다. 샘플에 대해서는 평균이므로 n으로 나누십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.sum(each))
