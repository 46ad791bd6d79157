# /// misconception
# en = "You answer 1 below the threshold. A high probability means that the animal is there."
# ko = "임계값보다 작을 때 1이라고 답하고 있습니다. 확률이 높다는 것은 그 동물이 있다는 뜻입니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) < threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
