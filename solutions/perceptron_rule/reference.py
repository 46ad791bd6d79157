"""The trusted reference of perceptron_rule, in PyTorch at float64."""

import operator

import numpy as np
import torch


def _tensor(values: np.ndarray) -> torch.Tensor:
    return torch.as_tensor(np.ascontiguousarray(values), dtype=torch.float64)


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """(n, d), (d,) -> (n,) of 0/1; fires above 0."""
    return (_tensor(X) @ _tensor(w) + b > 0).to(torch.int64).numpy()


def update(w: np.ndarray, b: float, x: np.ndarray, y: int, lr: float) -> tuple[np.ndarray, float]:
    """w + lr (y - ŷ) x and b + lr (y - ŷ)."""
    error = int(y) - int(torch.dot(_tensor(w), _tensor(x)) + b > 0)
    return (_tensor(w) + lr * error * _tensor(x)).numpy(), b + lr * error


def fit(X: np.ndarray, y: np.ndarray, lr: float = 0.1, epochs: int = 100) -> tuple[np.ndarray, float, list[int]]:
    """w, b and the errors of each epoch run, in the dual form.

    The weights are always lr times a sum of samples, each counted as often as it was missed less as often as it was a false alarm. So
    it is enough to keep those counts, and the products of the samples with each other: a way of its own to the same run.
    """
    inputs = torch.nn.functional.pad(_tensor(X), (0, 1), value=1.0)
    products = (lr * inputs @ inputs.T).tolist()
    targets = _tensor(y).tolist()
    counts = [0.0] * len(targets)
    errors: list[int] = []
    while len(errors) < epochs and (not errors or errors[-1] > 0):
        wrong = 0
        for index, (row, target) in enumerate(zip(products, targets, strict=True)):
            error = target - float(sum(map(operator.mul, counts, row)) > 0)
            counts[index] += error
            wrong += error != 0
        errors.append(wrong)
    weights = lr * torch.tensor(counts, dtype=torch.float64) @ inputs
    return weights[:-1].numpy(), float(weights[-1]), errors
