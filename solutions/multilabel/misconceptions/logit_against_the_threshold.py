# /// misconception
# en = "You compare the logit itself with the threshold. It is the probability, sigmoid(logit), that is compared."
# ko = "로짓을 그대로 임계값과 비교하고 있습니다. 비교할 것은 확률인 sigmoid(logit)입니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (logits >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
