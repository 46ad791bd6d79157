# /// misconception
# en = "From logits you calculate probabilities first and clip them before the logarithm, so no loss is above 27.6. The right loss can be 20 000: use log-sum-exp. See 'The formula'."
# ko = "로짓에서 먼저 확률을 구하고, 잘라 낸 뒤 로그를 취하고 있어서 손실이 27.6을 넘지 못합니다. 올바른 손실은 20,000일 수도 있습니다. log-sum-exp를 쓰십시오. '수식'을 보십시오."
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
    probs = np.maximum(softmax(logits), EPSILON)
    return -np.mean(np.log(probs[np.arange(len(labels)), labels]))


def cross_entropy_grad(logits, labels):
    check(logits, labels)
    grad = softmax(logits)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)
