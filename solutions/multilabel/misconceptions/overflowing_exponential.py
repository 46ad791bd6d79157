# /// misconception
# en = "ln (1 + exp(z)) as it stands overflows from z = 710 on. Use the form with exp(-|z|), at the end of 'The formula'."
# ko = "ln (1 + exp(z))를 그대로 계산하면 z = 710부터 오버플로가 일어납니다. '수식'의 마지막에 있는 exp(-|z|) 형태를 쓰십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    each = np.log(1 + np.exp(logits)) - targets * logits
    return float(np.mean(np.sum(each, axis=1)))
