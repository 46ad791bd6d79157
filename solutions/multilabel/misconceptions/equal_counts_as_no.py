# /// misconception
# en = "A probability equal to the threshold gives 1: compare with >=, not with >."
# ko = "확률이 임계값과 같으면 1입니다. >가 아니라 >=로 비교하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) > threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
