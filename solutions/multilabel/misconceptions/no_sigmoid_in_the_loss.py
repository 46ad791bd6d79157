# /// misconception
# en = "You take the logits for probabilities and clip them to (0, 1). The sigmoid is missing."
# ko = "로짓을 확률로 여기고 0과 1 사이로 자르고 있습니다. 시그모이드가 빠졌습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    p = np.clip(logits, 1e-12, 1 - 1e-12)
    each = -(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return float(np.mean(np.sum(each, axis=1)))
