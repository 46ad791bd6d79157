# /// misconception
# en = "You clip the probabilities, so no class costs more than 27.6. Certain and wrong at a logit of 10 000 costs 10 000: calculate from the logits."
# ko = "확률을 자르고 있어서 한 클래스의 손실이 27.6을 넘지 못합니다. 로짓이 10,000일 때 확신하고 틀리면 손실은 10,000입니다. 로짓에서 바로 계산하십시오."
# ///
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)


def multilabel_loss(logits, targets):
    p = np.clip(np.exp(-np.logaddexp(0, -logits)), 1e-12, 1 - 1e-12)
    each = -(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return float(np.mean(np.sum(each, axis=1)))
