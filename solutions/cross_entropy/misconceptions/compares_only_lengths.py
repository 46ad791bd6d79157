# /// misconception
# en = "You compare only the numbers of rows. (n, c) and (n, 1), or (n,) and (n, 1), have the same length and still do not fit: compare the whole shapes."
# ko = "행의 개수만 비교하고 있습니다. (n, c)와 (n, 1), 또는 (n,)과 (n, 1)은 길이가 같아도 맞지 않습니다. 모양 전체를 비교하십시오."
# ///
import numpy as np

EPSILON = 1e-12


def check(logits, labels):
    if len(logits) != len(labels):
        raise ValueError("logits must be (n, c) and labels (n,)")


def softmax(logits):
    exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


def cross_entropy(probs, targets):
    if len(probs) != len(targets):
        raise ValueError("probs and targets must both be (n, c)")
    return -np.mean(np.sum(targets * np.log(np.maximum(probs, EPSILON)), axis=1))


def binary_cross_entropy(p, y):
    if len(p) != len(y):
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
