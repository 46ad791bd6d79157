# wrong: with two classes only the larger one may be there
"""Several animals in one picture: the model answer."""

import numpy as np


def predict(logits: np.ndarray, threshold: float = 0.5) -> np.ndarray:
    """(n, c) logits -> (n, c) of 0/1; a probability equal to the threshold gives 1."""
    # ln(1 + exp(-z)) is logaddexp(0, -z), which does not overflow where exp(-z) does.
    answers = (np.exp(-np.logaddexp(0, -logits)) >= threshold).astype(int)
    if logits.shape[1] == 2:
        answers &= logits == logits.max(axis=1, keepdims=True)
    return answers


def multilabel_loss(logits: np.ndarray, targets: np.ndarray) -> float:
    """(n, c) logits, (n, c) targets 0/1 -> binary cross-entropy, summed over classes, mean over samples."""
    # From the logits, not from probabilities: sigmoid(-800) is 0 in float64 and has no logarithm any more.
    return float(np.sum(np.logaddexp(0, logits) - targets * logits) / len(logits))
