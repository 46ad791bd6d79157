# /// misconception
# en = "You use 1 - p of the true class as its loss. Cross-entropy is -ln p: near p = 1 the two agree, but -ln p grows without bound towards 0. See 'The idea'."
# ko = "정답 클래스의 1 - p를 손실로 쓰고 있습니다. 교차 엔트로피는 -ln p입니다. p = 1 근처에서는 둘이 비슷하지만, 0에 가까워지면 -ln p는 한없이 커집니다. '핵심 아이디어'를 보십시오."
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
    return np.mean(1 - np.sum(targets * probs, axis=1))


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
    grad = softmax(logits)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)
