# /// misconception
# en = "You fill an array made like the logits. When they are integers, that array is too, and every part of the gradient is cut to a whole number. Make it float64."
# ko = "로짓과 같은 자료형의 배열을 만들어 채우고 있습니다. 로짓이 정수이면 그 배열도 정수여서 기울기의 소수 부분이 잘립니다. float64로 만드십시오."
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
    grad = np.zeros_like(logits)
    grad[:] = softmax(logits)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)
