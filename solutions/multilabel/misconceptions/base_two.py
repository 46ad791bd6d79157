# /// misconception
# en = "You take logarithms to the base 2. The loss is defined with the natural logarithm."
# ko = "밑이 2인 로그를 쓰고 있습니다. 손실은 자연로그로 정의합니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)) / np.log(2))
