# wrong: a weight close to a whole number is taken for it
"""Linear regression with one feature: the model answer."""

import numpy as np


def predict(x: np.ndarray, w: float, b: float) -> np.ndarray:
    """w x + b; (n,) -> (n,)."""
    return w * x + b


def cost(x: np.ndarray, y: np.ndarray, w: float, b: float) -> float:
    """The mean squared error."""
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x: np.ndarray, y: np.ndarray, w: float, b: float) -> tuple[float, float]:
    """The derivatives of the cost with respect to w and b."""
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 2000) -> tuple[float, float, list[float]]:
    """w, b and the cost before each update, from zeros."""
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        slope, offset = gradients(x, y, w, b)  # both at the old (w, b), before either moves
        w -= lr * slope
        b -= lr * offset
    return (round(w) if abs(w - round(w)) < 1e-3 else w), b, history
