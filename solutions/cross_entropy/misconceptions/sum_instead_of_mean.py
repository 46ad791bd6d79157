# /// misconception
# en = "You add up the losses of the samples: a batch twice as large then looks twice as bad. Divide the sum by n, or take np.mean. See 'The formula'."
# ko = "샘플의 손실을 더하기만 하고 있습니다. 그러면 배치가 두 배로 커질 때 손실도 두 배가 됩니다. 합을 n으로 나누거나 np.mean을 쓰십시오. '수식'을 보십시오."
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
    return -np.sum(np.sum(targets * np.log(np.maximum(probs, EPSILON)), axis=1))


def binary_cross_entropy(p, y):
    if p.ndim != 1 or p.shape != y.shape:
        raise ValueError("p and y must both be (n,)")
    safe = np.clip(p, EPSILON, 1 - EPSILON)
    return -np.mean(y * np.log(safe) + (1 - y) * np.log(1 - safe))


def cross_entropy_from_logits(logits, labels):
    check(logits, labels)
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    return np.sum(log_sums - shifted[np.arange(len(labels)), labels])


def cross_entropy_grad(logits, labels):
    check(logits, labels)
    grad = softmax(logits)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)
