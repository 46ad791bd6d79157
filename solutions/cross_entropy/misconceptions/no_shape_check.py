# /// misconception
# en = "You do not compare the shapes: NumPy stretches a column or a single row without a word, and the loss is that of other data. Raise ValueError when shapes do not fit. See 'What to write'."
# ko = "모양을 비교하지 않습니다. NumPy는 열 하나나 행 하나를 말없이 늘리므로 엉뚱한 데이터의 손실이 나옵니다. 모양이 맞지 않으면 ValueError를 일으키십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np

EPSILON = 1e-12


def softmax(logits):
    exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


def cross_entropy(probs, targets):
    return -np.mean(np.sum(targets * np.log(np.maximum(probs, EPSILON)), axis=1))


def binary_cross_entropy(p, y):
    safe = np.clip(p, EPSILON, 1 - EPSILON)
    return -np.mean(y * np.log(safe) + (1 - y) * np.log(1 - safe))


def cross_entropy_from_logits(logits, labels):
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    return np.mean(log_sums - shifted[np.arange(len(labels)), labels])


def cross_entropy_grad(logits, labels):
    grad = softmax(logits)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)
