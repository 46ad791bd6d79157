"""The model answer: learn from each mistake, at once, and from nothing else."""

import numpy as np


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """(n, d), (d,) -> (n,) of 0/1; fires above 0."""
    return np.where(X @ w + b > 0, 1, 0)


def update(w: np.ndarray, b: float, x: np.ndarray, y: int, lr: float) -> tuple[np.ndarray, float]:
    """w + lr (y - ŷ) x and b + lr (y - ŷ), as new values."""
    correction = lr * (y - predict(x, w, b))
    return w + correction * x, b + correction


def fit(X: np.ndarray, y: np.ndarray, lr: float = 0.1, epochs: int = 100) -> tuple[np.ndarray, float, list[int]]:
    """w, b and the errors of each epoch run; stops after the first epoch without an error."""
    w, b = np.zeros(X.shape[1]), 0.0
    errors: list[int] = []
    for _ in range(epochs):
        wrong = 0
        for index, x in enumerate(X):
            # Asked before the update: afterwards the perceptron may know this sample, and the mistake would go uncounted.
            wrong += int(predict(x, w, b) != y[index])
            w, b = update(w, b, x, y[index], lr)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
