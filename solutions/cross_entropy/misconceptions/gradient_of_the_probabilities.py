# /// misconception
# en = "You give -1/p of the true class, the derivative with respect to the probabilities. Asked for is the one with respect to the logits, after the softmax: softmax minus one-hot."
# ko = "정답 클래스의 -1/p, 즉 확률로 미분한 값을 반환하고 있습니다. 필요한 것은 소프트맥스를 지나 로짓으로 미분한 값이며, 소프트맥스에서 원-핫을 뺀 것입니다."
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
    grad[rows, labels] = -1 / np.maximum(softmax(logits)[rows, labels], EPSILON)
    return grad / len(labels)
