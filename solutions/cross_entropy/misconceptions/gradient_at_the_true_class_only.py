# /// misconception
# en = "Your gradient is 0 everywhere but at the true class. The other classes have one, too, their probability: raising their logits raises the loss."
# ko = "기울기가 정답 클래스에서만 0이 아닙니다. 다른 클래스에도 기울기가 있으며 그 값은 확률입니다. 그 로짓이 커지면 손실도 커지기 때문입니다."
# ///
import numpy as np

EPSILON = 1e-12


def check(logits, labels):
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        raise ValueError("logits must be (n, c) and labels (n,)")


def softmax(logits):
    exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


def cross_entropy(probs, targets):
    if probs.ndim != 2 or probs.shape != targets.shape:
        raise ValueError("probs and targets must both be (n, c)")
    return -np.mean(np.sum(targets * np.log(np.maximum(probs, EPSILON)), axis=1))


def binary_cross_entropy(p, y):
    if p.ndim != 1 or p.shape != y.shape:
        raise ValueError("p and y must both be (n,)")
    safe = np.clip(p, EPSILON, 1 - EPSILON)
    return -np.mean(y * np.log(safe) + (1 - y) * np.log(1 - safe))


def cross_entropy_from_logits(logits, labels):
    check(logits, labels)
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    return np.mean(log_sums - shifted[np.arange(len(labels)), labels])


def cross_entropy_grad(logits, labels):
    check(logits, labels)
    rows = np.arange(len(labels))
    grad = np.zeros(logits.shape)
    grad[rows, labels] = softmax(logits)[rows, labels] - 1
    return grad / len(labels)
