# /// misconception
# en = "You use softmax and the cross-entropy of a single true class. With several animals each class has a binary cross-entropy of its own."
# ko = "소프트맥스와 정답이 하나인 교차 엔트로피를 쓰고 있습니다. 동물이 여럿일 때는 클래스마다 이진 교차 엔트로피가 따로 있습니다."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    each = -targets * (shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True)))
    return float(np.mean(np.sum(each, axis=1)))
