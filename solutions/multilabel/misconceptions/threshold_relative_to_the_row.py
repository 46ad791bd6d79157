# /// misconception
# en = "You divide the probabilities of a row by their largest, so every picture has at least one yes. Each class is judged on its own."
# ko = "한 행의 확률을 그중 가장 큰 값으로 나누고 있어서 모든 그림에 예가 하나 이상 나옵니다. 클래스마다 따로 판단하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    p = sigmoid(logits)
    return (p / p.max(axis=1, keepdims=True) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(np.sum(each, axis=1)))
