# /// misconception
# en = "You answer -1 where the animal is not there. The answers of this exercise are 0 and 1."
# ko = "동물이 없을 때 -1로 답하고 있습니다. 이 과제의 답은 0과 1입니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return np.where(sigmoid(logits) >= threshold, 1, -1)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
