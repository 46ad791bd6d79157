# /// misconception
# en = "You sum squared errors of the probabilities. The loss is binary cross-entropy."
# ko = "확률의 제곱 오차를 더하고 있습니다. 손실은 이진 교차 엔트로피입니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = (np.exp(-np.logaddexp(0, -logits)) - targets) ** 2
    return float(np.mean(np.sum(each, axis=1)))
