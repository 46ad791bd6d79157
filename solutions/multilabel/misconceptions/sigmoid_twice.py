# /// misconception
# en = "You apply the sigmoid and then a loss that takes logits and applies it again."
# ko = "시그모이드를 적용한 값을, 시그모이드를 다시 적용하는 손실에 넣고 있습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    logits = np.exp(-np.logaddexp(0, -logits))
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
