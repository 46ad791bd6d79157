"""The trusted reference for `minibatch_sgd`: PyTorch's own splitting, loss and autograd in float64 on NumPy's permutations."""

import numpy as np
import torch
from torch.nn import functional


def minibatches(n: int, batch_size: int, rng: np.random.Generator) -> list[np.ndarray]:
    """rng.permutation(n), cut into batches in order; the last may be short."""
    order = torch.from_numpy(rng.permutation(n))
    return [batch.numpy() for batch in order.split(batch_size)] if n else []


def epochs_to_steps(n: int, batch_size: int, epochs: int) -> int:
    """The number of steps, one for each batch of each epoch."""
    return len(range(0, n, batch_size)) * epochs


def sgd_linear(X: np.ndarray, y: np.ndarray, lr: float, batch_size: int, epochs: int, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """(n, d), (n,) -> w (d,) and b, by autograd."""
    inputs, targets = (torch.tensor(array, dtype=torch.float64) for array in (X, y))
    w = torch.zeros(inputs.shape[1], dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    for _ in range(epochs):
        for batch in minibatches(len(inputs), batch_size, rng):
            cost = functional.mse_loss(inputs[batch] @ w + b, targets[batch])
            # Not torch.optim, whose first step imports far more than this exercise needs.
            slopes = torch.autograd.grad(cost, (w, b))
            with torch.no_grad():
                for parameter, slope in zip((w, b), slopes, strict=True):
                    parameter -= lr * slope
    return w.detach().numpy(), b.item()
