"""Mini-batches and SGD: the model answer."""

import numpy as np


def minibatches(n: int, batch_size: int, rng: np.random.Generator) -> list[np.ndarray]:
    """rng.permutation(n), cut into batches in order; the last may be short."""
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


def epochs_to_steps(n: int, batch_size: int, epochs: int) -> int:
    """Batches an epoch, rounded up, times epochs."""
    # Whole numbers throughout: -(-a // b) rounds a / b up.
    return -(-n // batch_size) * epochs


def sgd_linear(X: np.ndarray, y: np.ndarray, lr: float, batch_size: int, epochs: int, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """(n, d), (n,) -> w (d,) and b, after that many epochs from zeros."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for batch in minibatches(len(X), batch_size, rng):
            error = X[batch] @ w + b - y[batch]
            w = w - lr * 2 / len(batch) * (X[batch].T @ error)
            b = b - lr * 2 * error.mean()
    return w, float(b)
