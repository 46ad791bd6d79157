# /// misconception
# en = "You return the probabilities. The comparison with the threshold is missing."
# ko = "확률을 그대로 반환하고 있습니다. 임계값과 비교하는 단계가 빠졌습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return sigmoid(logits)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
