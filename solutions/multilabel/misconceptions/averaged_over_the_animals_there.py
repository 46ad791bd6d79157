# /// misconception
# en = "You divide the loss of a picture by the number of animals in it. It is a plain sum over the classes."
# ko = "그림의 손실을 그 그림에 있는 동물의 수로 나누고 있습니다. 클래스에 대한 합을 그대로 쓰십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1) / np.maximum(np.sum(targets, axis=1), 1)))
