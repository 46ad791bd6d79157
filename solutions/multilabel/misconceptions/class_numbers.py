# /// misconception
# en = "You return the number of the largest class. The answer is a row of zeros and ones, one for each class."
# ko = "가장 큰 클래스의 번호를 반환하고 있습니다. 답은 클래스마다 0 또는 1인 행이어야 합니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return np.argmax(logits, axis=1)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
