# /// misconception
# en = "You use softmax, so the classes compete and two animals in one picture cannot both be likely. Each logit needs a sigmoid of its own."
# ko = "소프트맥스를 쓰고 있어서 클래스가 서로 겨루고, 한 그림의 두 동물이 함께 높은 확률을 가질 수 없습니다. 로짓마다 시그모이드를 따로 적용하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    shifted = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    probs = shifted / np.sum(shifted, axis=1, keepdims=True)
    return (probs >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
