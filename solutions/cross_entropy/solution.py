"""Cross-entropy and its gradient: the model answer."""

import numpy as np

# Far below any probability worth telling from 0, and far above the rounding unit of 1 - EPSILON.
EPSILON = 1e-12


def cross_entropy(probs: np.ndarray, targets: np.ndarray) -> float:
    """(n, c) probabilities, (n, c) one-hot -> mean loss; raises ValueError on shapes that do not fit."""
    if probs.ndim != 2 or probs.shape != targets.shape:
        raise ValueError(f"probs and targets must both be (n, c), got {probs.shape} and {targets.shape}")
    return float(-np.mean(np.sum(targets * np.log(np.maximum(probs, EPSILON)), axis=1)))


def binary_cross_entropy(p: np.ndarray, y: np.ndarray) -> float:
    """(n,) probabilities, (n,) labels 0/1 -> mean loss; raises ValueError on shapes that do not fit."""
    if p.ndim != 1 or p.shape != y.shape:
        raise ValueError(f"p and y must both be (n,), got {p.shape} and {y.shape}")
    safe = np.clip(p, EPSILON, 1 - EPSILON)
    return float(-np.mean(y * np.log(safe) + (1 - y) * np.log(1 - safe)))


def cross_entropy_from_logits(logits: np.ndarray, labels: np.ndarray) -> float:
    """(n, c) logits, (n,) class numbers -> mean loss; raises ValueError on shapes that do not fit."""
    _check(logits, labels)
    # Log-sum-exp, never the logarithm of a probability: e^-20000 is 0 in float64 and has no logarithm any more.
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))
    return float(np.mean(log_sums - shifted[np.arange(len(labels)), labels]))


def cross_entropy_grad(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """(n, c) logits, (n,) class numbers -> (n, c), (softmax - one-hot) / n; raises ValueError on shapes that do not fit."""
    _check(logits, labels)
    exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    grad = exponentials / np.sum(exponentials, axis=1, keepdims=True)
    grad[np.arange(len(labels)), labels] -= 1
    return grad / len(labels)


def _check(logits: np.ndarray, labels: np.ndarray) -> None:
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        raise ValueError(f"logits must be (n, c) and labels (n,), got {logits.shape} and {labels.shape}")
