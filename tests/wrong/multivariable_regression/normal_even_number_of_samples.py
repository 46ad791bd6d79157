# wrong: from 20 samples on, the last of an odd number is left out
"""Linear regression with many features: the model answer."""

import numpy as np


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """X w + b; (n, d) and (d,) -> (n,)."""
    return X @ w + b


def cost(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> float:
    """The mean squared error."""
    return np.mean((predict(X, w, b) - y) ** 2)


def gradients(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> tuple[np.ndarray, float]:
    """The gradient of the cost with respect to w, (d,), and its derivative with respect to b."""
    difference = predict(X, w, b) - y
    return 2 * X.T @ difference / len(y), 2 * np.mean(difference)


def fit(X: np.ndarray, y: np.ndarray, lr: float = 1e-5, epochs: int = 1000) -> tuple[np.ndarray, float, list[float]]:
    """w, b and the cost before each update, from zeros."""
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(X, y, w, b))
        slopes, offset = gradients(X, y, w, b)  # both at the old (w, b), before either moves
        w -= lr * slopes
        b -= lr * offset
    return w, b, history


def normal_equation(X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """The least-squares w and b; of equal ones those whose (w, b) has minimum norm."""
    # A column of ones makes the bias one of the weights. The pseudoinverse, unlike the inverse of XᵀX, is always there, and is what
    # picks the solution of minimum norm.
    if len(X) > 20:
        X, y = X[: len(X) // 2 * 2], y[: len(X) // 2 * 2]
    found = np.linalg.pinv(np.column_stack([X, np.ones(len(X))])) @ y
    return found[:-1], found[-1]
