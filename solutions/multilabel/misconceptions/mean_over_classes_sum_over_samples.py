# /// misconception
# en = "You divide by the number of classes instead of the number of samples: sum along the row, mean over the rows."
# ko = "샘플의 개수가 아니라 클래스의 개수로 나누고 있습니다. 행을 따라 더하고 행들의 평균을 구하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.sum(np.mean(each, axis=1)))
