# wrong: the parameters are called y_true and y_pred
import numpy as np


def errors(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """y - y_pred, (n,); raises ValueError on unequal shapes or empty input. All that follows checks its input here."""
    # NumPy would stretch (n,) against (n, 1) to (n, n) and (0,) against (1,) to nothing, without a word.
    if y_true.shape != y_pred.shape or y_true.size == 0:
        raise ValueError(f"y and y_pred need one shape and at least one value, got {y_true.shape} and {y_pred.shape}")
    return y_true - y_pred


def sse(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """The sum of the squared errors."""
    return np.sum(errors(y_true, y_pred) ** 2)


def mse(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """The mean of the squared errors."""
    return np.mean(errors(y_true, y_pred) ** 2)


def mse_grad(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """The gradient of mse with respect to y_pred, (n,)."""
    return -2 * errors(y_true, y_pred) / y_true.size


def l1(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """The sum of |y_pred - y|."""
    return np.sum(np.abs(errors(y_true, y_pred)))


def l2(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """The sum of (y_pred - y)²: what sse is, under its other name."""
    return sse(y_true, y_pred)
