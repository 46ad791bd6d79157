# /// misconception
# en = "You answer 1 wherever the logit is at least 0, whatever the threshold is. That is right for 0.5 only."
# ko = "임계값과 관계없이 로짓이 0 이상이면 1이라고 답하고 있습니다. 임계값이 0.5일 때만 맞습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (logits >= 0).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
