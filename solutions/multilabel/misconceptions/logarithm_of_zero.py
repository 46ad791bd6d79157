# /// misconception
# en = "Your probabilities become exactly 0 or 1 for large logits, and their logarithm inf or nan. Put the sigmoid into the formula first."
# ko = "로짓이 크면 확률이 정확히 0이나 1이 되어 로그가 inf 또는 nan이 됩니다. 시그모이드를 먼저 식에 넣어 정리하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    p = sigmoid(logits)
    each = -(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return float(np.mean(np.sum(each, axis=1)))
