"""The trusted reference of perceptron_gates, in PyTorch at float64."""

import numpy as np
import torch

WEIGHTS: dict[str, tuple[float, float, float]] = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x: np.ndarray, w: np.ndarray, b: float) -> int:
    """1 if w·x + b > 0, else 0; x and w have shape (d,) and any real dtype."""
    inputs, weights = (torch.as_tensor(np.ascontiguousarray(each), dtype=torch.float64) for each in (x, w))
    return int(torch.dot(weights, inputs) + b > 0)


def _gate(name: str, x1: int, x2: int) -> int:
    w1, w2, b = WEIGHTS[name]
    return perceptron(np.array([x1, x2]), np.array([w1, w2]), b)


def AND_gate(x1: int, x2: int) -> int:
    return _gate("AND", x1, x2)


def NAND_gate(x1: int, x2: int) -> int:
    return _gate("NAND", x1, x2)


def OR_gate(x1: int, x2: int) -> int:
    return _gate("OR", x1, x2)


def XOR_gate(x1: int, x2: int) -> int:
    return AND_gate(OR_gate(x1, x2), NAND_gate(x1, x2))
