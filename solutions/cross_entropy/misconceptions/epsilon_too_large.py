# /// misconception
# en = "The 1e-3 you add inside the logarithm is visible: every loss is off, and a probability of 0 costs only 6.9. Take an epsilon far below any real probability, such as 1e-12."
# ko = "로그 안에 더한 1e-3이 결과에 드러납니다. 모든 손실이 어긋나고, 확률이 0일 때의 손실도 6.9에 그칩니다. 실제 확률보다 훨씬 작은 1e-12 같은 값을 쓰십시오."
# ///
import numpy as np

EPSILON = 1e-3


def check(logits, labels):
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        raise ValueError("logits must be (n, c) and labels (n,)")


def softmax(logits):
    exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


def cross_entropy(probs, targets):
    if probs.ndim != 2 or probs.shape != targets.shape:
        raise ValueError("probs and targets must both be (n, c)")
    return -np.mean(np.sum(targets * np.log(probs + EPSILON), axis=1))


def binary_cross_entropy(p, y):
    if p.ndim != 1 or p.shape != y.shape:
        raise ValueError("p and y must both be (n,)")
    return -np.mean(y * np.log(p + EPSILON) + (1 - y) * np.log(1 - p + EPSILON))


def cross_entropy_from_logits(logits, labels):
    check(logits, labels)
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    return np.mean(log_sums - shifted[np.arange(len(labels)), labels])


def cross_entropy_grad(logits, labels):
    check(logits, labels)
    grad = softmax(logits)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)
