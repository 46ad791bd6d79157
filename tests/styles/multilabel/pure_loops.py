import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


def predict(logits, threshold=0.5):
    n, c = logits.shape
    answers = np.zeros((n, c))
    for i in range(n):
        for k in range(c):
            if sigmoid(float(logits[i, k])) >= threshold:
                answers[i, k] = 1
    return answers


def multilabel_loss(logits, targets):
    total = 0.0
    for row, truth in zip(logits.tolist(), targets.tolist()):
        for z, t in zip(row, truth):
            wrong_way = -z if t == 1 else z
            if wrong_way > 0:
                total += wrong_way + math.log1p(math.exp(-wrong_way))
            else:
                total += math.log1p(math.exp(wrong_way))
    return total / len(logits)
