# /// misconception
# en = "You subtract the one-hot rows from the logits themselves. The gradient needs their softmax: probabilities minus the truth. See the end of 'The formula'."
# ko = "로짓 자체에서 원-핫을 빼고 있습니다. 기울기에는 로짓의 소프트맥스가 필요합니다. 확률에서 정답을 뺀 것입니다. '수식'의 마지막 부분을 보십시오."
# ///
import numpy as np

EPSILON = 1e-12


def check(logits, labels):
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        raise ValueError("logits must be (n, c) and labels (n,)")


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
    grad = logits.astype(float)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)
