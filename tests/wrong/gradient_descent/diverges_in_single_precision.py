# wrong: the boundary is looked for in float32
"""Gradient descent with one weight: the model answer."""

import numpy as np


def loss(u: float, x: float, y: float) -> float:
    """(y - u x)²."""
    return (y - u * x) ** 2


def grad(u: float, x: float, y: float) -> float:
    """The derivative of the loss with respect to u."""
    return -2 * x * (y - u * x)


def descend(u: float, x: float, y: float, lr: float, steps: int) -> list[float]:
    """The start and the weight after each step: steps + 1 values."""
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x: float, lr: float) -> bool:
    """Whether descent grows without bound, for lr > 0."""
    # A step multiplies the distance from the minimum by 1 - 2 lr x², which cannot exceed 1: only below -1 does its magnitude.
    # Without a division, x = 0 needs no case of its own.
    return np.float32(lr) * np.float32(x) ** 2 > 1
