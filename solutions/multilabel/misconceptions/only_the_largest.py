# /// misconception
# en = "You answer yes to one class in each picture, the largest. A picture may show several animals or none: compare each class with the threshold."
# ko = "그림마다 가장 큰 클래스 하나에만 예라고 답하고 있습니다. 동물이 여럿일 수도, 없을 수도 있으므로 클래스마다 임계값과 비교하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return np.eye(logits.shape[1], dtype=int)[np.argmax(logits, axis=1)]


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
