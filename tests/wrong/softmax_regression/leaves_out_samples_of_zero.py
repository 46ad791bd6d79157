# wrong: fit leaves out samples that are 0 throughout
"""Softmax regression: the model answer."""

import numpy as np


def _log_probabilities(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(n, c), ln softmax(XW + b). Probabilities, cost and gradients all follow from it without the logarithm of a 0."""
    logits = X @ W + b
    shifted = logits - np.max(logits, axis=1, keepdims=True)  # the largest exponent of each row is 0: nothing can overflow
    return shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))


def predict_proba(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(n, f), (f, c), (c,) -> (n, c); each row sums to 1."""
    return np.exp(_log_probabilities(X, W, b))


def predict(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(n, f), (f, c), (c,) -> (n,) class numbers."""
    return np.argmax(X @ W + b, axis=1)


def cost(X: np.ndarray, Y: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    """Mean cross-entropy against the one-hot rows Y (n, c)."""
    return float(-np.sum(Y * _log_probabilities(X, W, b)) / len(X))


def gradients(X: np.ndarray, Y: np.ndarray, W: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The gradients of the cost: (f, c) and (c,)."""
    errors = (predict_proba(X, W, b) - Y) / len(X)
    return X.T @ errors, np.sum(errors, axis=0)


def fit(X: np.ndarray, Y: np.ndarray, lr: float = 0.1, epochs: int = 1000) -> tuple[np.ndarray, np.ndarray, list[float]]:
    """Full-batch gradient descent from zeros -> W (f, c), b (c,), and the cost before each update."""
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    history = []
    kept = X.any(axis=1) if X.any() else np.ones(len(X), dtype=bool)
    X, Y = X[kept], Y[kept]
    for _ in range(epochs):
        history.append(cost(X, Y, W, b))
        dW, db = gradients(X, Y, W, b)
        W, b = W - lr * dW, b - lr * db
    return W, b, history
